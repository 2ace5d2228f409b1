package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * https://www.postgresql.org/docs/current/sql-createtable.html
 *
 * <p>A partition is created as a table of its own and attached, as {@code pg_dump} does it: so its
 * columns keep their order, and its keys and indexes their names.
 */
final class TableRenderer implements KindRenderer<Table> {
  private final Surroundings surroundings;
  private final ColumnRenderer columns;
  private final ConstraintRenderer constraints;
  private final IndexRenderer indexes;

  TableRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.columns = new ColumnRenderer(surroundings);
    this.constraints = new ConstraintRenderer(surroundings);
    this.indexes = new IndexRenderer(surroundings);
  }

  @Override
  public List<String> create(Table table, List<SchemaObject> parts) {
    var statements = new ArrayList<String>();
    statements.add(createTable(table, parts));
    each(parts, Column.class).forEach(column -> statements.addAll(afterCreation(table, column)));
    parts.stream()
        .filter(ConstraintRenderer::needsStatementOfItsOwn)
        .forEach(part -> statements.addAll(constraints.add(part)));
    for (var index : each(parts, Index.class)) {
      statements.add(indexes.createIndex(index));
      statements.addAll(
          IndexRenderer.statistics(index.id(), new Pair<>(Map.of(), index.options())));
    }
    statements.addAll(alterations(bare(table), table));
    table.partition().ifPresent(place -> statements.add(attach(table, place)));
    parts.stream()
        .filter(part -> isOnlyOfPartition(table, part))
        .forEach(key -> statements.addAll(constraints.add(key)));
    parts.forEach(part -> statements.addAll(constraints.marks(part)));
    return statements;
  }

  /** A foreign key that refers to the whole table holds on to each partition. */
  @Override
  public List<String> drop(Table table) {
    var statements = new ArrayList<>(surroundings.releases(table.id()));
    table
        .partition()
        .filter(place -> surroundings.isReferenced(place.parent()))
        .ifPresent(place -> statements.add(detach(table, place)));
    statements.add(sql("DROP").words(ForeignTables.word(table)).name(table.id()).sql());
    return statements;
  }

  @Override
  public List<String> alter(Pair<Table> table) {
    var from = table.from();
    var to = table.to();
    var statements = new ArrayList<String>();
    if (!from.partition().equals(to.partition())) {
      from.partition().ifPresent(place -> statements.add(detach(from, place)));
    }
    from.inherits().stream()
        .filter(parent -> !to.inherits().contains(parent))
        .forEach(parent -> statements.add(alterTable(to).words("NO INHERIT").name(parent).sql()));
    if (!statements.isEmpty()) {
      statements.addAll(dropsAfterLeaving(from));
    }
    statements.addAll(alterations(from, to));
    to.inherits().stream()
        .filter(parent -> !from.inherits().contains(parent))
        .forEach(parent -> statements.add(alterTable(to).words("INHERIT").name(parent).sql()));
    if (!from.partition().equals(to.partition())) {
      to.partition().ifPresent(place -> statements.add(attach(to, place)));
    }
    return statements;
  }

  /**
   * What came from a parent stays when the table leaves it, and may have to go. Columns go last.
   */
  private List<String> dropsAfterLeaving(Table table) {
    var parts =
        surroundings.parts().from().of(table.id(), SchemaObject.class).stream()
            .filter(surroundings::dropsAfterLeaving)
            .toList();
    var statements = new ArrayList<String>();
    for (var part : parts) {
      if (part instanceof Index index) {
        statements.add(IndexRenderer.dropIndex(index));
      } else if (!(part instanceof Column)) {
        statements.add(ConstraintRenderer.dropConstraint(part));
      }
    }
    each(parts, Column.class).forEach(column -> statements.add(ColumnRenderer.dropColumn(column)));
    return statements;
  }

  private String createTable(Table table, List<SchemaObject> parts) {
    var plain = table.partition().isEmpty();
    var items = new ArrayList<String>();
    each(parts, Column.class).stream()
        .filter(column -> !(plain && column.inherited()))
        .forEach(column -> items.add(columns.definition(column, parts)));
    parts.stream()
        .filter(ConstraintRenderer::isConstraint)
        .filter(part -> !ConstraintRenderer.needsStatementOfItsOwn(part))
        .filter(part -> !isOnlyOfPartition(table, part))
        .filter(part -> !(plain && part instanceof CheckConstraint check && check.inherited()))
        .forEach(part -> items.add(constraints.clause(part)));
    var unlogged = PostgresOptions.on(table.options(), PostgresOptions.UNLOGGED);
    var sql = sql("CREATE").words(unlogged ? "UNLOGGED" : "").words(ForeignTables.word(table));
    sql.name(table.id());
    sql.block(items);
    if (!table.inherits().isEmpty()) {
      var parents =
          table.inherits().stream()
              .map(PostgresIdentifiers::qualified)
              .collect(Collectors.joining(", ", "(", ")"));
      sql.words("INHERITS").words(parents);
    }
    table.partitionKey().ifPresent(key -> sql.words("PARTITION BY").words(key));
    option(table.options(), PostgresOptions.ACCESS_METHOD)
        .ifPresent(method -> sql.words("USING").name(method));
    sql.words(OptionList.with(table.options()));
    option(table.options(), PostgresOptions.SERVER)
        .ifPresent(server -> sql.words("SERVER").name(server));
    sql.words(ForeignOptions.clause(table.options()));
    option(table.options(), PostgresOptions.TABLESPACE)
        .ifPresent(tablespace -> sql.words("TABLESPACE").name(tablespace));
    return sql.sql();
  }

  /** Attaching would make a key part of one of the parent's that looks like it. */
  private static boolean isOnlyOfPartition(Table table, SchemaObject part) {
    return table.partition().isPresent() && part instanceof Key key && key.partOf().isEmpty();
  }

  private List<String> afterCreation(Table table, Column column) {
    var statements = new ArrayList<>(columns.afterCreation(column));
    if (column.inherited() && table.partition().isEmpty()) {
      statements.addAll(columns.afterInheriting(column));
    }
    return statements;
  }

  /** The table as CREATE TABLE leaves it, where that cannot say all. */
  private static Table bare(Table table) {
    var options = new TreeMap<>(table.options());
    options.remove(PostgresOptions.ROW_SECURITY);
    options.remove(PostgresOptions.FORCE_ROW_SECURITY);
    options.remove(PostgresOptions.REPLICA_IDENTITY);
    options.remove(PostgresOptions.OF_TYPE);
    return new Table(
        table.id(), table.partitionKey(), table.partition(), table.inherits(), options);
  }

  /** What leads from the options of one to those of the other. */
  private static List<String> alterations(Table from, Table to) {
    var options = new Pair<>(from.options(), to.options());
    var actions = new ArrayList<String>();
    flag(options, PostgresOptions.UNLOGGED, "SET UNLOGGED", "SET LOGGED").ifPresent(actions::add);
    flag(
            options,
            PostgresOptions.ROW_SECURITY,
            "ENABLE ROW LEVEL SECURITY",
            "DISABLE ROW LEVEL SECURITY")
        .ifPresent(actions::add);
    flag(
            options,
            PostgresOptions.FORCE_ROW_SECURITY,
            "FORCE ROW LEVEL SECURITY",
            "NO FORCE ROW LEVEL SECURITY")
        .ifPresent(actions::add);
    value(options, PostgresOptions.REPLICA_IDENTITY)
        .ifPresent(
            identity ->
                actions.add(
                    "REPLICA IDENTITY " + identity.orElse("DEFAULT").toUpperCase(Locale.ROOT)));
    value(options, PostgresOptions.OF_TYPE)
        .ifPresent(type -> actions.add(type.map(it -> "OF " + it).orElse("NOT OF")));
    value(options, PostgresOptions.ACCESS_METHOD)
        .ifPresent(method -> actions.add("SET ACCESS METHOD " + method.orElse("heap")));
    value(options, PostgresOptions.TABLESPACE)
        .ifPresent(space -> actions.add("SET TABLESPACE " + space.orElse("pg_default")));
    actions.addAll(OptionList.changes(options));
    ForeignOptions.changes(options).ifPresent(actions::add);
    return actions.stream().map(action -> alterTable(to).words(action).sql()).toList();
  }

  private static Optional<String> flag(
      Pair<? extends Map<String, String>> options, String name, String on, String off) {
    var flags = options.map(side -> PostgresOptions.on(side, name));
    return flags.from().equals(flags.to()) ? Optional.empty() : Optional.of(flags.to() ? on : off);
  }

  private static Optional<Optional<String>> value(
      Pair<? extends Map<String, String>> options, String name) {
    var values = options.map(side -> option(side, name));
    return values.from().equals(values.to()) ? Optional.empty() : Optional.of(values.to());
  }

  private static Optional<String> option(Map<String, String> options, String name) {
    return Optional.ofNullable(options.get(name));
  }

  static String attach(Table table, Table.Partition place) {
    return alterParent(place).words("ATTACH PARTITION").name(table.id()).words(place.bound()).sql();
  }

  static String detach(Table table, Table.Partition place) {
    return alterParent(place).words("DETACH PARTITION").name(table.id()).sql();
  }

  private static SqlBuilder alterParent(Table.Partition place) {
    return sql("ALTER TABLE").name(place.parent());
  }

  private static SqlBuilder alterTable(Table table) {
    return sql("ALTER").words(ForeignTables.word(table)).words(qualified(table.id()));
  }

  private static <T> List<T> each(List<SchemaObject> parts, Class<T> type) {
    return parts.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
