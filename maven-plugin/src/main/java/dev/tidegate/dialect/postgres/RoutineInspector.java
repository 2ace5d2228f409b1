package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Routine;
import java.sql.SQLException;

/** Reads functions, window functions and procedures. */
final class RoutineInspector {
  // The server makes the constructors of a range type; they are internal to the type.
  private static final String QUESTION =
      """
      SELECT p.oid, n.nspname, p.proname, p.prokind, l.lanname,
             '(' || oidvectortypes(p.proargtypes) || ')' AS types,
             COALESCE(pg_get_function_result(p.oid), '') AS result,
             pg_get_function_arguments(p.oid) AS arguments,
             CASE WHEN p.prosqlbody IS NULL THEN p.prosrc ELSE '' END AS body,
             pg_get_functiondef(p.oid) AS definition
      FROM pg_proc p
      JOIN pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_language l ON l.oid = p.prolang
      WHERE p.prokind <> 'a' AND p.pronamespace = :namespaces
        AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                          AND d.deptype = 'i' AND d.refclassid = 'pg_type'::regclass)
      """;

  private final Look look;

  RoutineInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_proc", "p.oid"),
        row -> {
          var kind = row.letter("prokind") == 'p' ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
          look.addUnlessExcluded(
              Address.of("pg_proc", row.number("oid")),
              new Routine(
                  ObjectId.of(kind, row.text("nspname"), row.text("proname"), row.text("types")),
                  row.text("result"),
                  row.text("arguments"),
                  row.text("lanname"),
                  row.text("body"),
                  row.text("definition").stripTrailing()));
        });
  }
}
