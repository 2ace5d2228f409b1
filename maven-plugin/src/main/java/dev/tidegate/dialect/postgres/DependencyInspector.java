package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Reads what needs what. */
final class DependencyInspector {
  // A type is needed through its array type as well, and a relation through its row type.
  private static final String ARRAY_TYPES =
      """
      SELECT t.oid, t.typarray
      FROM pg_type t
      WHERE t.typarray <> 0 AND t.oid >= 16384
      """;

  // 'e' and 'x' are about extensions' members. The system's own objects have oids below 16384.
  // https://www.postgresql.org/docs/current/catalog-pg-depend.html
  private static final String DEPENDENCIES =
      """
      SELECT d.classid::regclass::text AS catalogue, d.objid, d.objsubid,
             d.refclassid::regclass::text AS needed_catalogue, d.refobjid, d.refobjsubid
      FROM pg_depend d
      WHERE d.deptype IN ('n', 'a', 'i', 'P', 'S') AND d.objid >= 16384
        AND d.refclassid <> 'pg_namespace'::regclass
      """;

  private final Look look;

  DependencyInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        ARRAY_TYPES,
        row -> {
          var element = look.addresses().owner(Address.of("pg_type", row.number("oid")));
          var array = Address.of("pg_type", row.number("typarray"));
          element.ifPresent(id -> look.addresses().addPart(array, id));
        });
    look.each(DEPENDENCIES, this::readDependency);
  }

  private void readDependency(Row row) throws SQLException {
    var address = new Address(row.text("catalogue"), row.number("objid"), row.count("objsubid"));
    var object = look.addresses().owner(address);
    if (object.isEmpty()) {
      return;
    }
    var needed =
        look.addresses()
            .owner(
                new Address(
                    row.text("needed_catalogue"),
                    row.number("refobjid"),
                    row.count("refobjsubid")));
    if (needed.isPresent() && isNeed(object.get(), needed.get())) {
      look.depend(object.get(), look.addresses().needed(address, needed.get()));
    }
  }

  private static boolean isNeed(ObjectId object, ObjectId needed) {
    // A sequence does not need its owner: that is the ownership's.
    var isOwner = object.kind() == ObjectKind.SEQUENCE && needed.kind() == ObjectKind.COLUMN;
    // Members of an extension need each other: that is the extension's.
    var isMember = object.kind() == ObjectKind.EXTENSION;
    return !isOwner && !isMember && !object.equals(needed);
  }
}
