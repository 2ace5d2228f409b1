package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Lists every object that users made, in every catalogue, and reports those that no record of the
 * model stands for. It does not know what the other inspectors read: it asks the catalogues
 * themselves and compares with the addresses that were found. Comments without a subject are
 * reported by {@link CommentInspector}.
 */
final class CompletenessNet {
  /** What a part of an extension's own object is, cannot be told from what users added to it. */
  private static final String POLICIES = "pg_policy";

  // Rows of their own that say something of an object.
  private static final String SECURITY_LABELS =
      """
      SELECT l.classoid::regclass::text AS catalogue, l.objoid AS oid, l.objsubid AS number,
             'security label of ' || l.provider || ' on ' AS saying
      FROM pg_seclabel l
      """;

  // https://www.postgresql.org/docs/current/sql-alterfunction.html: DEPENDS ON EXTENSION
  private static final String EXTENSION_BONDS =
      """
      SELECT d.classid::regclass::text AS catalogue, d.objid AS oid, d.objsubid AS number,
             'dependence on extension ' || e.extname || ' of ' AS saying
      FROM pg_depend d
      JOIN pg_extension e ON e.oid = d.refobjid
      WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'x'
      """;

  // What an extension grants on its members is in pg_init_privs:
  // https://www.postgresql.org/docs/current/catalog-pg-init-privs.html
  private static final String GRANTS_ON_MEMBERS =
      """
      SELECT o.class::text AS catalogue, o.oid, 0 AS number, 'changed grants on ' AS saying
      FROM (
        SELECT 'pg_proc'::regclass AS class, oid, proacl AS acl, acldefault('f', proowner) AS usual
          FROM pg_proc
        UNION ALL
        SELECT 'pg_class', oid, relacl,
               acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner)
          FROM pg_class
        UNION ALL SELECT 'pg_type', oid, typacl, acldefault('T', typowner) FROM pg_type
        UNION ALL SELECT 'pg_namespace', oid, nspacl, acldefault('n', nspowner) FROM pg_namespace
        UNION ALL SELECT 'pg_language', oid, lanacl, acldefault('l', lanowner) FROM pg_language
        UNION ALL
        SELECT 'pg_foreign_data_wrapper', oid, fdwacl, acldefault('F', fdwowner)
          FROM pg_foreign_data_wrapper
      ) o
      JOIN pg_depend d ON d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e'
      LEFT JOIN pg_init_privs i ON i.classoid = o.class AND i.objoid = o.oid AND i.objsubid = 0
      WHERE (o.acl IS NOT NULL OR i.initprivs IS NOT NULL)
        AND ARRAY(SELECT item::text FROM unnest(coalesce(o.acl, o.usual)) item ORDER BY 1)
          <> ARRAY(SELECT item::text FROM unnest(coalesce(i.initprivs, o.usual)) item ORDER BY 1)
      """;

  private final Look look;
  private final List<Suspect> suspects = new ArrayList<>();

  CompletenessNet(Look look) {
    this.look = look;
  }

  /** Something that is to be reported, unless the scope leaves it out. */
  private record Suspect(Address address, String saying) {}

  void cast() throws SQLException {
    look.each(
        CatalogueClass.question(CatalogueClass.all(look.version())),
        row -> {
          var address = Address.of(row.text("catalogue"), row.number("oid"));
          if (look.addresses().owner(address).isEmpty() && isLookedAt(row)) {
            suspects.add(new Suspect(address, ""));
          }
        });
    look.each(
        SECURITY_LABELS,
        row -> {
          var address = new Address(row.text("catalogue"), row.number("oid"), row.count("number"));
          if (look.addresses().subject(address).isEmpty()) {
            readSaying(row);
          }
        });
    look.each(EXTENSION_BONDS, this::readSaying);
    if (look.scope().privileges()) {
      look.each(GRANTS_ON_MEMBERS, this::readSaying);
    }
    report();
  }

  /** What is a part goes with its whole: where that is left out or reported, so is the part. */
  private boolean isLookedAt(Row row) throws SQLException {
    var namespace = row.number("namespace");
    if (namespace != 0 && look.addresses().owner(Address.of("pg_namespace", namespace)).isEmpty()) {
      return false;
    }
    if (row.number("whole") == 0) {
      return namespace != 0 || look.scope().namespaces().isEmpty();
    }
    var whole =
        look.addresses().owner(Address.of(row.text("whole_catalogue"), row.number("whole")));
    return whole.isPresent()
        && (whole.get().kind() != ObjectKind.EXTENSION || row.text("catalogue").equals(POLICIES));
  }

  private void readSaying(Row row) throws SQLException {
    var address = new Address(row.text("catalogue"), row.number("oid"), row.count("number"));
    if (look.addresses().owner(address).isPresent()) {
      suspects.add(new Suspect(address, row.text("saying")));
    }
  }

  /** Asks for names only of what is to be reported, since the server takes its time for them. */
  private void report() throws SQLException {
    if (suspects.isEmpty()) {
      return;
    }
    var rows = new StringJoiner(", ");
    for (var i = 0; i < suspects.size(); i++) {
      var address = suspects.get(i).address();
      rows.add(
          "(%d, '%s'::regclass, %d::oid, %d)"
              .formatted(i, address.catalogue(), address.oid(), address.column()));
    }
    look.each(
        """
        SELECT s.place, o.schema, o.name, o.type, o.identity
        FROM (VALUES %s) s (place, class, oid, number)
        CROSS JOIN LATERAL pg_identify_object(s.class, s.oid, s.number) o
        """
            .formatted(rows),
        this::reportUnlessExcluded);
  }

  private void reportUnlessExcluded(Row row) throws SQLException {
    var identity = row.text("identity");
    var name = row.optional("name").orElse(identity);
    var qualified = row.optional("schema").map(it -> it + "." + name).orElse(name);
    // The kind plays no part in it, but for the histories of migrations and our own tables.
    var own = row.text("type").equals("table") && Scope.isHistory(name);
    var excluded =
        own
            || Stream.of(identity, qualified, name)
                .anyMatch(it -> look.scope().excludes(ObjectId.of(ObjectKind.COMPOSITE_TYPE, it)));
    if (!excluded) {
      look.addUnmodelled(
          suspects.get(row.count("place")).saying() + row.text("type") + " " + identity);
    }
  }
}
