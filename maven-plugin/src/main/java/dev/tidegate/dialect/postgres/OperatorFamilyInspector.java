package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads operator families and classes with their members. A member belongs to a class when the
 * catalogue ties it to that, else to the family: so does {@code pg_dump}, and so a B-tree's
 * operators are the family's.
 */
final class OperatorFamilyInspector {
  private static final String MEMBERS =
      """
      SELECT m.catalogue, m.oid, m.family, d.refobjid AS class, m.member, m.meaning
      FROM (
        SELECT 'pg_amop' AS catalogue, o.oid, o.amopfamily AS family,
               'OPERATOR ' || o.amopstrategy || ' (' || format_type(o.amoplefttype, NULL) || ', '
                 || format_type(o.amoprighttype, NULL) || ')' AS member,
               quote_ident(n.nspname) || '.' || x.oprname
                 || COALESCE(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.'
                             || quote_ident(s.opfname), '') AS meaning
        FROM pg_amop o
        JOIN pg_operator x ON x.oid = o.amopopr
        JOIN pg_namespace n ON n.oid = x.oprnamespace
        LEFT JOIN pg_opfamily s ON s.oid = o.amopsortfamily
        LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
        UNION ALL
        SELECT 'pg_amproc', p.oid, p.amprocfamily,
               'FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL) || ', '
                 || format_type(p.amprocrighttype, NULL) || ')',
               p.amproc::regprocedure::text
        FROM pg_amproc p) m
      JOIN pg_opfamily f ON f.oid = m.family
      LEFT JOIN pg_depend d ON d.classid = m.catalogue::regclass AND d.objid = m.oid
           AND d.refclassid = 'pg_opclass'::regclass
      WHERE m.oid >= 16384 AND f.opfnamespace = :namespaces
      """;

  private static final String FAMILIES =
      """
      SELECT f.oid, n.nspname, f.opfname, a.amname
      FROM pg_opfamily f
      JOIN pg_namespace n ON n.oid = f.opfnamespace
      JOIN pg_am a ON a.oid = f.opfmethod
      WHERE f.opfnamespace = :namespaces
      """;

  private static final String CLASSES =
      """
      SELECT c.oid, n.nspname, c.opcname, a.amname, format_type(c.opcintype, NULL) AS type,
             quote_ident(fn.nspname) || '.' || quote_ident(f.opfname) AS family,
             CASE WHEN c.opcdefault THEN 'true' END AS is_default,
             CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END AS storage
      FROM pg_opclass c
      JOIN pg_namespace n ON n.oid = c.opcnamespace
      JOIN pg_am a ON a.oid = c.opcmethod
      JOIN pg_opfamily f ON f.oid = c.opcfamily
      JOIN pg_namespace fn ON fn.oid = f.opfnamespace
      WHERE c.opcnamespace = :namespaces
      """;

  private final Look look;
  private final Map<Address, OptionSet> members = new HashMap<>();
  private final Map<Address, Address> holders = new HashMap<>();

  OperatorFamilyInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(MEMBERS, this::readMember);
    look.each(
        FAMILIES + " AND " + Look.ownObject("pg_opfamily", "f.oid"),
        row -> {
          var id =
              ObjectId.of(
                  ObjectKind.OPERATOR_FAMILY,
                  row.text("nspname"),
                  row.text("opfname"),
                  row.text("amname"));
          var address = Address.of("pg_opfamily", row.number("oid"));
          look.addUnlessExcluded(
              address, new Definition(id, Optional.empty(), membersOf(address).all()));
        });
    look.each(
        CLASSES + " AND " + Look.ownObject("pg_opclass", "c.oid"),
        row -> {
          var id =
              ObjectId.of(
                  ObjectKind.OPERATOR_CLASS,
                  row.text("nspname"),
                  row.text("opcname"),
                  row.text("amname"));
          var address = Address.of("pg_opclass", row.number("oid"));
          var options = membersOf(address).columns(row, "type", "family", "is_default", "storage");
          look.addUnlessExcluded(address, new Definition(id, Optional.empty(), options.all()));
        });
    holders.forEach(
        (member, holder) ->
            look.addresses().owner(holder).ifPresent(id -> look.addresses().addPart(member, id)));
  }

  private void readMember(Row row) throws SQLException {
    var ofClass = row.number("class");
    var holder =
        ofClass == 0
            ? Address.of("pg_opfamily", row.number("family"))
            : Address.of("pg_opclass", ofClass);
    holders.put(Address.of(row.text("catalogue"), row.number("oid")), holder);
    membersOf(holder).value(row.text("member"), row.optional("meaning"));
  }

  private OptionSet membersOf(Address holder) {
    return members.computeIfAbsent(holder, key -> new OptionSet());
  }
}
