package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One consistent look at a database: asks it, and gathers what the inspectors of each kind find.
 */
final class Look {
  /** Stands in a query for the oids of the name spaces in scope. */
  static final String NAMESPACES = ":namespaces";

  private static final Set<ObjectKind> RELATIONS =
      EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

  /** What stands in no name space, so that its path starts with its own name. */
  private static final Set<ObjectKind> OF_DATABASE =
      EnumSet.of(
          ObjectKind.NAMESPACE,
          ObjectKind.EXTENSION,
          ObjectKind.LANGUAGE,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.FOREIGN_SERVER,
          ObjectKind.USER_MAPPING,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.EVENT_TRIGGER,
          ObjectKind.PUBLICATION,
          ObjectKind.SUBSCRIPTION,
          ObjectKind.DEFAULT_PRIVILEGE);

  private final Connection connection;
  private final ServerVersion version;
  private final Scope scope;
  private final Addresses addresses = new Addresses();
  private final List<SchemaObject> objects = new ArrayList<>();
  private final Map<ObjectId, Set<ObjectId>> dependencies = new HashMap<>();
  private final List<String> unmodelled = new ArrayList<>();
  private final List<Schema.Kept> kept = new ArrayList<>();
  private final StringBuilder namespaces = new StringBuilder();

  Look(Connection connection, ServerVersion version, Scope scope) {
    this.connection = connection;
    this.version = version;
    this.scope = scope;
  }

  /** Takes one row of an answer. */
  interface Reader {
    void read(Row row) throws SQLException;
  }

  /** The condition that a row of this catalogue is no member of an extension. */
  static String ownObject(String catalogue, String oid) {
    return "NOT EXISTS (SELECT FROM pg_depend member WHERE member.classid = '"
        + catalogue
        + "'::regclass AND member.objid = "
        + oid
        + " AND member.deptype = 'e')";
  }

  /** Asks one question for the whole database. */
  void each(String question, Reader reader) throws SQLException {
    try (var statement = connection.createStatement()) {
      var asked = question.replace(NAMESPACES, "ANY ('{" + namespaces + "}'::oid[])");
      try (var results = statement.executeQuery(asked)) {
        var row = new Row(results);
        while (results.next()) {
          reader.read(row);
        }
      }
    }
  }

  ServerVersion version() {
    return version;
  }

  Scope scope() {
    return scope;
  }

  Addresses addresses() {
    return addresses;
  }

  /** Whether what stands in no name space is looked at. */
  boolean wholeDatabase() {
    return scope.namespaces().isEmpty();
  }

  /** The table of this oid, if it is looked at. */
  Optional<ObjectId> table(long oid) {
    return addresses.owner(Address.of("pg_class", oid)).filter(id -> id.kind() == ObjectKind.TABLE);
  }

  /** The table, view or materialized view of this oid, if it is looked at. */
  Optional<ObjectId> tableOrView(long oid) {
    return addresses.owner(Address.of("pg_class", oid)).filter(id -> RELATIONS.contains(id.kind()));
  }

  /** Adds a name space to those that are looked at. */
  void addNamespace(long oid) {
    namespaces.append(namespaces.isEmpty() ? "" : ",").append(oid);
  }

  /** Adds an object that stands on its own, unless the scope leaves it out. */
  boolean addUnlessExcluded(Address address, SchemaObject object) {
    if (scope.excludes(object.id())) {
      return false;
    }
    add(address, object);
    return true;
  }

  /** Adds an object. */
  void add(Address address, SchemaObject object) {
    addresses.add(address, object.id());
    add(object);
  }

  /** Adds an object that has no address of its own. */
  void add(SchemaObject object) {
    objects.add(object);
    if (object.parent().isEmpty() && !OF_DATABASE.contains(object.id().kind())) {
      depend(object.id(), ObjectId.of(ObjectKind.NAMESPACE, object.id().path().get(0)));
    }
  }

  /** Notes that the first object needs the second. */
  void depend(ObjectId id, ObjectId needed) {
    dependencies.computeIfAbsent(id, key -> new HashSet<>()).add(needed);
  }

  /** Adds an object that is not compared, with what it needs. */
  void keep(SchemaObject object, Set<ObjectId> needs) {
    kept.add(new Schema.Kept(object, needs));
  }

  /** Notes something that no record stands for, in words. */
  void addUnmodelled(String words) {
    unmodelled.add(words);
  }

  /** All that was found. */
  Schema schema() {
    return Schema.of(objects, dependencies, unmodelled).keeping(kept);
  }
}
