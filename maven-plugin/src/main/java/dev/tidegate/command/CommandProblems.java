package dev.tidegate.command;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.ShellWord;
import dev.tidegate.render.Statement;
import dev.tidegate.report.ChangeList;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.source.sql.RenameMark;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes wrong in the commands themselves, in words. */
final class CommandProblems {
  private static final String UNTOUCHED = "nothing was changed";
  private static final String ONLY_SCRATCH =
      "nothing was changed; only scratch databases were used";
  private static final int SHOWN_LINES = 30;
  private static final String REPORT_IT =
      "report this with both states; until then write the migration by hand";

  private static final int NAMED = 10;

  /** What a reader should know where base stands for the database. */
  static final String NO_DATABASE =
      "no database was looked at: rows are not counted, sizes and drift are not known, and a database"
          + " that was adopted (baseline) or changed by hand has another plan hash";

  private CommandProblems() {}

  static Problem statesDiffer(Pair<String> words, Optional<Path> written) {
    var problem =
        Problem.of(
            ProblemCode.STATES_DIFFER, "states differ: " + words.from() + " is not " + words.to());
    if (written.isPresent()) {
      return problem
          .withState("no database was changed; " + written.get() + " was written")
          .withHint("review and commit " + written.get());
    }
    return problem
        .withState(UNTOUCHED)
        .withHint(
            "mvn tidegate:diff -Dtidegate.from=%s -Dtidegate.to=%s -Dtidegate.name=describe_the_change"
                .formatted(ShellWord.of(words.from()), ShellWord.of(words.to())));
  }

  static Problem objectsNotModelled(List<String> objects) {
    return Problem.of(
            ProblemCode.OBJECTS_NOT_MODELLED,
            objects.size() == 1
                ? "1 object was not compared, since this version does not model it"
                : objects.size()
                    + " objects were not compared, since this version does not model them")
        .withDetail(objects)
        .withState(ONLY_SCRATCH + "; no script was written")
        .withHint(
            "leave them out by name with -Dtidegate.exclude=NAME,NAME, or go on without them:"
                + " -Dtidegate.strict=false");
  }

  static String planNotProved(Problem problem) {
    return "there is no script: " + problem.summary();
  }

  static Problem notWritten(Path file, IOException e) {
    return Problem.of(ProblemCode.SCRIPT_NOT_WRITTEN, "cannot write " + file)
        .withDetail(e.toString())
        .withState(UNTOUCHED)
        .withHint("name a file in a folder you can write: -Dtidegate.output=target/change.sql");
  }

  static Problem planMissesItsGoal(List<Change> remaining) {
    return Problem.of(
            ProblemCode.PROOF_FAILED, "the plan does not lead to the state that was asked for")
        .withDetail("applied to a copy of from, this remains:")
        .withDetail(ChangeList.lines(remaining))
        .withState(ONLY_SCRATCH)
        .withHint(REPORT_IT);
  }

  static Problem noPgDump(int major, String found) {
    return Problem.of(ProblemCode.PG_DUMP_MISSING, "no pg_dump that can dump PostgreSQL " + major)
        .withDetail(found)
        .withState(ONLY_SCRATCH)
        .withHint(
            "put the programs of PostgreSQL "
                + major
                + " on the path, or leave it out: -Dtidegate.verifyWithPgDump=false");
  }

  static Problem dumpsDiffer(List<String> differences) {
    var lines = differences.stream().flatMap(String::lines).limit(SHOWN_LINES).toList();
    return Problem.of(
            ProblemCode.DUMPS_DIFFER, "pg_dump sees another schema than the one asked for")
        .withDetail("- only in what the plan makes, + only in to:")
        .withDetail(lines)
        .withState(ONLY_SCRATCH)
        .withHint(REPORT_IT);
  }

  static Problem planLoses(List<ObjectId> lost) {
    return Problem.of(
            ProblemCode.PROOF_FAILED, "the plan changes privileges that it should have kept")
        .withDetail("applied to a copy of from, these are not as before:")
        .withDetail(lost.stream().map(ObjectId::toString).toList())
        .withState(ONLY_SCRATCH)
        .withHint(REPORT_IT);
  }

  static Problem planRefused(Statement statement, int number, SQLException e) {
    return Problem.of(
            ProblemCode.PROOF_FAILED, "the plan does not run: statement " + number + " was refused")
        .withDetail(e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")")
        .withDetail(statement.sql())
        .withState(ONLY_SCRATCH)
        .withHint(REPORT_IT);
  }

  static Problem rowsLost(ObjectId table, String before, String after) {
    return Problem.of(ProblemCode.ROWS_LOST, "the plan does not keep the rows of " + table)
        .withDetail("in a copy of from it held, with the columns that to keeps:")
        .withDetail(before.lines().toList())
        .withDetail("and after the plan:")
        .withDetail(after.lines().toList())
        .withState(ONLY_SCRATCH)
        .withHint(REPORT_IT);
  }

  /** Names as many tables as a person reads. */
  static String withoutRows(List<String> tables) {
    return "the plan was proved without rows in "
        + String.join(", ", tables.subList(0, Math.min(tables.size(), NAMED)))
        + (tables.size() > NAMED ? " and " + (tables.size() - NAMED) + " more" : "")
        + ", since none could be made up that their constraints let pass";
  }

  static String failedOnRows(RefusedStatement refused, Set<ObjectId> tables) {
    var reason = String.valueOf(refused.reason().getMessage()).lines().findFirst().orElse("");
    return "the plan was proved without rows in %s: on rows made up for the proof `%s` fails (%s)"
        .formatted(
            tables.isEmpty()
                ? "any table"
                : String.join(", ", tables.stream().map(ObjectId::display).toList()),
            refused.statement().sql().lines().findFirst().orElse(""),
            reason);
  }

  static String notProvedOn(String script, boolean asMigrated) {
    return script
        + " was proved on another state than that of this database, "
        + (asMigrated
            ? "which is what the applied migrations build: one of them was changed or came later"
            : "which differs from what the applied migrations build:");
  }

  static Problem renameNotUnderstood(String word) {
    return Problem.of(ProblemCode.BAD_PARAMETERS, "rename not understood: " + word)
        .withDetail("a rename is old:new, for example users.name:full_name")
        .withState(UNTOUCHED);
  }

  static Problem renameNotInFrom(String old, List<ObjectId> near) {
    return named(
        Problem.of(
            ProblemCode.RENAME_NOT_MATCHED, "rename of " + old + ": from has no such object"),
        near);
  }

  static Problem renameOfSeveral(String old, List<ObjectId> found) {
    return named(
        Problem.of(
            ProblemCode.RENAME_NOT_MATCHED, "rename of " + old + " could mean several objects"),
        found);
  }

  private static Problem named(Problem problem, List<ObjectId> near) {
    var untouched = problem.withState(UNTOUCHED);
    return near.isEmpty()
        ? untouched
        : untouched.withHint(
            "name one of: " + String.join(", ", near.stream().map(ObjectId::toString).toList()));
  }

  static Problem renameNotInTo(Rename rename, ObjectId wanted) {
    return Problem.of(
            ProblemCode.RENAME_NOT_MATCHED,
            "rename of %s: to has no %s".formatted(rename.id().display(), wanted))
        .withState(UNTOUCHED);
  }

  static Problem renameNotPossible(Rename rename, String product) {
    return Problem.of(
            ProblemCode.RENAME_NOT_MATCHED,
            "rename of %s: %s does not rename a %s"
                .formatted(rename.id().display(), product, rename.id().kind().word()))
        .withState(UNTOUCHED)
        .withHint("leave it out of renames: it holds no data and is made anew");
  }

  static Problem renameTaken(Rename rename) {
    return Problem.of(
            ProblemCode.RENAME_NOT_MATCHED,
            "rename of %s: from has a %s already"
                .formatted(rename.id().display(), rename.renamed().display()))
        .withDetail("its name would have to be given up first")
        .withState(UNTOUCHED)
        .withHint("rename or drop %s in a migration of its own".formatted(rename.renamed()));
  }

  static Problem markOutOfPlace(RenameMark mark) {
    return Problem.of(
            ProblemCode.RENAME_NOT_MATCHED,
            mark.place() + ": `tidegate:renamed` stands on nothing that has a name")
        .withDetail(
            "it belongs above a CREATE statement, or on the line of a column, a constraint or a"
                + " label inside of one")
        .withState(UNTOUCHED)
        .withHint("-- tidegate:renamed from=OLD_NAME");
  }

  static Problem markNotInTo(RenameMark mark, List<ObjectId> found) {
    var name = mark.kind() + " " + String.join(".", mark.path());
    var summary =
        mark.place()
            + (found.isEmpty()
                ? ": to has no " + name + " that could have been renamed"
                : ": " + name + " could be several objects");
    return named(Problem.of(ProblemCode.RENAME_NOT_MATCHED, summary), found);
  }

  static Problem markOfWhatIsThere(RenameMark mark, ObjectId old) {
    return Problem.of(
            ProblemCode.RENAME_NOT_MATCHED,
            "%s: renamed from %s, which to still has".formatted(mark.place(), old))
        .withState(UNTOUCHED)
        .withHint("remove the mark, or what it says is gone");
  }

  static Problem markNotTellable(RenameMark mark, ObjectId old, ObjectId now) {
    return Problem.of(
            ProblemCode.RENAME_NOT_MATCHED,
            "%s: from has both %s and %s".formatted(mark.place(), old, now.display()))
        .withDetail("whether the rename has been carried out cannot be told from their names")
        .withState(UNTOUCHED)
        .withHint(
            "remove the mark; if it was not carried out yet: -Dtidegate.renames=%s"
                .formatted(ShellWord.of(old.display() + ":" + Rename.ownName(now))));
  }

  static String markPassedOver(RenameMark mark, ObjectId old) {
    return mark.place()
        + ": the mark of a rename was passed over, since from has no "
        + old
        + " any more";
  }

  static Problem archiveOfPostgres(Path archive) {
    return Problem.of(
            ProblemCode.RESTORE_REFUSED, archive + " is of PostgreSQL, and the target is not")
        .withState(UNTOUCHED)
        .withHint("name a PostgreSQL database: -Dtidegate.url=postgres://user@host/database");
  }

  static Problem noFile(ConnectionSettings settings) {
    return Problem.of(ProblemCode.CANNOT_CONNECT, "no file " + settings.url().database())
        .withDetail("the URL came from " + settings.origin())
        .withState(UNTOUCHED);
  }

  static Problem noAnswer(ConnectionSettings settings, SQLException e) {
    return Problem.of(ProblemCode.DATABASE_ERROR, settings.url().display() + " gave no answer")
        .withDetail(e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")")
        .withDetail("the URL came from " + settings.origin())
        .withState(UNTOUCHED)
        .withHint("whether it answers now, and what is applied: mvn tidegate:status");
  }

  static Problem filesChanged(Path folder) {
    return Problem.of(
            ProblemCode.PLAN_DIFFERS,
            folder + " has other migrations than those that were analysed")
        .withDetail("a file was written, added or removed while this deploy was under way")
        .withState("nothing was applied")
        .withHint("mvn tidegate:deploy, when nobody writes to the folder any more");
  }

  static Problem consentNotKept(ConnectionSettings settings, SQLException e) {
    return Problem.of(
            ProblemCode.DATABASE_ERROR,
            "the consent could not be written into " + settings.url().display())
        .withDetail(e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")")
        .withState("no row was changed")
        .withHint("let the role create tables beside flyway_schema_history, and run it again");
  }

  static String versionUnknown(ConnectionSettings settings, int major) {
    return settings.url().display()
        + " does not tell its version; scratch databases are of PostgreSQL "
        + major;
  }
}
