package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.plan.Strategy;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SET NOT NULL after a check that says the same has been validated, so that the server need not
 * read the table under ACCESS EXCLUSIVE.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL
 */
final class NotNullByCheck implements Technique {
  /** Since then a not-null constraint can be NOT VALID itself. */
  private static final int NOT_NULL_NOT_VALID = 18;

  private final SpareNames names;
  private final Surroundings surroundings;
  private final Strategy strategy;

  NotNullByCheck(SpareNames names, Surroundings surroundings, Strategy strategy) {
    this.names = names;
    this.surroundings = surroundings;
    this.strategy = strategy;
  }

  @Override
  public Optional<Said> say(Plan.Planned planned, List<String> direct) {
    if (planned.step() instanceof Step.Alter alter
        && alter.change().object().from() instanceof Column from
        && alter.change().object().to() instanceof Column to
        && to.table().kind() == ObjectKind.TABLE
        && direct.contains(setNotNull(to.id(), to.table()))
        && !isRewritten(new Pair<>(from, to))) {
      return Optional.of(notNull(planned, to, direct));
    }
    return Optional.empty();
  }

  private Said notNull(Plan.Planned planned, Column column, List<String> direct) {
    var at = direct.indexOf(setNotNull(column.id(), column.table()));
    var before = direct.subList(0, at);
    var after = direct.subList(at + 1, direct.size());
    var stretches =
        isNamedAsUsual(column)
            ? constraint(planned, column)
            : stretches(planned, column.id(), column.table());
    var first = new ArrayList<Said.Line>();
    before.forEach(sql -> first.add(new Said.Line(sql)));
    first.addAll(stretches.get(0).lines());
    var last = new ArrayList<>(stretches.get(2).lines());
    after.forEach(sql -> last.add(new Said.Line(sql)));
    first.set(0, new Said.Line(first.get(0).sql(), OnlineHazards.lasting(planned)));
    var start = new Said.Stretch(Phase.CHANGE, first);
    var check = stretches.get(1);
    return last.isEmpty()
        ? Said.in(start, check).usableAfter(0)
        : Said.in(start, check, new Said.Stretch(Phase.CHANGE, last)).usableAfter(0);
  }

  /**
   * The constraint itself, under the name that the server would choose.
   * https://www.postgresql.org/docs/18/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT
   */
  private List<Said.Stretch> constraint(Plan.Planned planned, Column column) {
    var name = quote(usualName(column));
    var table = alterTable(column.table());
    return List.of(
        Said.stretch(
            Phase.CHANGE,
            List.of(),
            List.of(
                "%s ADD CONSTRAINT %s NOT NULL %s NOT VALID"
                    .formatted(table, name, quote(column.id().name())))),
        Said.stretch(
            Phase.CHECK,
            OnlineHazards.ofRows(planned),
            List.of(table + " VALIDATE CONSTRAINT " + name)),
        Said.stretch(Phase.CHANGE, List.of(), List.of()));
  }

  private boolean isNamedAsUsual(Column column) {
    var name = usualName(column);
    return strategy.major() >= NOT_NULL_NOT_VALID
        && !surroundings.hasChildren(column.table())
        && !column.inherited()
        && !column.options().containsKey(PostgresOptions.NOT_NULL_NAME)
        && SpareNames.with(name, "").equals(name)
        && names.isFree(column.table(), name);
  }

  private static String usualName(Column column) {
    return column.table().name() + "_" + column.id().name() + "_not_null";
  }

  /** From a column that may be null to one that may not, in three stretches. */
  List<Said.Stretch> stretches(Plan.Planned planned, ObjectId column, ObjectId table) {
    var check = names.constraint(table, table.name() + "_" + column.name(), "_is_set");
    var name = quote(check.name());
    var add = alterTable(table) + " ADD CONSTRAINT " + name;
    return List.of(
        Said.stretch(
            Phase.CHANGE,
            List.of(),
            List.of(add + " CHECK (" + quote(column.name()) + " IS NOT NULL) NOT VALID")),
        Said.stretch(
            Phase.CHECK,
            OnlineHazards.ofRows(planned),
            List.of(alterTable(table) + " VALIDATE CONSTRAINT " + name)),
        Said.stretch(
            Phase.CHANGE,
            List.of(),
            List.of(setNotNull(column, table), alterTable(table) + " DROP CONSTRAINT " + name)));
  }

  private static String setNotNull(ObjectId column, ObjectId table) {
    return sql("ALTER TABLE")
        .name(table)
        .words("ALTER COLUMN")
        .name(column.name())
        .words("SET NOT NULL")
        .sql();
  }

  private static String alterTable(ObjectId table) {
    return sql("ALTER TABLE").name(table).sql();
  }

  /** The rewrite keeps everybody out anyhow, and reads every row. */
  private static boolean isRewritten(Pair<Column> column) {
    return ColumnRenderer.retyped(column)
        && PostgresTypes.conversion(column.map(Column::type)) != PostgresTypes.Conversion.FREE;
  }
}
