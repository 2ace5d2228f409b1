package dev.tidegate.guard;

import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a baseline stands for the files that it stood for when the database was adopted. A file
 * that is put below it later is never run, which Flyway passes over in silence. Their number is
 * kept in the description of the baseline's row, which Flyway does not read.
 */
public record BaselineFiles(MigrationHistory history, MigrationFolder folder) {
  private static final Pattern DESCRIPTION =
      Pattern.compile("adopted by tidegate, containing ([0-9]+) files?");

  /** The description for the row that adopts a database at this version. */
  public static String description(MigrationFolder folder, Version version) {
    var count = contained(folder, version).size();
    return "adopted by tidegate, containing " + count + (count == 1 ? " file" : " files");
  }

  /** TG-2126 with the files that the baseline is taken to contain. */
  Optional<Problem> objection() {
    for (var entry : history.with(MigrationStatus.BASELINE)) {
      var then = DESCRIPTION.matcher(entry.description());
      if (entry.version().isPresent() && then.matches()) {
        var now = contained(folder, entry.version().get());
        var count = Integer.parseInt(then.group(1));
        if (now.size() > count) {
          return Optional.of(problem(entry, count, now));
        }
      }
    }
    return Optional.empty();
  }

  private static Problem problem(HistoryEntry entry, int then, List<MigrationFile> now) {
    var version = entry.version().map(Version::toString).orElse("");
    return Problem.of(
            ProblemCode.BASELINE_FILES_CHANGED,
            "a file was added at or below the baseline %s, where no deploy runs it"
                .formatted(version))
        .withDetail(
            "the baseline stood for %d when the database was adopted, now these %d are there:"
                .formatted(then, now.size()))
        .withDetail(now.stream().map(MigrationFile::script).toList())
        .withState("nothing was changed")
        .withHint("give the new one a version above " + version + " (git mv)");
  }

  private static List<MigrationFile> contained(MigrationFolder folder, Version version) {
    return folder.files().stream()
        .filter(file -> file.version().filter(it -> it.compareTo(version) <= 0).isPresent())
        .toList();
  }
}
