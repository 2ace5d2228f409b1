package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads base types, and shell types that nobody has filled. */
final class BaseTypeInspector {
  private static final String QUESTION =
      """
      SELECT t.oid, n.nspname, t.typname,
             t.typinput::regproc::text AS "INPUT", t.typoutput::regproc::text AS "OUTPUT",
             NULLIF(t.typreceive::regproc::text, '-') AS "RECEIVE",
             NULLIF(t.typsend::regproc::text, '-') AS "SEND",
             NULLIF(t.typmodin::regproc::text, '-') AS "TYPMOD_IN",
             NULLIF(t.typmodout::regproc::text, '-') AS "TYPMOD_OUT",
             NULLIF(t.typanalyze::regproc::text, '-') AS "ANALYZE",
             CASE WHEN t.typsubscript NOT IN (0, 'raw_array_subscript_handler'::regproc)
                  THEN t.typsubscript::regproc::text END AS "SUBSCRIPT",
             CASE WHEN t.typlen < 0 THEN 'VARIABLE' ELSE t.typlen::text END AS "INTERNALLENGTH",
             CASE WHEN t.typbyval THEN '' END AS "PASSEDBYVALUE",
             CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'd' THEN 'double'
                  END AS "ALIGNMENT",
             CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended'
                               WHEN 'm' THEN 'main' ELSE 'plain' END AS "STORAGE",
             NULLIF(quote_literal(t.typcategory::text), '''U''') AS "CATEGORY",
             CASE WHEN t.typispreferred THEN 'true' END AS "PREFERRED",
             quote_literal(t.typdefault) AS "DEFAULT",
             CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END AS "ELEMENT",
             NULLIF(quote_literal(t.typdelim::text), ''',''') AS "DELIMITER",
             CASE WHEN t.typcollation <> 0 THEN 'true' END AS "COLLATABLE"
      FROM pg_type t
      JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'b' AND t.typnamespace = :namespaces
        AND NOT EXISTS (SELECT FROM pg_type element WHERE element.typarray = t.oid)
      """;

  private static final String SHELLS =
      """
      SELECT t.oid, n.nspname, t.typname
      FROM pg_type t
      JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE NOT t.typisdefined AND t.typnamespace = :namespaces
      """;

  // The functions that a type stands on and that take or return it.
  private static final String FUNCTIONS =
      """
      SELECT DISTINCT d.objid AS type, d.refobjid AS function
      FROM pg_depend d
      JOIN pg_type t ON t.oid = d.objid AND t.typtype = 'b'
      WHERE d.classid = 'pg_type'::regclass AND d.refclassid = 'pg_proc'::regclass
        AND d.objid >= 16384 AND d.refobjid >= 16384
      """;

  private final Look look;

  BaseTypeInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(QUESTION + " AND " + Look.ownObject("pg_type", "t.oid"), this::readType);
    look.each(
        SHELLS + " AND " + Look.ownObject("pg_type", "t.oid"),
        row ->
            look.addUnlessExcluded(
                Address.of("pg_type", row.number("oid")),
                ShellType.alone(row.text("nspname"), row.text("typname"))));
    look.each(
        FUNCTIONS,
        row -> {
          var type = look.addresses().owner(Address.of("pg_type", row.number("type")));
          var function = Address.of("pg_proc", row.number("function"));
          type.filter(id -> id.kind() == ObjectKind.BASE_TYPE)
              .ifPresent(id -> look.addresses().addInner(function, id, ShellType.idOf(id)));
        });
  }

  private void readType(Row row) throws SQLException {
    var id = ObjectId.of(ObjectKind.BASE_TYPE, row.text("nspname"), row.text("typname"));
    var type =
        new Definition(
            id, Optional.empty(), new OptionSet().columns(row, BaseTypeRenderer.OPTIONS).all());
    if (look.addUnlessExcluded(Address.of("pg_type", row.number("oid")), type)) {
      var shell = ShellType.of(type);
      look.add(shell);
      look.depend(id, shell.id());
    }
  }
}
