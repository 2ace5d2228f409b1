package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rows of a table as they are in {@code from}, in the form in which something that the plan
 * creates will see them: columns that come are there with the values that they will have.
 */
final class ProbeSource {
  /** A call gives each row a value of its own, or changes something, as nextval does. */
  private static final Pattern CALL = Pattern.compile("(?<![\\w\"])[\\w.\"]+\\(");

  private final Pair<Schema> schemas;

  ProbeSource(Pair<Schema> schemas) {
    this.schemas = schemas;
  }

  /** All rows: {@code FROM public.users AS t}. */
  String rows(ObjectId table) {
    return plain(table, "t");
  }

  /**
   * The rows with these columns, under this name. Empty where {@code from} lacks what they, or the
   * object that reads them, are made of, so that nothing can be said before the plan has run.
   *
   * @param reader what will read them; it stands on the table in {@code to}
   * @param columns that it reads, by name; those that it is known to depend on are added
   */
  Optional<String> of(
      SchemaObject reader, ObjectId table, Collection<String> columns, String name) {
    var needed = new TreeSet<>(columns);
    for (var dependency : schemas.to().dependenciesOf(reader.id())) {
      if (isColumn(dependency, table)) {
        needed.add(dependency.name());
      } else if (!dependency.equals(table) && !isKept(dependency)) {
        return Optional.empty();
      }
    }
    return of(table, needed, name);
  }

  /** The rows with these columns, whatever reads them; empty where {@code from} cannot tell. */
  Optional<String> of(ObjectId table, Collection<String> needed, String name) {
    if (!schemas.from().find(table).filter(Table.class::isInstance).isPresent()) {
      return isKept(table) ? Optional.of(plain(table, name)) : Optional.empty();
    }
    var added = new ArrayList<String>();
    for (var column : needed) {
      var value = value(table.member(ObjectKind.COLUMN, column));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      value.filter(it -> !it.isEmpty()).ifPresent(it -> added.add(it + " AS " + quote(column)));
    }
    return Optional.of(added.isEmpty() ? plain(table, name) : with(table, added, name));
  }

  /** Whether all that this object reads is in {@code from} as it will be. */
  boolean isRead(SchemaObject reader) {
    return areKept(reader.id());
  }

  /** The rows with these expressions as further columns. */
  static String with(ObjectId table, List<String> expressions, String name) {
    return "FROM (SELECT o.*, %s FROM %s AS o) AS %s"
        .formatted(String.join(", ", expressions), qualified(table), name);
  }

  /** A view that is not populated cannot be read, but what it will be filled with can. */
  private String plain(ObjectId table, String name) {
    var source =
        schemas
            .from()
            .find(table)
            .filter(MaterializedView.class::isInstance)
            .map(MaterializedView.class::cast)
            .filter(view -> !MaterializedViewRenderer.populated(view))
            .map(view -> "(" + view.query() + ")")
            .orElseGet(() -> qualified(table));
    return "FROM " + source + " AS " + name;
  }

  /** What a column holds before the plan has run; empty text where it is simply there. */
  private Optional<String> value(ObjectId id) {
    var before = schemas.from().find(id).map(Column.class::cast);
    var after = schemas.to().find(id).map(Column.class::cast);
    if (before.isPresent()) {
      return after.filter(it -> isAlike(before.get().type(), it.type())).map(it -> "");
    }
    return after.filter(it -> it.identity().isEmpty() && areKept(it.id())).flatMap(this::added);
  }

  private Optional<String> added(Column column) {
    var value = new ObjectId(ObjectKind.DEFAULT, column.id().path());
    var expression = schemas.to().find(value).map(it -> ((Default) it).expression()).orElse("NULL");
    var generated = column.generated().map(Column.Generated::expression);
    return generated.isEmpty() && (!areKept(value) || CALL.matcher(expression).find())
        ? Optional.empty()
        : Optional.of("(" + generated.orElse(expression) + ")::" + column.type());
  }

  private boolean areKept(ObjectId id) {
    return schemas.to().dependenciesOf(id).stream()
        .allMatch(it -> it.path().equals(id.path()) || isOfKeptTable(it, id) || isKept(it));
  }

  /** A table may change; its columns are looked at one by one. */
  private boolean isOfKeptTable(ObjectId dependency, ObjectId of) {
    return dependency.path().equals(of.qualifier()) && schemas.from().holds(dependency);
  }

  private boolean isKept(ObjectId id) {
    if (id.kind() == ObjectKind.TABLE || id.kind() == ObjectKind.NAMESPACE) {
      return schemas.from().holds(id);
    }
    return schemas
        .from()
        .find(id)
        .filter(it -> schemas.to().find(id).filter(it::equals).isPresent())
        .isPresent();
  }

  private static boolean isColumn(ObjectId id, ObjectId table) {
    return id.kind() == ObjectKind.COLUMN && id.qualifier().equals(table.path());
  }

  private static boolean isAlike(String from, String to) {
    var types = new Pair<>(from, to);
    return PostgresTypes.sameBase(types) || (PostgresTypes.comparable(types) && !to.endsWith("]"));
  }
}
