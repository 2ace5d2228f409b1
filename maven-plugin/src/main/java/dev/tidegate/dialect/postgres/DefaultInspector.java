package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Default;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Reads the defaults of columns. The expression of a generated column is part of the column. */
final class DefaultInspector {
  private static final String QUESTION =
      """
      SELECT d.oid, d.adrelid, d.adnum, a.attgenerated,
             CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS expression
      FROM pg_attrdef d
      JOIN pg_class c ON c.oid = d.adrelid
      JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
      WHERE c.relkind IN ('r', 'p', 'f') AND c.relnamespace = :namespaces
      """;

  private final Look look;

  DefaultInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION,
        row -> {
          var column =
              look.addresses().owner(Address.ofColumn(row.number("adrelid"), row.count("adnum")));
          if (column.isPresent() && column.get().kind() == ObjectKind.COLUMN) {
            readDefault(row, column.get());
          }
        });
  }

  private void readDefault(Row row, ObjectId column) throws SQLException {
    var address = Address.of("pg_attrdef", row.number("oid"));
    var expression = row.optional("expression");
    if (expression.isPresent()) {
      var id = new ObjectId(ObjectKind.DEFAULT, column.path());
      look.add(address, new Default(id, column, expression.get()));
    } else {
      look.addresses().addPart(address, column);
    }
  }
}
