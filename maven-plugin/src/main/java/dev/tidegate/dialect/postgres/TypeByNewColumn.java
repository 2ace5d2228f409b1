package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.plan.Strategy;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of type without rewriting the table at once: a new column that a trigger keeps in step
 * with the old one, filled in batches, and put into its place together with everything that stands
 * on it. Only for columns that are named for it, since it leaves every row written twice.
 */
final class TypeByNewColumn implements Technique {
  private final Surroundings surroundings;
  private final Stability stability;
  private final SpareNames names;
  private final NotNullByCheck notNull;
  private final Strategy strategy;

  TypeByNewColumn(
      Surroundings surroundings, Stability stability, SpareNames names, Strategy strategy) {
    this.surroundings = surroundings;
    this.stability = stability;
    this.names = names;
    this.notNull = new NotNullByCheck(names, surroundings, strategy);
    this.strategy = strategy;
  }

  @Override
  public Optional<Said> say(Plan.Planned planned, List<String> direct) {
    if (planned.step() instanceof Step.Alter alter
        && alter.change().object().from() instanceof Column from
        && alter.change().object().to() instanceof Column to
        && strategy.expands(to)
        && isRewritten(new Pair<>(from, to))
        && isPlain(from)
        && isPlain(to)
        && !surroundings.hasChildren(to.table())
        && !stability.isPartitioned(to.table())) {
      return CarriedOver.of(to, surroundings, stability, names)
          .map(carried -> expand(planned, new Pair<>(from, to), carried));
    }
    return Optional.empty();
  }

  private Said expand(Plan.Planned planned, Pair<Column> column, CarriedOver carried) {
    var to = column.to();
    var fresh = carried.column();
    var table = qualified(to.table());
    var function = function(to);
    var trigger = sql("").name(function.name()).sql();
    var stretches = new ArrayList<Said.Stretch>();
    stretches.add(
        Said.stretch(
            Phase.CHANGE,
            List.of(),
            List.of(
                addColumn(to, fresh),
                keepInStep(column, fresh, function),
                "CREATE TRIGGER %s BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
                    .formatted(trigger, table, qualified(function)))));
    stretches.add(
        Said.stretch(
            Phase.LOOSE,
            OnlineHazards.ofRows(planned),
            List.of(
                BatchFill.of(
                    table,
                    quote(fresh) + " = " + converted(column, quote(to.id().name())),
                    quote(fresh) + " IS NULL AND " + quote(to.id().name()) + " IS NOT NULL"))));
    var builds = carried.builds();
    if (!builds.isEmpty()) {
      stretches.add(new Said.Stretch(Phase.BUILD, builds));
    }
    var swap = new ArrayList<String>();
    swap.add("DROP TRIGGER " + trigger + " ON " + table);
    swap.add("DROP FUNCTION " + qualified(function) + "()");
    if (to.notNull()) {
      var id = to.table().member(to.id().kind(), fresh);
      var steps = notNull.stretches(planned, id, to.table());
      stretches.add(steps.get(0));
      stretches.add(new Said.Stretch(Phase.CHECK, steps.get(1).lines()));
      steps.get(2).lines().forEach(line -> swap.add(line.sql()));
    }
    swap.addAll(carried.drops());
    swap.add(dropColumn(to));
    swap.add(
        "ALTER TABLE %s RENAME COLUMN %s TO %s"
            .formatted(table, quote(fresh), quote(to.id().name())));
    swap.addAll(carried.creates());
    stretches.add(swap(planned, to, swap));
    var validations = carried.validations();
    if (!validations.isEmpty()) {
      stretches.add(Said.stretch(Phase.CHECK, List.of(), validations));
      return Said.in(stretches.toArray(Said.Stretch[]::new))
          .settledBy(stretches.size() - 2)
          .swapping();
    }
    return Said.in(stretches.toArray(Said.Stretch[]::new)).swapping();
  }

  /** What the change does to data and readers, it does where the old column goes. */
  private static Said.Stretch swap(Plan.Planned planned, Column to, List<String> statements) {
    var goes = dropColumn(to);
    return new Said.Stretch(
        Phase.CHANGE,
        statements.stream()
            .map(
                it ->
                    new Said.Line(it, it.equals(goes) ? OnlineHazards.lasting(planned) : List.of()))
            .toList());
  }

  private static String dropColumn(Column column) {
    return "ALTER TABLE " + qualified(column.table()) + " DROP COLUMN " + quote(column.id().name());
  }

  private String addColumn(Column to, String fresh) {
    var sql = sql("ALTER TABLE").name(to.table()).words("ADD COLUMN").name(fresh);
    sql.words(to.type());
    to.collation().ifPresent(collation -> sql.words("COLLATE").words(collation));
    return sql.sql();
  }

  /** Triggers run in the order of their names, and this one has to see what the others made. */
  private ObjectId function(Column to) {
    return names.function(
        to.table().qualifier(), "zz_" + to.table().name() + "_" + to.id().name(), "_in_step");
  }

  private static String keepInStep(Pair<Column> column, String fresh, ObjectId function) {
    var old = "NEW." + quote(column.to().id().name());
    return """
    CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $step$
    BEGIN
      NEW.%s := %s;
      RETURN NEW;
    END
    $step$"""
        .formatted(qualified(function), quote(fresh), converted(column, old));
  }

  private static String converted(Pair<Column> column, String value) {
    var types = column.map(Column::type);
    return PostgresTypes.using(value, types).orElse(value + "::" + types.to());
  }

  private static boolean isPlain(Column column) {
    return !column.inherited()
        && column.identity().isEmpty()
        && column.generated().isEmpty()
        && !column.options().containsKey(PostgresOptions.NOT_NULL_NAME);
  }

  private static boolean isRewritten(Pair<Column> column) {
    return ColumnRenderer.retyped(column)
        && PostgresTypes.conversion(column.map(Column::type)) != PostgresTypes.Conversion.FREE;
  }
}
