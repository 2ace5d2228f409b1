package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** https://www.postgresql.org/docs/current/sql-createtype.html */
final class BaseTypeRenderer implements DefinitionRenderer {
  static final String[] OPTIONS = {
    "INPUT",
    "OUTPUT",
    "RECEIVE",
    "SEND",
    "TYPMOD_IN",
    "TYPMOD_OUT",
    "ANALYZE",
    "SUBSCRIPT",
    "INTERNALLENGTH",
    "PASSEDBYVALUE",
    "ALIGNMENT",
    "STORAGE",
    "CATEGORY",
    "PREFERRED",
    "DEFAULT",
    "ELEMENT",
    "DELIMITER",
    "COLLATABLE"
  };

  /** What ALTER TYPE … SET changes. */
  private static final Set<String> SETTABLE =
      Set.of("RECEIVE", "SEND", "TYPMOD_IN", "TYPMOD_OUT", "ANALYZE", "SUBSCRIPT", "STORAGE");

  @Override
  public List<String> create(Definition type, List<SchemaObject> parts) {
    var options = new ArrayList<String>();
    for (var name : OPTIONS) {
      type.attribute(name)
          .ifPresent(value -> options.add(value.isEmpty() ? name : name + " = " + value));
    }
    return List.of(sql("CREATE TYPE").name(type.id()).block(options).sql());
  }

  @Override
  public List<String> drop(Definition type) {
    return List.of(sql("DROP TYPE").name(type.id()).sql());
  }

  @Override
  public List<String> drop(Definition type, Surroundings surroundings) {
    return ShellType.dropWithFunctions(type, surroundings);
  }

  /** Storage in the row only cannot be left, nor come back. */
  @Override
  public boolean altersInPlace(Pair<Definition> type) {
    var plain = type.map(it -> it.require("STORAGE").equals("plain"));
    return fixed(type.from()).equals(fixed(type.to())) && plain.from().equals(plain.to());
  }

  @Override
  public List<String> alter(Pair<Definition> type) {
    var changes = new ArrayList<String>();
    for (var name : OPTIONS) {
      var values = type.map(it -> it.attribute(name));
      if (!values.from().equals(values.to())) {
        changes.add(name + " = " + values.to().orElse("NONE"));
      }
    }
    return List.of(
        sql("ALTER TYPE")
            .name(type.to().id())
            .words("SET (" + String.join(", ", changes) + ")")
            .sql());
  }

  /** What can only be said when the type is made. */
  static SortedMap<String, String> fixed(Definition type) {
    var rest = new TreeMap<>(type.attributes());
    rest.keySet().removeAll(SETTABLE);
    return rest;
  }
}
