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

/**
 * https://www.postgresql.org/docs/current/sql-createoperator.html
 *
 * <p>A commutator or negator that is not there yet is made by the server as a shell, which its own
 * CREATE OPERATOR fills: so the two may come in any order.
 */
final class OperatorRenderer implements DefinitionRenderer {
  static final String[] OPTIONS = {
    "FUNCTION",
    "LEFTARG",
    "RIGHTARG",
    "COMMUTATOR",
    "NEGATOR",
    "RESTRICT",
    "JOIN",
    "HASHES",
    "MERGES"
  };

  /** What ALTER OPERATOR sets on every version; the rest it sets from 17 on, and only once. */
  private static final Set<String> SETTABLE = Set.of("RESTRICT", "JOIN");

  @Override
  public List<String> create(Definition operator, List<SchemaObject> parts) {
    if (isShell(operator)) {
      return List.of(); // comes with the operator that names it
    }
    var options = new ArrayList<String>();
    for (var name : OPTIONS) {
      operator
          .attribute(name)
          .ifPresent(value -> options.add(value.isEmpty() ? name : name + " = " + value));
    }
    var path = operator.id().path();
    return List.of(
        sql("CREATE OPERATOR")
            .words(ObjectNames.operator(path.get(0), path.get(1)))
            .block(options)
            .sql());
  }

  @Override
  public List<String> drop(Definition operator) {
    return List.of(sql("DROP").words(ObjectNames.named(operator.id())).sql());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> operator) {
    return isShell(operator.from()) || fixed(operator.from()).equals(fixed(operator.to()));
  }

  @Override
  public List<String> alter(Pair<Definition> operator) {
    if (isShell(operator.from())) {
      return create(operator.to(), List.of());
    }
    var changes = new ArrayList<String>();
    for (var name : OPTIONS) {
      var to = operator.to().attribute(name);
      if (!operator.from().attribute(name).equals(to)) {
        changes.add(name + " = " + to.orElse("NONE"));
      }
    }
    return List.of(
        sql("ALTER")
            .words(ObjectNames.named(operator.to().id()))
            .words("SET (" + String.join(", ", changes) + ")")
            .sql());
  }

  private static boolean isShell(Definition operator) {
    return operator.attribute("FUNCTION").isEmpty();
  }

  private static SortedMap<String, String> fixed(Definition operator) {
    var rest = new TreeMap<>(operator.attributes());
    rest.keySet().removeAll(SETTABLE);
    return rest;
  }
}
