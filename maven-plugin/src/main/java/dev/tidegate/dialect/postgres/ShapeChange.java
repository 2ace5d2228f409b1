package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Carries rows over to a row type whose attributes are others, or the same in another order: as
 * text, values would go to the wrong attributes. For as long as the swap takes, there is a function
 * that converts a value of each row type and of each domain over one, and one that converts an
 * array of them.
 */
final class ShapeChange {
  private static final String SUFFIX = "_carried";

  private final Map<String, Pair<SchemaObject>> types = new TreeMap<>();
  private final Set<String> swapped = new TreeSet<>();
  private final SpareNames names;

  /** For the types of a swap, as they were and as they are made, in that order. */
  ShapeChange(List<Pair<SchemaObject>> changes, SpareNames names) {
    this.names = names;
    changes.forEach(change -> swapped.add(qualified(change.to().id())));
    if (changes.stream().anyMatch(ShapeChange::movesAttributes)) {
      changes.stream()
          .filter(this::carriesRows)
          .forEach(change -> types.put(qualified(change.to().id()), change));
    }
  }

  /** Row types, and the domains over them that come after them in the swap. */
  private boolean carriesRows(Pair<SchemaObject> change) {
    if (change.from() instanceof Domain from && change.to() instanceof Domain to) {
      return from.type().equals(to.type()) && converts(to.type());
    }
    return change.from() instanceof CompositeType && change.to() instanceof CompositeType;
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
  private List<String> functions(Pair<SchemaObject> change) {
    return List.of(
        create(change, "", "BEGIN RETURN (" + value(change) + "); END"),
        create(change, "[]", array(change)));
  }

  private String value(Pair<SchemaObject> change) {
    var type = qualified(change.to().id());
    if (change.to() instanceof Domain domain) {
      return converted("$1", domain.type()) + "::" + type;
    }
    var fields = new ArrayList<String>();
    for (var attribute : ((CompositeType) change.to()).attributes()) {
      fields.add(field((CompositeType) change.from(), attribute));
    }
    var row = "ROW(" + String.join(", ", fields) + ")::" + type;
    return "SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN " + row + " END";
  }

  /**
   * Each element is converted in the order in which the server stores them, then dimension after
   * dimension is put into braces, the last first; so bounds are kept as well.
   * https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
   */
  private String array(Pair<SchemaObject> change) {
    return """
        DECLARE
          items text[];
        BEGIN
          IF pg_catalog.array_ndims($1) IS NULL THEN
            RETURN $1::text;
          END IF;
          items := ARRAY(
            SELECT pg_catalog.btrim(ARRAY[%s(e)]::text, '{}')
            FROM (SELECT e, pg_catalog.row_number() OVER () AS n
                  FROM (SELECT pg_catalog.unnest($1) AS e) AS u) AS o ORDER BY n);
          FOR dimension IN REVERSE pg_catalog.array_ndims($1)..1 LOOP
            items := ARRAY(
              SELECT '{' || pg_catalog.string_agg(i, ',' ORDER BY n) || '}'
              FROM pg_catalog.unnest(items) WITH ORDINALITY AS u(i, n)
              GROUP BY (n - 1) / pg_catalog.array_length($1, dimension)
              ORDER BY (n - 1) / pg_catalog.array_length($1, dimension));
          END LOOP;
          RETURN pg_catalog.array_dims($1) || '=' || items[1];
        END"""
        .formatted(function(change));
  }

  private String create(Pair<SchemaObject> change, String brackets, String body) {
    var type = qualified(change.to().id());
    return sql("CREATE FUNCTION")
        .words(function(change) + "(" + aside(change) + brackets + ")")
        .words("RETURNS")
        .words(type + brackets)
        .words("LANGUAGE plpgsql IMMUTABLE AS")
        .literal(body)
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
    // A type that is swapped is another one of the same name.
    return before.get().type().equals(to.type())
            && !swapped.contains(TypeChanges.element(to.type()))
        ? value
        : value + "::text" + (to.type().endsWith("[]") ? "[]" : "") + "::" + to.type();
  }

  private Pair<SchemaObject> require(String type) {
    var change = types.get(TypeChanges.element(type));
    if (change == null) {
      throw new IllegalStateException("is not converted: " + type);
    }
    return change;
  }

  private String function(Pair<SchemaObject> change) {
    return qualified(names.carrier(change.to().id(), SUFFIX));
  }

  private String aside(Pair<SchemaObject> change) {
    return qualified(names.aside(change.to().id()));
  }

  private static boolean movesAttributes(Pair<SchemaObject> change) {
    var names = change.map(ShapeChange::names);
    return !names.from().equals(names.to());
  }

  private static List<String> names(SchemaObject type) {
    return type instanceof CompositeType row
        ? row.attributes().stream().map(CompositeType.Attribute::name).toList()
        : List.of();
  }
}
