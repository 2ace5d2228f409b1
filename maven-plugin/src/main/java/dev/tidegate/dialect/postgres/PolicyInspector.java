package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads row security policies. */
final class PolicyInspector {
  // A policy for PUBLIC has the role 0, which pg_roles does not know.
  // https://www.postgresql.org/docs/current/catalog-pg-policy.html
  private static final String QUESTION =
      """
      SELECT p.oid, p.polrelid, p.polname, p.polpermissive,
             CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT'
                           WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' END AS command,
             (SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname COLLATE "C")
              FROM pg_roles r WHERE r.oid = ANY (p.polroles)) AS roles,
             pg_get_expr(p.polqual, p.polrelid) AS seen,
             pg_get_expr(p.polwithcheck, p.polrelid) AS written
      FROM pg_policy p
      JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relnamespace = :namespaces AND\
      """;

  private final Look look;

  PolicyInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(QUESTION + " " + Look.ownObject("pg_policy", "p.oid"), this::readPolicy);
  }

  private void readPolicy(Row row) throws SQLException {
    var table = look.table(row.number("polrelid"));
    if (table.isEmpty()) {
      return;
    }
    var attributes =
        new OptionSet()
            .flag(PolicyRenderer.RESTRICTIVE, !row.flag("polpermissive"))
            .value(PolicyRenderer.COMMAND, row.optional("command"))
            .value(PolicyRenderer.ROLES, row.optional("roles"))
            .value(PolicyRenderer.USING, row.optional("seen"))
            .value(PolicyRenderer.CHECK, row.optional("written"))
            .all();
    var id = table.get().member(ObjectKind.POLICY, row.text("polname"));
    var policy = new Definition(id, Optional.of(table.get()), attributes);
    look.add(Address.of("pg_policy", row.number("oid")), policy);
  }
}
