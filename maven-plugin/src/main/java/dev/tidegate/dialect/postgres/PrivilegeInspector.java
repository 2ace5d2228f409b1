package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads who owns an object and who may do what with it, as far as that is not what the server gives
 * by itself. Where privileges are not compared only what is out of the ordinary is kept.
 */
final class PrivilegeInspector {
  /** Since version 15 it owns the schema "public"; before that, whoever made the server does. */
  private static final String OWNER_OF_PUBLIC = "pg_database_owner";

  // The letter is that of acldefault(); without one there are no privileges. OFFSET 0 keeps the few
  // columns with grants first: in a catalogue without statistics they would be looked for once for
  // each relation.
  private static final String OBJECTS =
      """
      SELECT 'pg_class' AS catalogue, oid, 0 AS number, relowner AS owner, relacl AS acl,
             CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char" AS letter, relname::text AS name,
             relnamespace AS namespace
        FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND relnamespace = :namespaces
      UNION ALL
      SELECT 'pg_class', a.attrelid, a.attnum, c.relowner, a.attacl, 'c', a.attname, 0
        FROM pg_attribute a
       CROSS JOIN LATERAL (SELECT relowner FROM pg_class
                           WHERE oid = a.attrelid AND relnamespace = :namespaces OFFSET 0) c
       WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
      UNION ALL
      SELECT 'pg_namespace', oid, 0, nspowner, nspacl, 'n', nspname, 0 FROM pg_namespace
      UNION ALL
      SELECT 'pg_proc', oid, 0, proowner, proacl, 'f', proname, 0
        FROM pg_proc WHERE pronamespace = :namespaces
      UNION ALL
      SELECT 'pg_type', oid, 0, typowner, typacl, 'T', typname, 0
        FROM pg_type WHERE typnamespace = :namespaces
      UNION ALL
      SELECT 'pg_language', oid, 0, lanowner, lanacl, 'l', lanname, 0 FROM pg_language
      UNION ALL
      SELECT 'pg_foreign_data_wrapper', oid, 0, fdwowner, fdwacl, 'F', fdwname, 0
        FROM pg_foreign_data_wrapper
      UNION ALL
      SELECT 'pg_foreign_server', oid, 0, srvowner, srvacl, 'S', srvname, 0 FROM pg_foreign_server
      UNION ALL SELECT 'pg_operator', oid, 0, oprowner, NULL, NULL, '', 0 FROM pg_operator
      UNION ALL SELECT 'pg_opclass', oid, 0, opcowner, NULL, NULL, '', 0 FROM pg_opclass
      UNION ALL SELECT 'pg_opfamily', oid, 0, opfowner, NULL, NULL, '', 0 FROM pg_opfamily
      UNION ALL SELECT 'pg_collation', oid, 0, collowner, NULL, NULL, '', 0 FROM pg_collation
      UNION ALL SELECT 'pg_conversion', oid, 0, conowner, NULL, NULL, '', 0 FROM pg_conversion
      UNION ALL SELECT 'pg_ts_dict', oid, 0, dictowner, NULL, NULL, '', 0 FROM pg_ts_dict
      UNION ALL SELECT 'pg_ts_config', oid, 0, cfgowner, NULL, NULL, '', 0 FROM pg_ts_config
      UNION ALL SELECT 'pg_statistic_ext', oid, 0, stxowner, NULL, NULL, '', 0 FROM pg_statistic_ext
      UNION ALL SELECT 'pg_event_trigger', oid, 0, evtowner, NULL, NULL, '', 0 FROM pg_event_trigger
      UNION ALL SELECT 'pg_publication', oid, 0, pubowner, NULL, NULL, '', 0 FROM pg_publication
      UNION ALL SELECT 'pg_subscription', oid, 0, subowner, NULL, NULL, '', 0 FROM pg_subscription
      """;

  private static final String QUESTION =
      """
      SELECT o.catalogue, o.oid, o.number, o.letter, o.name, current_user AS me,
             pg_get_userbyid(o.owner) AS owner, n.nspname,
             o.acl IS NOT NULL AS changed, o.acl::text[] AS acl,
             CASE WHEN o.acl IS NOT NULL THEN acldefault(o.letter, o.owner)::text[] END AS given,
             o.owner = 10 AS of_server
      FROM (%s) o
      LEFT JOIN pg_namespace n ON n.oid = o.namespace
      WHERE (o.oid >= 16384 OR o.oid = to_regnamespace('public'))
      """;

  // Nobody has to give back what everybody has.
  private static final String UNUSUAL =
      " AND (o.acl IS NOT NULL OR pg_get_userbyid(o.owner) <> current_user)";

  private final Look look;
  private final List<Definition> defaults;

  PrivilegeInspector(Look look, List<Definition> defaults) {
    this.look = look;
    this.defaults = defaults;
  }

  void read() throws SQLException {
    look.each(QUESTION.formatted(OBJECTS) + (everything() ? "" : UNUSUAL), this::readObject);
  }

  private void readObject(Row row) throws SQLException {
    var address = new Address(row.text("catalogue"), row.number("oid"), row.count("number"));
    var whole = look.addresses().owner(address);
    if (whole.isEmpty()) {
      return;
    }
    var subject = subject(row, address, whole.get());
    if (subject.isEmpty()) {
      return;
    }
    var about = new About(subject.get(), whole.get());
    var names = new RoleNames(row.text("owner"), row.text("me"));
    if (address.column() == 0) {
      var byServer =
          about.isPublic() && (row.flag("of_server") || row.text("owner").equals(OWNER_OF_PUBLIC));
      addOwner(about, byServer ? OWNER_OF_PUBLIC : names.owner());
    }
    if (row.flag("changed")) {
      readGrants(row, about, names);
    }
  }

  /** The sequence by which an identity column counts is no object, but it has grants of its own. */
  private Optional<ObjectId> subject(Row row, Address address, ObjectId whole) throws SQLException {
    if (address.catalogue().equals("pg_class")
        && whole.kind() == ObjectKind.COLUMN
        && row.letter("letter") == 's') {
      return Optional.of(ObjectId.of(ObjectKind.SEQUENCE, row.text("nspname"), row.text("name")));
    }
    return look.addresses().subject(address);
  }

  private void addOwner(About about, String role) {
    if (about.isOwned() && (everything() || !role.equals(Privileges.CURRENT_USER))) {
      var attributes = new TreeMap<String, String>();
      attributes.put(Privileges.ROLE, role);
      add(
          new Definition(
              Privileges.ownerOf(about.subject()), Optional.of(about.whole()), attributes),
          Set.of());
    }
  }

  private void readGrants(Row row, About about, RoleNames names) throws SQLException {
    var given = AccessControlList.parse(row.texts("given"), names::of);
    if (about.isPublic()) {
      given = given.withPublic("USAGE");
      if (look.version().isPublicOpen()) {
        given = given.withPublic("CREATE");
      }
    }
    var changed = AccessControlList.parse(row.texts("acl"), names::of).beyond(given);
    for (var entry : changed.entrySet()) {
      var grant = entry.getKey();
      var id = Privileges.on(about.subject(), grant.grantee(), grant.grantor());
      var needs = new TreeSet<ObjectId>();
      needs.add(Privileges.ownerOf(about.subject()));
      needs.add(Privileges.ownerOf(about.relation()));
      if (!grant.grantor().isEmpty()) {
        // Who passes a privilege on has it for the whole relation or for the column, from anyone.
        for (var other : changed.keySet()) {
          if (other.grantee().equals(grant.grantor())) {
            needs.add(Privileges.on(about.subject(), other.grantee(), other.grantor()));
          }
        }
        needs.add(Privileges.on(about.relation(), grant.grantor(), ""));
      }
      add(new Definition(id, Optional.of(about.whole()), entry.getValue()), needs);
    }
  }

  private boolean everything() {
    return look.scope().privileges() || !defaults.isEmpty();
  }

  private void add(Definition definition, Set<ObjectId> needs) {
    if (look.scope().privileges()) {
      look.add(definition);
      needs.forEach(needed -> look.depend(definition.id(), needed));
    } else {
      look.keep(definition, needs);
    }
  }

  /**
   * What a row is about.
   *
   * @param subject what has the owner and the grants
   * @param whole the object of the model that it is, or is a part of
   */
  private record About(ObjectId subject, ObjectId whole) {
    boolean isPublic() {
      return subject.equals(ObjectId.of(ObjectKind.NAMESPACE, "public"));
    }

    /** Extensions have an owner that nobody can change. */
    boolean isOwned() {
      return subject.kind() != ObjectKind.EXTENSION;
    }

    /** The relation of a column; any other subject itself. */
    ObjectId relation() {
      return whole.kind() == ObjectKind.COLUMN && subject.kind() == ObjectKind.COLUMN
          ? new ObjectId(ObjectKind.TABLE, whole.qualifier())
          : whole;
    }
  }
}
