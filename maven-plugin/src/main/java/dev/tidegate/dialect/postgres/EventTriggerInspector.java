package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads event triggers. */
final class EventTriggerInspector {
  private static final String QUESTION =
      """
      SELECT e.oid, e.evtname, e.evtevent, NULLIF(e.evtenabled, 'O') AS enabled,
             (SELECT string_agg(quote_literal(tag), ', ' ORDER BY tag COLLATE "C")
              FROM unnest(e.evttags) tag) AS tags,
             quote_ident(n.nspname) || '.' || quote_ident(p.proname) AS function
      FROM pg_event_trigger e
      JOIN pg_proc p ON p.oid = e.evtfoid
      JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE\
      """;

  private final Look look;

  EventTriggerInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    if (look.wholeDatabase()) {
      look.each(QUESTION + " " + Look.ownObject("pg_event_trigger", "e.oid"), this::readTrigger);
    }
  }

  private void readTrigger(Row row) throws SQLException {
    var attributes =
        new OptionSet()
            .value(EventTriggerRenderer.EVENT, row.optional("evtevent"))
            .value(EventTriggerRenderer.TAGS, row.optional("tags"))
            .value(EventTriggerRenderer.FUNCTION, row.optional("function"))
            .value(EventTriggerRenderer.ENABLED, row.optional("enabled"))
            .all();
    var id = ObjectId.of(ObjectKind.EVENT_TRIGGER, row.text("evtname"));
    look.addUnlessExcluded(
        Address.of("pg_event_trigger", row.number("oid")),
        new Definition(id, Optional.empty(), attributes));
  }
}
