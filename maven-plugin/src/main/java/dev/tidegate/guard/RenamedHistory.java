package dev.tidegate.guard;

import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds a history that Flyway was told to keep under another name than its own. */
public final class RenamedHistory {
  private static final String NAME = "flyway_schema_history";
  private static final Set<String> COLUMNS =
      Set.of("installed_rank", "version", "script", "checksum", "installed_on", "success");

  private RenamedHistory() {}

  /**
   * TG-2127 for a database without a history of the usual name and a table with its columns.
   *
   * @param objects gives all tables and columns; asked only where there is no history
   * @param schema where the history would be; empty where there are no name spaces
   */
  public static Optional<Problem> objection(
      MigrationHistory history, Supplier<Set<ObjectId>> objects, Optional<String> schema) {
    if (!history.isEmpty()) {
      return Optional.empty();
    }
    var columns = new HashMap<ObjectId, Set<String>>();
    for (var id : objects.get()) {
      if (id.kind() == ObjectKind.COLUMN) {
        columns
            .computeIfAbsent(
                new ObjectId(ObjectKind.TABLE, id.qualifier()), table -> new HashSet<>())
            .add(id.name().toLowerCase(Locale.ROOT));
      }
    }
    return columns.entrySet().stream()
        .filter(table -> table.getValue().containsAll(COLUMNS))
        .map(Map.Entry::getKey)
        .filter(table -> !table.name().equals(NAME))
        .filter(table -> schema.stream().allMatch(it -> table.qualifier().contains(it)))
        .sorted()
        .findFirst()
        .map(RenamedHistory::problem);
  }

  private static Problem problem(ObjectId table) {
    return Problem.of(
            ProblemCode.HISTORY_RENAMED,
            "the migration history is kept in %s, under another name than %s"
                .formatted(table.display(), NAME))
        .withDetail("the table has the columns of a history of Flyway's")
        .withState("nothing was changed")
        .withHint("ALTER TABLE %s RENAME TO %s".formatted(table.display(), NAME));
  }
}
