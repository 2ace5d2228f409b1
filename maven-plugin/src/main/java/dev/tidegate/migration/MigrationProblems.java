package dev.tidegate.migration;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What goes wrong with migration files, in words. */
final class MigrationProblems {

  private MigrationProblems() {}

  static Problem folderMissing(Path folder) {
    return Problem.of(ProblemCode.FILE_MISSING, "no migrations folder " + folder)
        .withDetail("the parameter `migrations` names it")
        .withState("nothing was changed")
        .withHint(
            "mvn tidegate:diff -Dtidegate.from=empty -Dtidegate.name=init writes the first migration");
  }

  static Problem notAFolder(Path path) {
    return Problem.of(ProblemCode.FILE_MISSING, path + " is not a folder of migrations")
        .withState("nothing was changed");
  }

  static Problem unreadable(Path path, String why) {
    return Problem.of(ProblemCode.FILE_MISSING, "cannot read " + path)
        .withDetail(why)
        .withState("nothing was changed");
  }

  static Problem unwritable(Path path, String why) {
    return Problem.of(ProblemCode.SCRIPT_NOT_WRITTEN, "cannot write " + path)
        .withDetail(why)
        .withState("nothing was changed");
  }

  static Problem namesInvalid(List<String> lines) {
    return Problem.of(
            ProblemCode.MIGRATION_NAME_INVALID,
            lines.size() == 1
                ? "1 file of the migrations folder has an invalid name"
                : lines.size() + " files of the migrations folder have invalid names")
        .withDetail(lines)
        .withState("nothing was changed")
        .withHint(
            "name migrations V<version>__<words>.sql or R__<words>.sql, with two underscores");
  }

  static Problem versionTwice(List<MigrationFile> files) {
    var first = files.get(0);
    return Problem.of(
            ProblemCode.MIGRATION_VERSION_TWICE,
            first
                .version()
                .map(version -> "version " + version + " is given to " + files.size() + " files")
                .orElse("repeatable migration `" + first.description() + "` has two files"))
        .withDetail(files.stream().map(MigrationFile::script).toList())
        .withState("nothing was changed")
        .withHint("give one of them a version of its own");
  }

  static Problem versionUnknown(Version version, MigrationFolder folder) {
    var known = folder.versions();
    var near =
        known.stream()
            .sorted((a, b) -> Boolean.compare(isNear(b, version), isNear(a, version)))
            .limit(5)
            .sorted()
            .map(Version::toString)
            .collect(Collectors.joining(", "));
    var problem =
        Problem.of(
                ProblemCode.MIGRATION_VERSION_UNKNOWN,
                "no migration of " + folder.path() + " has version " + version)
            .withState("nothing was changed");
    if (known.isEmpty()) {
      return problem.withDetail("the folder holds no versioned migration");
    }
    return problem
        .withDetail("it holds " + known.size() + " versions, the last is " + last(known))
        .withHint("did you mean one of " + near + "?");
  }

  static Problem rolledBack(String summary, List<String> detail, String standing) {
    return Problem.of(ProblemCode.MIGRATION_FAILED, summary)
        .withDetail(detail)
        .withState("this migration was rolled back; " + standing)
        .withHint("correct the file and run `mvn tidegate:deploy` again");
  }

  /**
   * What a migration that ran outside of a transaction has left.
   *
   * @param statements how many of its statements went well
   * @param invalidIndexes indexes that PostgreSQL does not use but maintains
   * @param version empty for a repeatable migration
   */
  record Remains(int statements, List<String> invalidIndexes, Optional<String> version) {}

  static Problem halfway(String summary, List<String> detail, Remains remains) {
    var state = new StringBuilder("the migration ran outside of a transaction; ");
    state.append(
        switch (remains.statements()) {
          case 0 -> "none of its statements was completed";
          case 1 -> "statement 1 remains applied";
          default -> "statements 1 to " + remains.statements() + " remain applied";
        });
    remains
        .invalidIndexes()
        .forEach(index -> state.append("; an INVALID index ").append(index).append(" exists"));
    state.append("; the history has the migration as failed");
    var todo = new StringBuilder("undo by hand what remains");
    remains
        .invalidIndexes()
        .forEach(index -> todo.append(" (DROP INDEX CONCURRENTLY ").append(index).append(")"));
    todo.append(
        ", then remove the failed row: DELETE FROM flyway_schema_history WHERE NOT success");
    return Problem.of(ProblemCode.MIGRATION_STOPPED_HALFWAY, summary)
        .withDetail(detail)
        .withState(state.toString())
        .withHint(todo.toString());
  }

  static Problem mixed(String migration, List<String> words, String standing) {
    return Problem.of(
            ProblemCode.MIGRATION_SPLIT_REFUSED,
            migration + " mixes statements that cannot run in one transaction")
        .withDetail(
            "some of its statements are refused inside a transaction (CREATE INDEX CONCURRENTLY,"
                + " VACUUM, …), others would stay behind if they ran outside of one and a later one"
                + " failed")
        .withDetail(words)
        .withState("nothing of this migration was applied; " + standing)
        .withHint("move the statements that refuse a transaction into a migration of their own");
  }

  static Problem notValid(ProblemCode code, List<String> words) {
    return Problem.of(code, "the history and the migrations folder do not agree")
        .withDetail(words)
        .withState("nothing was changed");
  }

  static Problem historyAbsent(List<String> words) {
    return Problem.of(
            ProblemCode.HISTORY_ABSENT, "the database is not empty and has no migration history")
        .withDetail(words)
        .withState("nothing was changed")
        .withHint(
            "adopt it at the version it is at: mvn tidegate:deploy -Dtidegate.baseline=<version>");
  }

  static Problem notRun(List<String> words, String standing) {
    return Problem.of(ProblemCode.MIGRATION_FAILED, "the migrations could not be run")
        .withDetail(words)
        .withState(standing);
  }

  static Problem baselineRefused(Version version, List<String> words) {
    return Problem.of(
            ProblemCode.BASELINE_REFUSED, "the database cannot be adopted at version " + version)
        .withDetail(words)
        .withState("nothing was changed");
  }

  static Problem historyUnreadable(List<String> words) {
    return Problem.of(ProblemCode.DATABASE_ERROR, "the migration history cannot be read")
        .withDetail(words)
        .withState("nothing was changed");
  }

  static Problem versionUnreadable(String text, MigrationFolder folder) {
    var last = folder.lastVersion().map(v -> "; the folder's last is " + v).orElse("");
    return Problem.of(ProblemCode.MIGRATION_VERSION_UNKNOWN, "`" + text + "` is not a version")
        .withDetail("a version is numbers separated by dots" + last)
        .withState("nothing was changed");
  }

  private static Version last(List<Version> versions) {
    return versions.get(versions.size() - 1);
  }

  private static boolean isNear(Version candidate, Version wanted) {
    return candidate.toString().contains(wanted.toString())
        || wanted.toString().contains(candidate.toString())
        || candidate.numbers().get(0).equals(wanted.numbers().get(0));
  }
}
