package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.plan.Strategy;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks and foreign keys added NOT VALID, which holds for new rows at once, and validated in a
 * transaction of its own, whose lock keeps neither readers nor writers waiting.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES
 */
final class LateValidation implements Technique {
  /** Before, a foreign key of a partitioned table cannot be NOT VALID. */
  private static final int PARTITIONED_NOT_VALID = 18;

  private final Stability stability;
  private final Strategy strategy;

  LateValidation(Stability stability, Strategy strategy) {
    this.stability = stability;
    this.strategy = strategy;
  }

  @Override
  public Optional<Said> say(Plan.Planned planned, List<String> direct) {
    if (planned.step() instanceof Step.Create create && isValidatedLater(create.object())) {
      return direct.isEmpty() ? Optional.empty() : create(planned, create.object(), direct);
    }
    if (planned.step() instanceof Step.Alter alter
        && ConstraintRenderer.isConstraint(alter.change().object().to())) {
      return alter(planned, alter.change().object().to(), direct);
    }
    return Optional.empty();
  }

  private static Optional<Said> create(
      Plan.Planned planned, SchemaObject constraint, List<String> direct) {
    var first = new ArrayList<>(direct);
    first.set(0, direct.get(0) + " NOT VALID");
    return Optional.of(
        Said.in(
                Said.stretch(Phase.CHANGE, OnlineHazards.lasting(planned), first),
                validate(planned, constraint))
            .settledBy(0));
  }

  private static Optional<Said> alter(
      Plan.Planned planned, SchemaObject constraint, List<String> direct) {
    var validate = ConstraintRenderer.validate(constraint);
    if (!direct.contains(validate)) {
      return Optional.empty();
    }
    var others = direct.stream().filter(sql -> !sql.equals(validate)).toList();
    var check = validate(planned, constraint);
    return Optional.of(
        others.isEmpty()
            ? Said.in(check)
            : Said.in(Said.stretch(Phase.CHANGE, OnlineHazards.lasting(planned), others), check));
  }

  private static Said.Stretch validate(Plan.Planned planned, SchemaObject constraint) {
    return Said.stretch(
        Phase.CHECK,
        OnlineHazards.ofRows(planned),
        List.of(ConstraintRenderer.validate(constraint)));
  }

  private boolean isValidatedLater(SchemaObject object) {
    if (object instanceof CheckConstraint check) {
      return !check.inherited() && isChecked(check, check.table());
    }
    return object instanceof ForeignKey key
        && !key.inherited()
        && isChecked(key, key.table())
        && (strategy.major() >= PARTITIONED_NOT_VALID || !stability.isPartitioned(key.table()));
  }

  private boolean isChecked(SchemaObject constraint, ObjectId table) {
    var options = ConstraintRenderer.optionsOf(constraint);
    return stability.keeps(table)
        && !PostgresOptions.on(options, PostgresOptions.NOT_VALID)
        && !PostgresOptions.on(options, PostgresOptions.NOT_ENFORCED);
  }
}
