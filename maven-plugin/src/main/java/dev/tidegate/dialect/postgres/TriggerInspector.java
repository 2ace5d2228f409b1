package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Trigger;
import java.sql.SQLException;

/** Reads triggers. */
final class TriggerInspector {
  // A trigger with a parent is a partition's copy of its partitioned table's trigger.
  private static final String QUESTION =
      """
      SELECT t.oid, t.tgrelid, t.tgname, t.tgenabled, t.tgconstraint,
             pg_get_triggerdef(t.oid) AS definition
      FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relnamespace = :namespaces
      """;

  private final Look look;

  TriggerInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_trigger", "t.oid"),
        row -> {
          var relation = look.tableOrView(row.number("tgrelid"));
          if (relation.isPresent()) {
            var id = relation.get().member(ObjectKind.TRIGGER, row.text("tgname"));
            look.add(
                Address.of("pg_trigger", row.number("oid")),
                new Trigger(id, relation.get(), row.text("definition"), row.letter("tgenabled")));
            look.addresses().addPart(Address.of("pg_constraint", row.number("tgconstraint")), id);
          }
        });
  }
}
