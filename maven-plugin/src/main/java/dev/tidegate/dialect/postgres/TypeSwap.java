package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts a new type or collation in the place of one that cannot become it, together with the types
 * that stand on it: the old ones step aside under other names, every column of them changes to the
 * new ones by way of text, the old ones go. Where the old one cannot step aside, the columns are
 * text for a while. What reads the columns has been dropped before: {@link InTheWay}.
 */
final class TypeSwap {
  private final Surroundings surroundings;
  private final SpareNames names;

  TypeSwap(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.names = surroundings.names();
  }

  /** The statements that swap the type and what stands on it. */
  List<String> statements(ObjectId type) {
    var group = SwapGroup.of(type, surroundings.schemas().from());
    var members =
        group.members().stream()
            .filter(member -> member.equals(type) || !surroundings.drops(member))
            .toList();
    return group.meetsInText() ? throughText(group, members) : stepAside(group, members);
  }

  private List<String> stepAside(SwapGroup group, List<ObjectId> members) {
    var statements = new ArrayList<String>();
    var later = new ArrayList<String>();
    var made = new ArrayList<Pair<SchemaObject>>();
    for (var member : members) {
      statements.add(
          sql("ALTER")
              .words(ObjectNames.named(member))
              .words("RENAME TO")
              .name(names.aside(member).name())
              .sql());
      var to = create(member, members.get(0), statements, later);
      made.add(new Pair<>(surroundings.schemas().from().find(member).orElse(to), to));
    }
    var shape = new ShapeChange(made, names);
    statements.addAll(shape.before());
    statements.addAll(
        carry(
            columnsToCarry(group),
            column ->
                shape.converts(column.type()) && !isForeign(column)
                    ? carry(column, shape)
                    : carry(column, group.isTypeOf(column), column.type())));
    statements.addAll(later);
    statements.addAll(shape.after());
    reversed(members).forEach(member -> statements.add(drop(names.aside(member))));
    return statements;
  }

  private List<String> throughText(SwapGroup group, List<ObjectId> members) {
    var statements = new ArrayList<String>();
    var later = new ArrayList<String>();
    var columns = columnsToCarry(group);
    statements.addAll(carry(columns, column -> carry(column, true, textOf(column))));
    reversed(members).forEach(member -> statements.add(drop(member)));
    members.forEach(member -> create(member, members.get(0), statements, later));
    statements.addAll(carry(columns, column -> carry(column, true, column.type())));
    statements.addAll(later);
    return statements;
  }

  /** A constraint that rows may violate is added when they have been carried over. */
  private SchemaObject create(
      ObjectId member, ObjectId root, List<String> statements, List<String> later) {
    var object = wanted(member, root);
    var made = new Kinds(surroundings).of(object).create(object, List.of());
    statements.add(made.get(0));
    later.addAll(made.subList(1, made.size()));
    if (surroundings.schemas().to().find(member).filter(object::equals).isPresent()) {
      surroundings.saidAlong(member, root);
    }
    return object;
  }

  /**
   * What is swapped as it is to be; what stands on it likewise where everything that it needs is
   * there already, else as it was, and its own change follows.
   */
  private SchemaObject wanted(ObjectId member, ObjectId root) {
    var schemas = surroundings.schemas();
    var ready =
        schemas.to().dependenciesOf(member).stream()
            .allMatch(needed -> surroundings.keeps(needed) || surroundings.hasSaidAlter(needed));
    var schema = member.equals(root) || ready ? schemas.to() : schemas.from();
    return schema
        .find(member)
        .or(() -> schemas.from().find(member))
        .orElseThrow(() -> new IllegalStateException("no such type: " + member));
  }

  /** Columns that stay; those that have been changed to another type are none of its any more. */
  private List<Column> columnsToCarry(SwapGroup group) {
    var to = surroundings.schemas().to();
    return group
        .columns()
        .filter(column -> to.holds(column.id()) && !surroundings.drops(column.id()))
        .filter(column -> !surroundings.hasSaidAlter(column.id()))
        .filter(column -> !column.inherited() || surroundings.moves(column.table()))
        .toList();
  }

  /** One statement a table, so that it is written anew once. */
  private static List<String> carry(List<Column> columns, Function<Column, String> action) {
    var actions = new TreeMap<ObjectId, List<String>>();
    for (var column : columns) {
      actions.computeIfAbsent(column.table(), key -> new ArrayList<>()).add(action.apply(column));
    }
    var statements = new ArrayList<String>();
    actions.forEach(
        (table, all) -> {
          var separator = all.size() > 1 ? "\n  " : " ";
          statements.add(
              sql("ALTER TABLE").name(table).sql() + separator + String.join("," + separator, all));
        });
    return statements;
  }

  /** The values of a foreign table are converted when they are fetched, and no USING is taken. */
  private String carry(Column column, boolean converts, String type) {
    var name = quote(column.id().name());
    var array = column.type().endsWith("[]") ? "[]" : "";
    var sql = sql("ALTER COLUMN").words(name).words("TYPE").words(type);
    column.collation().ifPresent(collation -> sql.words("COLLATE").words(collation));
    if (converts && !isForeign(column)) {
      sql.words("USING").words(name + "::text" + array + (isText(type) ? "" : "::" + type));
    }
    return sql.sql();
  }

  private static String carry(Column column, ShapeChange shape) {
    var name = quote(column.id().name());
    return sql("ALTER COLUMN")
        .words(name)
        .words("TYPE")
        .words(column.type())
        .words("USING")
        .words(shape.converted(name, column.type()))
        .sql();
  }

  private boolean isForeign(Column column) {
    return ForeignTables.is(surroundings.schemas().from(), column.table());
  }

  private static boolean isText(String type) {
    return type.equals("text") || type.equals("text[]");
  }

  private static String textOf(Column column) {
    return column.type().endsWith("[]") ? "text[]" : "text";
  }

  private static String drop(ObjectId type) {
    return sql("DROP").words(ObjectNames.named(type)).sql();
  }

  private static List<ObjectId> reversed(List<ObjectId> members) {
    var reversed = new ArrayList<>(members);
    Collections.reverse(reversed);
    return reversed;
  }
}
