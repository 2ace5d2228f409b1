package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Extension;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Reads extensions. Whoever uses a member depends on the extension. */
final class ExtensionInspector {
  // Every database is created with plpgsql: it is as good as the system's.
  private static final String EXTENSIONS =
      """
      SELECT e.oid, e.extname, n.nspname, e.extversion
      FROM pg_extension e
      JOIN pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname <> 'plpgsql'
      """;

  private static final String MEMBERS =
      """
      SELECT d.classid::regclass::text AS catalogue, d.objid, d.refobjid
      FROM pg_depend d
      WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
      """;

  private final Look look;

  ExtensionInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        EXTENSIONS,
        row -> {
          var id = ObjectId.of(ObjectKind.EXTENSION, row.text("extname"));
          look.addUnlessExcluded(
              Address.of("pg_extension", row.number("oid")),
              new Extension(id, row.text("nspname"), row.text("extversion")));
          look.depend(id, ObjectId.of(ObjectKind.NAMESPACE, row.text("nspname")));
        });
    look.each(
        MEMBERS,
        row -> {
          var extension =
              look.addresses().owner(Address.of("pg_extension", row.number("refobjid")));
          var member = Address.of(row.text("catalogue"), row.number("objid"));
          extension.ifPresent(id -> look.addresses().addPart(member, id));
        });
  }
}
