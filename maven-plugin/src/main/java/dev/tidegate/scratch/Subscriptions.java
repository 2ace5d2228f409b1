package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.sql.SQLException;

/**
 * Subscriptions of scratch databases. The server keeps them outside its databases: CREATE DATABASE
 * does not copy them, and DROP DATABASE refuses where there are any. None of these is ever enabled,
 * so nothing is contacted.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/catalog-pg-subscription.html">pg_subscription</a>
 */
final class Subscriptions {
  // Options came with the versions, so they are read from whatever columns the row has.
  private static final String CARRY =
      """
      DO $carry$
      DECLARE
        s record;
        j jsonb;
        options text;
        comment text;
      BEGIN
        FOR s IN SELECT o.oid, o.subname, o.subconninfo, o.subslotname, o.subsynccommit,
                        pg_get_userbyid(o.subowner) AS owner, to_jsonb(o) AS everything,
                        (SELECT string_agg(quote_ident(p), ', ') FROM unnest(o.subpublications) p)
                          AS publications
                 FROM pg_subscription o JOIN pg_database d ON d.oid = o.subdbid
                 WHERE d.datname = %s
        LOOP
          j := s.everything;
          options := 'connect = false, slot_name = ' || coalesce(quote_literal(s.subslotname), 'NONE')
            || ', synchronous_commit = ' || quote_literal(s.subsynccommit)
            || ', binary = ' || (j->>'subbinary')
            || ', streaming = ' || CASE j->>'substream' WHEN 'p' THEN 'parallel'
                 WHEN 't' THEN 'on' WHEN 'true' THEN 'on' ELSE 'off' END
            || CASE WHEN j->>'subtwophasestate' <> 'd' THEN ', two_phase = true' ELSE '' END
            || coalesce(', disable_on_error = ' || (j->>'subdisableonerr'), '')
            || coalesce(', password_required = ' || (j->>'subpasswordrequired'), '')
            || coalesce(', run_as_owner = ' || (j->>'subrunasowner'), '')
            || coalesce(', origin = ' || (j->>'suborigin'), '')
            || coalesce(', failover = ' || (j->>'subfailover'), '');
          EXECUTE format('CREATE SUBSCRIPTION %%I CONNECTION %%L PUBLICATION %%s WITH (%%s)',
                         s.subname, s.subconninfo, s.publications, options);
          IF s.owner <> current_user THEN
            EXECUTE format('ALTER SUBSCRIPTION %%I OWNER TO %%I', s.subname, s.owner);
          END IF;
          SELECT description INTO comment FROM pg_description
          WHERE classoid = 'pg_subscription'::regclass AND objoid = s.oid;
          IF comment IS NOT NULL THEN
            EXECUTE format('COMMENT ON SUBSCRIPTION %%I IS %%L', s.subname, comment);
          END IF;
        END LOOP;
      END $carry$
      """;

  private static final String DROP =
      """
      SET default_transaction_read_only = off;
      DO $drop$
      DECLARE
        name text;
      BEGIN
        FOR name IN SELECT s.subname FROM pg_subscription s
                    JOIN pg_database d ON d.oid = s.subdbid
                    WHERE d.datname = current_database()
        LOOP
          EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', name);
          EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', name);
          EXECUTE format('DROP SUBSCRIPTION %I', name);
        END LOOP;
      END $drop$
      """;

  private Subscriptions() {}

  /** The question whether a database has any: one row for each. */
  static String of(String database) {
    return "SELECT s.subname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid"
        + " WHERE d.datname = "
        + PostgresDatabases.literal(database);
  }

  /** Gives a database those of the one that it was copied from. */
  static void carry(String original, ConnectionSettings copy) {
    run(CARRY.formatted(PostgresDatabases.literal(original)), copy);
  }

  /** Drops all of a database. */
  static void drop(ConnectionSettings database) {
    run(DROP, database);
  }

  private static void run(String sql, ConnectionSettings database) {
    try (var connection = Connections.open(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw ScratchProblems.databaseError("copying or dropping subscriptions", e).exception(e);
    }
  }
}
