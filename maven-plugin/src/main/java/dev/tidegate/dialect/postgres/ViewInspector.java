package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.View;
import java.sql.SQLException;

/** Reads views. */
final class ViewInspector {
  private static final String QUESTION =
      """
      SELECT c.oid, c.reltype, r.oid AS rule, n.nspname, c.relname, c.reloptions,
             pg_get_viewdef(c.oid) AS query
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
      WHERE c.relkind = 'v' AND c.relnamespace = :namespaces
      """;

  private final Look look;

  ViewInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    var columns = new ViewColumns(look, 'v');
    columns.read();
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_class", "c.oid"),
        row -> {
          var oid = row.number("oid");
          var id = ObjectId.of(ObjectKind.VIEW, row.text("nspname"), row.text("relname"));
          var options = new OptionSet().parameters(row.texts("reloptions")).all();
          var view = new View(id, columns.of(oid), ViewColumns.query(row.text("query")), options);
          if (look.addUnlessExcluded(Address.of("pg_class", oid), view)) {
            look.addresses().addPart(Address.of("pg_type", row.number("reltype")), id);
            look.addresses().addPart(Address.of("pg_rewrite", row.number("rule")), id);
            columns.addSubjects(oid, id);
          }
        });
  }
}
