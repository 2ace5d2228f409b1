package dev.tidegate.command;

import dev.tidegate.guard.DatabaseIdentity;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ShellWord;
import java.util.List;
import java.util.Optional;

/** The one thing to do in the situation that a database is in. */
record NextStep(DatabaseIdentity database, MigrationFolder folder, MigrationHistory history) {
  static final String NOTHING = "nothing to do";

  /** A command that can be pasted, or that there is nothing to do. */
  String after(Optional<Problem> obstacle, List<String> drift) {
    if (obstacle.isPresent()) {
      return obstacle.get().hint().orElse(obstacle.get().summary());
    }
    // What a repeatable migration built before it was changed shows as drift until it runs again.
    var changed =
        history.with(MigrationStatus.PENDING).stream()
            .anyMatch(entry -> entry.installed().isPresent());
    if (!drift.isEmpty() && !changed) {
      return "mvn tidegate:diff -Dtidegate.from=target -Dtidegate.to=migrations";
    }
    if (!history.with(MigrationStatus.PENDING).isEmpty()) {
      return "mvn tidegate:deploy" + environment();
    }
    return history.isEmpty() && folder.files().isEmpty()
        ? "mvn tidegate:diff -Dtidegate.from=empty -Dtidegate.name=init"
        : NOTHING;
  }

  private String environment() {
    return database
        .environment()
        .map(label -> " -Dtidegate.environment=" + ShellWord.of(label))
        .orElse("");
  }
}
