package dev.tidegate.command;

import dev.tidegate.backup.Backup;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How what a deploy did is undone, for whoever has to decide. */
record WaysBack(Workspace workspace, DeployPlan plan) {

  /** The problem with the scripts that lead back, and the backup that was made. */
  Problem shownIn(Problem problem, Optional<Backup> backup) {
    var lines = new ArrayList<String>();
    var scripts = scripts();
    scripts.forEach(script -> lines.add("a script that leads back: " + script));
    if (scripts.isEmpty()) {
      command().ifPresent(line -> lines.add("a migration that leads back: " + line));
    }
    backup.ifPresent(
        it -> {
          lines.add("the backup that was made before: " + it.file());
          lines.add(it.restore());
        });
    return problem.withDetail(lines);
  }

  /** A migration that undoes what this deploy did, deployed like any other; none for the first. */
  private Optional<String> command() {
    return plan.history()
        .version()
        .map(
            version ->
                "mvn tidegate:diff -Dtidegate.from=migrations -Dtidegate.to=migrations@%s"
                        .formatted(version)
                    + " -Dtidegate.name=undo");
  }

  /** Those that {@code diff} wrote with {@code rollback}, of the last migration first. */
  private List<String> scripts() {
    var folder = workspace.migrations().toAbsolutePath().resolveSibling("rollback");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var found = new ArrayList<String>();
    for (var file : plan.pending()) {
      file.version().ifPresent(version -> found.addAll(0, of(folder, version)));
    }
    return found;
  }

  private static List<String> of(Path folder, Version version) {
    var prefix = "U" + version + "__";
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(folder + " (cannot be listed: " + e.getMessage() + ")");
    }
  }
}
