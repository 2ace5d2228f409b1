package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Reads exclusion constraints, with the index that each of them is. */
final class ExclusionInspector {
  private static final String QUESTION =
      """
      SELECT c.oid, c.conrelid, c.conindid, c.conname, c.conparentid <> 0 AS inherited,
             pg_get_constraintdef(c.oid) AS definition
      FROM pg_constraint c
      WHERE c.contype = 'x' AND c.connamespace = :namespaces
      """;

  private final Look look;

  ExclusionInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION,
        row -> {
          var table = look.table(row.number("conrelid"));
          if (table.isPresent()) {
            readExclusion(row, table.get());
          }
        });
  }

  private void readExclusion(Row row, ObjectId table) throws SQLException {
    var id = table.member(ObjectKind.EXCLUSION, row.text("conname"));
    look.add(
        Address.of("pg_constraint", row.number("oid")),
        new ExclusionConstraint(id, table, row.text("definition"), row.flag("inherited")));
    look.addresses().addPart(Address.of("pg_class", row.number("conindid")), id);
    look.addresses()
        .addSubject(
            Address.of("pg_class", row.number("conindid")),
            ObjectId.of(ObjectKind.INDEX, table.path().get(0), row.text("conname")));
  }
}
