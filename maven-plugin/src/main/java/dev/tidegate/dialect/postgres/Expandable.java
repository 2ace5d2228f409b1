package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.plan.Strategy;
import dev.tidegate.schema.Column;
import java.util.List;
import java.util.Optional;

/** Which changes of type are asked to be made by a new column, and what keeps one from it. */
final class Expandable {
  private final Surroundings surroundings;
  private final Stability stability;
  private final Strategy strategy;

  Expandable(Surroundings surroundings, Stability stability, Strategy strategy) {
    this.surroundings = surroundings;
    this.stability = stability;
    this.strategy = strategy;
  }

  /** The column that the step gives another type, if that is asked for and would rewrite it. */
  Optional<Pair<Column>> asked(Step step) {
    if (step instanceof Step.Alter alter
        && alter.change().object().from() instanceof Column from
        && alter.change().object().to() instanceof Column to
        && strategy.expands(to)
        && isRewritten(new Pair<>(from, to))) {
      return Optional.of(new Pair<>(from, to));
    }
    return Optional.empty();
  }

  /** What keeps the column from it, without a full stop. */
  Optional<String> obstacle(Pair<Column> column) {
    var to = column.to();
    if (!isPlain(column.from()) || !isPlain(to)) {
      return Optional.of(
          "it is inherited, generated or an identity, or its not-null constraint has a name");
    }
    if (surroundings.hasChildren(to.table()) || stability.isPartitioned(to.table())) {
      return Optional.of("its table has partitions or children");
    }
    if (stability.hidesRows(to.table())) {
      return Optional.of("FORCE ROW LEVEL SECURITY can hide rows from the filling");
    }
    return CarriedOver.inTheWay(to, surroundings, stability)
        .map(id -> id.display() + " stands on it and cannot be moved");
  }

  /** A note for each column of the plan that was asked for and keeps its direct form. */
  List<String> notes(Plan plan) {
    return plan.steps().stream()
        .flatMap(planned -> asked(planned.step()).stream())
        .flatMap(
            column ->
                obstacle(column).stream()
                    .map(
                        why ->
                            "expand: "
                                + column.to().id().display()
                                + " keeps the direct form, since "
                                + why
                                + "."))
        .toList();
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
