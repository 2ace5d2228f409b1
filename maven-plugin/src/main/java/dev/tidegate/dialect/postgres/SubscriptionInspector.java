package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads the subscriptions of this database; the catalogue is that of the whole server. */
final class SubscriptionInspector {
  // Only superusers may read where a subscription connects to:
  // https://www.postgresql.org/docs/current/catalog-pg-subscription.html
  private static final String READABLE =
      "SELECT has_column_privilege('pg_subscription', 'subconninfo', 'SELECT') AS readable";

  private static final String QUESTION =
      """
      SELECT s.oid, s.subname, s.subenabled, s.subslotname, s.subbinary,
             NULLIF(s.subsynccommit, 'off') AS synchronous_commit,
             CASE s.substream::text WHEN 'p' THEN 'parallel' WHEN 't' THEN 'on'
                                    WHEN 'true' THEN 'on' END AS streaming,
             (SELECT string_agg(quote_ident(p), ', ' ORDER BY p COLLATE "C")
              FROM unnest(s.subpublications) p) AS publications,
             %s, %s AS connection
      FROM pg_subscription s
      JOIN pg_database d ON d.oid = s.subdbid
      WHERE d.datname = current_database()
      """;

  private final Look look;

  SubscriptionInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    if (!look.wholeDatabase()) {
      return;
    }
    var readable = new AtomicBoolean();
    look.each(READABLE, row -> readable.set(row.flag("readable")));
    var connection = readable.get() ? "s.subconninfo" : "NULL";
    look.each(
        QUESTION.formatted(look.version().subscriptionOptions(), connection),
        this::readSubscription);
  }

  private void readSubscription(Row row) throws SQLException {
    var id = ObjectId.of(ObjectKind.SUBSCRIPTION, row.text("subname"));
    var connection = row.optional("connection");
    var attributes =
        new OptionSet()
            .value(SubscriptionRenderer.CONNECTION, connection)
            .value(SubscriptionRenderer.PUBLICATIONS, row.optional("publications"))
            .value(SubscriptionRenderer.SLOT, row.optional("subslotname"))
            .flag(SubscriptionRenderer.ENABLED, row.flag("subenabled"))
            .flag("binary", row.flag("subbinary"))
            .value("streaming", row.optional("streaming"))
            .value("synchronous_commit", row.optional("synchronous_commit"))
            .flag(SubscriptionRenderer.TWO_PHASE, row.flag("two_phase"))
            .flag("disable_on_error", row.flag("disable_on_error"))
            .value("password_required", row.optional("password_required"))
            .flag("run_as_owner", row.flag("run_as_owner"))
            .value("origin", row.optional("origin"))
            .flag(SubscriptionRenderer.FAILOVER, row.flag("failover"))
            .all();
    var subscription = new Definition(id, Optional.empty(), attributes);
    var added =
        look.addUnlessExcluded(Address.of("pg_subscription", row.number("oid")), subscription);
    if (added && connection.isEmpty()) {
      look.addUnmodelled("connection of " + id + ", which only a superuser sees");
    }
  }
}
