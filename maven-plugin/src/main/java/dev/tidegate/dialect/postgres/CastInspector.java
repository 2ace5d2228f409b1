package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads casts. */
final class CastInspector {
  private static final String QUESTION =
      """
      SELECT c.oid, format_type(c.castsource, NULL) AS source,
             format_type(c.casttarget, NULL) AS target,
             CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure
                               WHEN 'i' THEN 'WITH INOUT'
                               ELSE 'WITHOUT FUNCTION' END AS method,
             CASE c.castcontext WHEN 'i' THEN 'AS IMPLICIT' WHEN 'a' THEN 'AS ASSIGNMENT' END
               AS context
      FROM pg_cast c
      WHERE c.oid >= 16384
        AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid
                          AND d.deptype = 'i')
      """;

  private final Look look;

  CastInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    if (!look.scope().namespaces().isEmpty()) {
      return; // stands in no name space
    }
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_cast", "c.oid"),
        row ->
            look.addUnlessExcluded(
                Address.of("pg_cast", row.number("oid")),
                new Definition(
                    ObjectId.of(ObjectKind.CAST, row.text("source"), row.text("target")),
                    Optional.empty(),
                    new OptionSet().columns(row, "method", "context").all())));
  }
}
