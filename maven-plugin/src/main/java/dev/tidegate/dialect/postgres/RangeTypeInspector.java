package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads range types, each with the multirange type that comes with it. */
final class RangeTypeInspector {
  // An operator class goes without saying when it is the default one of the subtype.
  private static final String QUESTION =
      """
      SELECT t.oid, r.rngmultitypid, n.nspname, t.typname,
             format_type(r.rngsubtype, NULL) AS subtype,
             CASE WHEN NOT oc.opcdefault OR oc.opcintype <> r.rngsubtype
                  THEN quote_ident(ocn.nspname) || '.' || quote_ident(oc.opcname)
             END AS subtype_opclass,
             CASE WHEN r.rngcollation <> s.typcollation
                  THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
             END AS collation,
             NULLIF(r.rngcanonical::regproc::text, '-') AS canonical,
             NULLIF(r.rngsubdiff::regproc::text, '-') AS subtype_diff,
             quote_ident(mn.nspname) || '.' || quote_ident(m.typname) AS multirange_type_name,
             NULLIF(r.rngcanonical, 0) AS canonical_oid
      FROM pg_range r
      JOIN pg_type t ON t.oid = r.rngtypid
      JOIN pg_namespace n ON n.oid = t.typnamespace
      JOIN pg_type s ON s.oid = r.rngsubtype
      JOIN pg_type m ON m.oid = r.rngmultitypid
      JOIN pg_namespace mn ON mn.oid = m.typnamespace
      JOIN pg_opclass oc ON oc.oid = r.rngsubopc
      JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
      LEFT JOIN pg_collation co ON co.oid = r.rngcollation
      LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
      WHERE t.typnamespace = :namespaces
      """;

  // The server makes the functions by which ranges and multiranges are written.
  private static final String CONSTRUCTORS =
      """
      SELECT d.objid, d.refobjid
      FROM pg_depend d
      WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass
        AND d.deptype = 'i' AND d.objid >= 16384
      """;

  private final Look look;

  RangeTypeInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(QUESTION + " AND " + Look.ownObject("pg_type", "t.oid"), this::readRange);
    look.each(
        CONSTRUCTORS,
        row -> {
          var type = look.addresses().owner(Address.of("pg_type", row.number("refobjid")));
          var function = Address.of("pg_proc", row.number("objid"));
          type.ifPresent(id -> look.addresses().addPart(function, id));
        });
  }

  private void readRange(Row row) throws SQLException {
    var id = ObjectId.of(ObjectKind.RANGE_TYPE, row.text("nspname"), row.text("typname"));
    var type =
        new Definition(
            id, Optional.empty(), new OptionSet().columns(row, RangeTypeRenderer.OPTIONS).all());
    if (!look.addUnlessExcluded(Address.of("pg_type", row.number("oid")), type)) {
      return;
    }
    look.addresses().addPart(Address.of("pg_type", row.number("rngmultitypid")), id);
    if (row.number("canonical_oid") != 0) {
      var shell = ShellType.of(type);
      look.add(shell);
      look.depend(id, shell.id());
      look.addresses().addInner(Address.of("pg_proc", row.number("canonical_oid")), id, shell.id());
    }
  }
}
