package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Carries rows over to a row type whose attributes are others, or the same in another order: as
 * text, values would go to the wrong attributes. For as long as the swap takes, there is a function
 * that converts a value of each row type, and one that converts an array of them.
 */
final class ShapeChange {
  private static final String SUFFIX = "_carried";

  private final Map<String, Pair<CompositeType>> types = new TreeMap<>();

  /** For the row types of a swap, as they were and as they are made, in that order. */
  ShapeChange(List<Pair<CompositeType>> changes) {
    if (changes.stream().anyMatch(ShapeChange::movesAttributes)) {
      changes.forEach(change -> types.put(qualified(change.to().id()), change));
    }
  }

  /** The statements that create the functions. */
  List<String> before() {
    var statements = new ArrayList<String>();
    types.values().forEach(change -> statements.addAll(functions(change)));
    return statements;
  }

  /** The statements that drop them. */
  List<String> after() {
    var statements = new ArrayList<String>();
    for (var change : types.values()) {
      for (var brackets : List.of("", "[]")) {
        statements.add(
            sql("DROP FUNCTION")
                .words(function(change) + "(" + aside(change) + brackets + ")")
                .sql());
      }
    }
    return statements;
  }

  /** Whether a value of this type, or an array of it, has to be converted by a function. */
  boolean converts(String type) {
    return types.containsKey(TypeChanges.element(type));
  }

  /** The value as one of the new type. */
  String converted(String value, String type) {
    return function(require(type)) + "(" + value + ")";
  }

  /** Bodies as text: they name each other, and are checked when they run. */
  private List<String> functions(Pair<CompositeType> change) {
    var type = qualified(change.to().id());
    var fields = new ArrayList<String>();
    for (var attribute : change.to().attributes()) {
      fields.add(field(change.from(), attribute));
    }
    var row = "ROW(" + String.join(", ", fields) + ")::" + type;
    return List.of(
        create(change, "", "SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN " + row + " END"),
        create(
            change,
            "[]",
            "SELECT CASE WHEN pg_catalog.cardinality($1) = 0 THEN '{}' ELSE"
                + " (SELECT pg_catalog.array_agg("
                + function(change)
                + "($1[i]) ORDER BY i) FROM pg_catalog.generate_subscripts($1, 1) i) END"));
  }

  private String create(Pair<CompositeType> change, String brackets, String body) {
    var type = qualified(change.to().id());
    return sql("CREATE FUNCTION")
        .words(function(change) + "(" + aside(change) + brackets + ")")
        .words("RETURNS")
        .words(type + brackets)
        .words("LANGUAGE plpgsql IMMUTABLE AS")
        .literal("BEGIN RETURN (" + body + "); END")
        .sql();
  }

  private String field(CompositeType from, CompositeType.Attribute to) {
    var before =
        from.attributes().stream()
            .filter(attribute -> attribute.name().equals(to.name()))
            .findFirst();
    if (before.isEmpty()) {
      return "NULL::" + to.type();
    }
    var value = "($1)." + quote(to.name());
    if (converts(to.type())) {
      return converted(value, to.type());
    }
    return before.get().type().equals(to.type())
        ? value
        : value + "::text" + (to.type().endsWith("[]") ? "[]" : "") + "::" + to.type();
  }

  private Pair<CompositeType> require(String type) {
    var change = types.get(TypeChanges.element(type));
    if (change == null) {
      throw new IllegalStateException("is not converted: " + type);
    }
    return change;
  }

  private static String function(Pair<CompositeType> change) {
    var id = change.to().id();
    var path = new ArrayList<>(id.qualifier());
    path.add(TypeSwap.aside(id).name() + SUFFIX);
    return qualified(new ObjectId(ObjectKind.FUNCTION, path));
  }

  private static String aside(Pair<CompositeType> change) {
    return qualified(TypeSwap.aside(change.to().id()));
  }

  private static boolean movesAttributes(Pair<CompositeType> change) {
    var names =
        change.map(type -> type.attributes().stream().map(CompositeType.Attribute::name).toList());
    return !names.from().equals(names.to());
  }
}
