package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A column whose default is another one for each row: added empty, so that no row is touched, then
 * given the default for new rows, then filled in batches, and only then made not null.
 * https://www.postgresql.org/docs/current/ddl-alter.html#DDL-ALTER-ADDING-A-COLUMN
 */
final class ColumnThenFill implements Technique {
  private final Surroundings surroundings;
  private final Stability stability;
  private final NotNullByCheck notNull;
  private final VolatileDefaults defaults;

  ColumnThenFill(Surroundings surroundings, Stability stability, NotNullByCheck notNull) {
    this.surroundings = surroundings;
    this.stability = stability;
    this.notNull = notNull;
    this.defaults = new VolatileDefaults(surroundings.schemas().to());
  }

  @Override
  public Optional<Said> say(Plan.Planned planned, List<String> direct) {
    if (planned.step() instanceof Step.Create create
        && create.object() instanceof Column column
        && stability.keeps(column.table())
        && !surroundings.hasChildren(column.table())
        && !stability.isPartitioned(column.table())
        && !stability.hidesRows(column.table())
        && isPlain(column)
        && !direct.isEmpty()) {
      return create.parts().stream()
          .filter(Default.class::isInstance)
          .map(Default.class::cast)
          .filter(value -> value.column().equals(column.id()))
          .filter(value -> defaults.isVolatile(value.expression()))
          .findFirst()
          .map(value -> say(planned, column, value, direct));
    }
    return Optional.empty();
  }

  private Said say(Plan.Planned planned, Column column, Default value, List<String> direct) {
    var table = qualified(column.table());
    var name = quote(column.id().name());
    var first = new ArrayList<String>();
    first.add(
        sql("ALTER TABLE")
            .words(table)
            .words("ADD COLUMN")
            .words(new ColumnRenderer(surroundings).definition(nullable(column), List.of()))
            .sql());
    first.addAll(direct.subList(1, direct.size()));
    first.addAll(new DefaultRenderer(surroundings).create(value, List.<SchemaObject>of()));
    var stretches = new ArrayList<Said.Stretch>();
    stretches.add(Said.stretch(Phase.CHANGE, OnlineHazards.lasting(planned), first));
    stretches.add(
        Said.stretch(
            Phase.LOOSE,
            List.of(),
            List.of(BatchFill.of(table, name + " = DEFAULT", name + " IS NULL"))));
    if (column.notNull()) {
      stretches.addAll(notNull.stretches(planned, column.id(), column.table()));
    }
    return Said.in(stretches.toArray(Said.Stretch[]::new)).usableAfter(1);
  }

  private static boolean isPlain(Column column) {
    return !column.inherited()
        && column.identity().isEmpty()
        && column.generated().isEmpty()
        && !column.options().containsKey(PostgresOptions.NOT_NULL_NAME)
        && !column.options().containsKey(PostgresOptions.NOT_NULL_NO_INHERIT);
  }

  private static Column nullable(Column column) {
    return new Column(
        column.id(),
        column.table(),
        column.position(),
        column.type(),
        column.collation(),
        false,
        column.identity(),
        column.generated(),
        column.inherited(),
        new TreeMap<>(column.options()));
  }
}
