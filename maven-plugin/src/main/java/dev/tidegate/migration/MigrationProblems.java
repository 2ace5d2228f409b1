package dev.tidegate.migration;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.StatementLines;
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
        .withState("nothing was changed")
        .withHint("make " + path + " readable, as text in UTF-8");
  }

  /** Others may have been applied before it. */
  static Problem unreadableAtItsTurn(Path path, String why) {
    return unreadable(path, why).withState("nothing of this migration was run");
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
   * @param strangers those among them that were there before
   */
  record Remains(int statements, List<String> invalidIndexes, List<String> strangers) {}

  static Problem halfway(String summary, List<String> detail, Remains remains) {
    var state = new StringBuilder("the migration ran outside of a transaction; ");
    state.append(ResumeProblems.remaining(remains.statements()));
    remains
        .invalidIndexes()
        .forEach(index -> state.append("; an INVALID index ").append(index).append(" exists"));
    state.append("; the history has the migration as failed");
    var todo = new StringBuilder("remove the cause and run `mvn tidegate:deploy` again: it ");
    if (remains.invalidIndexes().size() > remains.strangers().size()) {
      todo.append("drops the INVALID index of its statement and ");
    }
    todo.append("goes on at statement ").append(remains.statements() + 1);
    remains
        .strangers()
        .forEach(
            index ->
                todo.append("\nrepair what was INVALID before: REINDEX INDEX CONCURRENTLY ")
                    .append(index)
                    .append(", or DROP INDEX CONCURRENTLY ")
                    .append(index));
    return Problem.of(ProblemCode.MIGRATION_STOPPED_HALFWAY, summary)
        .withDetail(detail)
        .withState(state.toString())
        .withHint(todo.toString());
  }

  static Problem invalidInTheWay(String script, String index) {
    return Problem.of(
            ProblemCode.MIGRATION_STOPPED_HALFWAY,
            "migration " + script + " creates an index that is there and INVALID: " + index)
        .withDetail(
            "an earlier CREATE INDEX CONCURRENTLY failed; PostgreSQL maintains the index and does"
                + " not use it, and IF NOT EXISTS would pass over it")
        .withState("this statement was not run; nothing of the index was changed")
        .withHint("DROP INDEX CONCURRENTLY " + index + ";  then: mvn tidegate:deploy");
  }

  static Problem commitRefused(String script, List<String> detail, String standing) {
    return rolledBack("migration " + script + " failed when it was committed", detail, standing);
  }

  static Problem lostAndRolledBack(String script, List<String> detail, String standing) {
    return Problem.of(ProblemCode.CONNECTION_LOST, "the connection was lost in migration " + script)
        .withDetail(detail)
        .withState(script + " was rolled back, as a new connection shows; " + standing)
        .withHint("mvn tidegate:deploy");
  }

  static Problem lostHalfway(String script, List<String> detail, String progress) {
    return Problem.of(ProblemCode.CONNECTION_LOST, "the connection was lost in migration " + script)
        .withDetail(detail)
        .withState("as a new connection shows: " + progress)
        .withHint("mvn tidegate:deploy goes on from there");
  }

  static Problem lostBetween(List<String> detail, String standing) {
    return Problem.of(ProblemCode.CONNECTION_LOST, "the connection was lost")
        .withDetail(detail)
        .withState("no migration was running; " + standing)
        .withHint("mvn tidegate:deploy");
  }

  static Problem lostForGood(Optional<String> script, List<String> detail, String standing) {
    return Problem.of(
            ProblemCode.CONNECTION_LOST,
            "the connection was lost"
                + script.map(it -> " in migration " + it).orElse("")
                + ", and the server cannot be reached")
        .withDetail(detail)
        .withState(
            script.map(it -> "whether " + it + " was applied is not known; ").orElse("") + standing)
        .withHint("when the server is back: mvn tidegate:status");
  }

  static Problem deployRunning(String holder) {
    return Problem.of(ProblemCode.DEPLOY_RUNNING, "another deploy is running")
        .withDetail(holder)
        .withState("nothing was changed by this run")
        .withHint(
            "mvn tidegate:deploy, when the other one has ended; -Dtidegate.deployWait=10min waits"
                + " longer");
  }

  static Problem lockLost(String why) {
    return Problem.of(ProblemCode.DEPLOY_RUNNING, "the deploy lock was lost while this deploy ran")
        .withDetail("the connection that held it was ended, and the server gave it back")
        .withDetail(why)
        .withState("nothing more was begun by this run")
        .withHint("mvn tidegate:status, and when no deploy is running: mvn tidegate:deploy");
  }

  static Problem stopped() {
    return Problem.of(
            ProblemCode.MIGRATION_FAILED,
            "the process was told to end before the next migration began")
        .withState("no migration was running")
        .withHint("mvn tidegate:deploy goes on from there");
  }

  static Problem lockUnusable(String why) {
    return Problem.of(ProblemCode.DEPLOY_RUNNING, "the deploy lock cannot be taken")
        .withDetail(why)
        .withState("nothing was changed by this run");
  }

  static Problem resumePointUnreadable(String text) {
    return Problem.of(ProblemCode.BAD_PARAMETERS, "resumeAt=" + text + " is not understood")
        .withDetail("it names a migration and the statement to go on with: V7__x.sql:4")
        .withState("nothing was changed")
        .withHint("mvn tidegate:status says where a migration was interrupted");
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

  static Problem givesTransactionUp(String script, int line, String sql) {
    return Problem.of(
            ProblemCode.MIGRATION_SPLIT_REFUSED,
            "migration %s gives up its own transaction on line %d".formatted(script, line))
        .withDetail(StatementLines.of(sql))
        .withDetail(
            "a migration is taken back by its failure; what a ROLLBACK takes back, or PREPARE"
                + " TRANSACTION leaves open, would count as applied")
        .withState("nothing of this migration was applied")
        .withHint(
            "remove the statement and what it takes back; ROLLBACK TO a savepoint is allowed");
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
        .withState(standing)
        .withHint("remove the cause and run `mvn tidegate:deploy` again");
  }

  static Problem baselineRefused(Version version, List<String> words) {
    return Problem.of(
            ProblemCode.BASELINE_REFUSED, "the database cannot be adopted at version " + version)
        .withDetail(words)
        .withState("nothing was changed")
        .withHint("what its history says: mvn tidegate:status");
  }

  static Problem typeUnknown(String type) {
    var problem =
        Problem.of(
                ProblemCode.MIGRATION_NOT_SQL,
                "the history has a row of type %s, which only a paid edition of Flyway knows"
                    .formatted(type))
            .withDetail("nothing of what the history says can be read while it is there")
            .withState("nothing was changed");
    return type.startsWith("UNDO")
        ? problem.withHint(
            "take out what was undone, with the rows that undid it: DELETE FROM"
                + " flyway_schema_history AS h WHERE EXISTS (SELECT 1 FROM flyway_schema_history AS u"
                + " WHERE u.type LIKE 'UNDO%' AND u.version = h.version AND u.installed_rank >="
                + " h.installed_rank)")
        : problem;
  }

  static Problem historyForbidden(String user) {
    return Problem.of(
            ProblemCode.HISTORY_NOT_READABLE, "the migration history cannot be read by " + user)
        .withDetail("flyway_schema_history is there, and " + user + " may not SELECT from it")
        .withState("nothing was changed")
        .withHint("GRANT SELECT ON flyway_schema_history TO " + user);
  }

  static Problem historyUnreadable(List<String> words) {
    return Problem.of(ProblemCode.DATABASE_ERROR, "the migration history cannot be read")
        .withDetail(words)
        .withState("reading it changed nothing")
        .withHint("whether it can be read now, and what is applied: mvn tidegate:status");
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
