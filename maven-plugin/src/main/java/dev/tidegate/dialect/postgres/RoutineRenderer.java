package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.signature;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/**
 * https://www.postgresql.org/docs/current/sql-createfunction.html
 *
 * <p>The definition is that of {@code pg_get_functiondef}, which says CREATE OR REPLACE itself.
 */
final class RoutineRenderer implements KindRenderer<Routine> {

  private final Surroundings surroundings;

  RoutineRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<String> create(Routine routine, List<SchemaObject> parts) {
    return List.of(routine.definition().stripTrailing());
  }

  @Override
  public List<String> drop(Routine routine) {
    if (ShellType.takes(routine, surroundings)) {
      return List.of();
    }
    var words = routine.id().kind() == ObjectKind.PROCEDURE ? "DROP PROCEDURE" : "DROP FUNCTION";
    return List.of(sql(words).words(signature(routine.id())).sql());
  }

  @Override
  public List<String> alter(Pair<Routine> routine) {
    return create(routine.to(), List.of());
  }

  /**
   * OR REPLACE keeps the result, the names of the arguments and their defaults, and what kind of
   * function it is.
   */
  static boolean replaceable(Pair<Routine> routine) {
    var arguments = routine.map(it -> Arguments.of(it.arguments()));
    var window = routine.map(it -> it.definition().contains("\n WINDOW"));
    return routine.from().result().equals(routine.to().result())
        && window.from().equals(window.to())
        && Arguments.replaceable(arguments);
  }
}
