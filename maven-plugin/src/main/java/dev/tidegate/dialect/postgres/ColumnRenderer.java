package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** https://www.postgresql.org/docs/current/sql-altertable.html */
final class ColumnRenderer implements KindRenderer<Column> {
  private final Surroundings surroundings;
  private final DefaultRenderer defaults;

  ColumnRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.defaults = new DefaultRenderer(surroundings);
  }

  /** A column of a parent is added to its children by the parent's own statement. */
  @Override
  public List<String> create(Column column, List<SchemaObject> parts) {
    if (column.inherited() && !surroundings.isAttached(column.table())) {
      return afterInheriting(column);
    }
    var statements = new ArrayList<String>();
    statements.add(alterTable(column).words("ADD COLUMN").words(definition(column, parts)).sql());
    statements.addAll(afterCreation(column));
    return statements;
  }

  @Override
  public List<String> drop(Column column) {
    if (column.inherited()) {
      return List.of();
    }
    var statements = new ArrayList<>(surroundings.releases(column.id()));
    statements.add(dropColumn(column));
    return statements;
  }

  /** DROP COLUMN alone. */
  static String dropColumn(Column column) {
    return alterTable(column).words("DROP COLUMN").name(column.id().name()).sql();
  }

  /**
   * Null goes before identity, since an identity column must be not null; the type before an
   * identity's bounds, unless they have to fit a smaller type. What a parent changes in the same
   * way needs no word here: it changes its children too.
   */
  @Override
  public List<String> alter(Pair<Column> column) {
    var from = column.from();
    var to = column.to();
    var parent = changeOfParent(column);
    var actions = new ArrayList<String>();
    if (from.generated().isPresent() && to.generated().isEmpty()) {
      actions.add("DROP EXPRESSION");
    }
    if (IdentityClause.goes(column)
        && !from.inherited()
        && !surroundings.hasSaidIdentityGoes(to.id())) {
      actions.add("DROP IDENTITY");
    }
    // Since 17 a partition's identity is that of the table that it is a part of.
    var identity =
        to.inherited() && surroundings.isPartitionAfter(to.table())
            ? Optional.<String>empty()
            : IdentityClause.change(column);
    if (IdentityClause.narrows(column)) {
      identity.ifPresent(actions::add);
    }
    if (retyped(column) && !parent.filter(ColumnRenderer::retyped).isPresent()) {
      actions.add(retype(column));
    }
    if (from.notNull() != to.notNull()
        && !parent.filter(it -> it.from().notNull() != it.to().notNull()).isPresent()) {
      if (!NotNullClause.needsConstraint(to)) {
        actions.add(to.notNull() ? "SET NOT NULL" : "DROP NOT NULL");
      }
    }
    if (!IdentityClause.narrows(column)) {
      identity.ifPresent(actions::add);
    }
    actions.addAll(options(column.map(Column::options), to.type()));
    var statements = new ArrayList<String>();
    for (var action : actions) {
      statements.add(alterTable(to).words("ALTER COLUMN").name(to.id().name()).words(action).sql());
    }
    if (!from.notNull() && NotNullClause.needsConstraint(to)) {
      statements.add(alterTable(to).words(NotNullClause.add(to)).sql());
    }
    NotNullClause.changes(column)
        .forEach(clause -> statements.add(alterTable(to).words(clause).sql()));
    if (from.identity().isEmpty() && to.identity().isPresent()) {
      statements.addAll(counting(to.id(), SequenceRenderer.Counting.of(to.identity().get())));
    }
    return statements;
  }

  /** Goes on where the sequence stood that waits aside; without one, after the rows. */
  private List<String> counting(ObjectId column, SequenceRenderer.Counting counting) {
    return surroundings
        .sequenceAside(column)
        .map(
            aside ->
                List.of(
                    IdentityClause.continueFrom(aside, IdentityClause.sequenceOf(column), counting),
                    sql("DROP SEQUENCE").name(aside).sql()))
        .orElseGet(() -> List.of(IdentityClause.continueCounting(column, counting)));
  }

  /** Whether the stored values change their form. */
  static boolean retyped(Pair<Column> column) {
    return !column.from().type().equals(column.to().type())
        || !column.from().collation().equals(column.to().collation());
  }

  /** The column as CREATE TABLE and ADD COLUMN say it. */
  String definition(Column column, List<SchemaObject> parts) {
    var sql = sql(quote(column.id().name())).words(column.type());
    sql.words(ForeignOptions.clause(column.options()));
    column.collation().ifPresent(collation -> sql.words("COLLATE").words(collation));
    column
        .generated()
        .ifPresent(
            generated ->
                sql.words("GENERATED ALWAYS AS (" + generated.expression() + ")")
                    .words(generated.stored() ? "STORED" : "VIRTUAL"));
    parts.stream()
        .filter(Default.class::isInstance)
        .map(Default.class::cast)
        .filter(value -> value.column().equals(column.id()))
        .forEach(value -> sql.words("DEFAULT").words(value.expression()));
    if (!column.inherited()) {
      column
          .identity()
          .ifPresent(identity -> sql.words(IdentityClause.of(identity, column.type())));
    }
    if (column.notNull()) {
      Optional.ofNullable(column.options().get(PostgresOptions.NOT_NULL_NAME))
          .ifPresent(name -> sql.words("CONSTRAINT").name(name));
      sql.words("NOT NULL");
      if (PostgresOptions.on(column.options(), PostgresOptions.NOT_NULL_NO_INHERIT)) {
        sql.words("NO INHERIT");
      }
    }
    return sql.sql();
  }

  /** What CREATE TABLE and ADD COLUMN of all supported versions cannot say of a column. */
  List<String> afterCreation(Column column) {
    var unsaid = new TreeMap<>(column.options());
    unsaid.keySet().removeIf(name -> name.startsWith(ForeignOptions.OPTION));
    return options(new Pair<>(new TreeMap<>(), unsaid), column.type()).stream()
        .map(
            action ->
                alterTable(column)
                    .words("ALTER COLUMN")
                    .name(column.id().name())
                    .words(action)
                    .sql())
        .toList();
  }

  /** What makes of a column that came from a parent what it is to be. */
  List<String> afterInheriting(Column column) {
    var statements = new ArrayList<>(defaults.afterInheriting(column));
    var parent =
        Surroundings.inheritedFrom(surroundings.schemas().to(), column.table(), column.id().name());
    parent
        .filter(it -> column.notNull() && !it.notNull())
        .ifPresent(
            it ->
                statements.add(
                    alterTable(column)
                        .words("ALTER COLUMN")
                        .name(column.id().name())
                        .words("SET NOT NULL")
                        .sql()));
    return statements;
  }

  private Optional<Pair<Column>> changeOfParent(Pair<Column> column) {
    if (!column.to().inherited() || surroundings.moves(column.to().table())) {
      return Optional.empty();
    }
    var name = column.to().id().name();
    var table = column.to().table();
    var from = Surroundings.inheritedFrom(surroundings.schemas().from(), table, name);
    var to = Surroundings.inheritedFrom(surroundings.schemas().to(), table, name);
    return from.flatMap(before -> to.map(after -> new Pair<>(before, after)));
  }

  /** The values of a foreign table are converted when they are fetched, and no USING is taken. */
  private String retype(Pair<Column> column) {
    var to = column.to();
    var sql = sql("TYPE").words(to.type());
    to.collation().ifPresent(collation -> sql.words("COLLATE").words(collation));
    if (ForeignTables.is(surroundings.schemas().to(), to.table())) {
      return sql.sql();
    }
    PostgresTypes.using(quote(to.id().name()), column.map(Column::type))
        .ifPresent(using -> sql.words("USING").words(using));
    return sql.sql();
  }

  private static List<String> options(Pair<? extends Map<String, String>> options, String type) {
    var actions = new ArrayList<String>();
    changed(options, PostgresOptions.STORAGE)
        .ifPresent(to -> actions.add("SET STORAGE " + to.orElse(PostgresTypes.storage(type))));
    changed(options, PostgresOptions.COMPRESSION)
        .ifPresent(to -> actions.add("SET COMPRESSION " + to.orElse("default")));
    changed(options, PostgresOptions.STATISTICS)
        .ifPresent(to -> actions.add("SET STATISTICS " + to.orElse("-1")));
    actions.addAll(OptionList.changes(options));
    ForeignOptions.changes(options).ifPresent(actions::add);
    return actions;
  }

  /** The option as it is to be, if it changes. */
  private static Optional<Optional<String>> changed(
      Pair<? extends Map<String, String>> options, String name) {
    var values = options.map(side -> Optional.ofNullable(side.get(name)));
    return values.from().equals(values.to()) ? Optional.empty() : Optional.of(values.to());
  }

  private static SqlBuilder alterTable(Column column) {
    return sql("ALTER TABLE").name(column.table());
  }
}
