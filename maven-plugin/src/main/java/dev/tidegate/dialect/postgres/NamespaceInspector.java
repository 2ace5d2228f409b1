package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Namespace;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Reads name spaces and settles which of them are looked at. */
final class NamespaceInspector {
  // Names that start with pg_ are the system's, those of temporary objects among them:
  // https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-CATALOG
  private static final String QUESTION =
      """
      SELECT n.oid, n.nspname
      FROM pg_namespace n
      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      """;

  private final Look look;

  NamespaceInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_namespace", "n.oid"),
        row -> {
          var id = ObjectId.of(ObjectKind.NAMESPACE, row.text("nspname"));
          if (look.scope().includesNamespace(id.name()) && !look.scope().excludes(id)) {
            look.add(Address.of("pg_namespace", row.number("oid")), new Namespace(id));
            look.addNamespace(row.number("oid"));
          }
        });
  }
}
