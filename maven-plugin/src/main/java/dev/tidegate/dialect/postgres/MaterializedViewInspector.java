package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;

/** Reads materialized views. */
final class MaterializedViewInspector {
  private static final String QUESTION =
      """
      SELECT c.oid, c.reltype, r.oid AS rule, n.nspname, c.relname, c.reloptions,
             c.relispopulated, s.spcname AS tablespace,
             NULLIF(am.amname, 'heap') AS access_method,
             pg_get_viewdef(c.oid) AS query
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
      LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
      LEFT JOIN pg_am am ON am.oid = c.relam
      WHERE c.relkind = 'm' AND c.relnamespace = :namespaces
      """;

  private final Look look;

  MaterializedViewInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    var columns = new ViewColumns(look, 'm');
    columns.read();
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_class", "c.oid"),
        row -> {
          var oid = row.number("oid");
          var id =
              ObjectId.of(ObjectKind.MATERIALIZED_VIEW, row.text("nspname"), row.text("relname"));
          var query = ViewColumns.query(row.text("query"));
          var view = new MaterializedView(id, columns.of(oid), query, options(row));
          if (look.addUnlessExcluded(Address.of("pg_class", oid), view)) {
            look.addresses().addPart(Address.of("pg_type", row.number("reltype")), id);
            look.addresses().addPart(Address.of("pg_rewrite", row.number("rule")), id);
            columns.addSubjects(oid, id);
          }
        });
  }

  private static SortedMap<String, String> options(Row row) throws SQLException {
    var empty = !row.flag("relispopulated");
    return new OptionSet()
        .value(PostgresOptions.POPULATED, empty ? Optional.of("false") : Optional.empty())
        .value(PostgresOptions.TABLESPACE, row.optional("tablespace"))
        .value(PostgresOptions.ACCESS_METHOD, row.optional("access_method"))
        .parameters(row.texts("reloptions"))
        .all();
  }
}
