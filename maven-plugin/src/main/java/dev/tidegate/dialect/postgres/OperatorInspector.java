package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads operators. One that was only named as another's commutator or negator and never defined has
 * no function: a shell.
 */
final class OperatorInspector {
  private static final String QUESTION =
      """
      SELECT o.oid, n.nspname, o.oprname,
             '(' || CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END
               || ', ' || format_type(o.oprright, NULL) || ')' AS types,
             CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END AS "LEFTARG",
             format_type(o.oprright, NULL) AS "RIGHTARG",
             NULLIF(o.oprcode::regproc::text, '-') AS "FUNCTION",
             'OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')' AS "COMMUTATOR",
             'OPERATOR(' || quote_ident(nn.nspname) || '.' || g.oprname || ')' AS "NEGATOR",
             NULLIF(o.oprrest::regproc::text, '-') AS "RESTRICT",
             NULLIF(o.oprjoin::regproc::text, '-') AS "JOIN",
             CASE WHEN o.oprcanhash THEN '' END AS "HASHES",
             CASE WHEN o.oprcanmerge THEN '' END AS "MERGES"
      FROM pg_operator o
      JOIN pg_namespace n ON n.oid = o.oprnamespace
      LEFT JOIN pg_operator c ON c.oid = o.oprcom
      LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
      LEFT JOIN pg_operator g ON g.oid = o.oprnegate
      LEFT JOIN pg_namespace nn ON nn.oid = g.oprnamespace
      WHERE o.oprnamespace = :namespaces
      """;

  private final Look look;

  OperatorInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_operator", "o.oid"),
        row ->
            look.addUnlessExcluded(
                Address.of("pg_operator", row.number("oid")),
                new Definition(
                    ObjectId.of(
                        ObjectKind.OPERATOR,
                        row.text("nspname"),
                        row.text("oprname"),
                        row.text("types")),
                    Optional.empty(),
                    new OptionSet().columns(row, OperatorRenderer.OPTIONS).all())));
  }
}
