package dev.tidegate.source;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.schema.ObjectId;
import java.nio.file.Path;
import java.util.List;

/** What goes wrong with states, in words. */
final class SourceProblems {
  static final String UNTOUCHED = "nothing was changed; only scratch databases were used";

  static final String TRIED_IN_SCRATCH =
      "it was tried in a scratch database, which holds what the migrations before it build and only"
          + " the rows that they insert";

  private SourceProblems() {}

  static Problem notUnderstood(String word, List<String> near) {
    var problem =
        Problem.of(ProblemCode.STATE_NOT_UNDERSTOOD, "`" + word + "` names no state")
            .withDetail(
                List.of(
                    "empty                      no objects",
                    "migrations, migrations@7   what the migrations build, up to a version",
                    "schema                     the declared schema",
                    "target                     the database behind `url`",
                    "x.sql, a folder of .sql    declared in SQL",
                    "jdbc:…, postgres://…, x.db a database, which is only read"))
            .withState("nothing was changed");
    return near.isEmpty()
        ? problem
        : problem.withHint("did you mean " + String.join(" or ", near) + "?");
  }

  static Problem notSupported(String word, String what) {
    return Problem.of(ProblemCode.STATE_NOT_SUPPORTED, "state `" + word + "` is not supported yet")
        .withDetail(what + " will be read by a later version of Tidegate")
        .withState("nothing was changed")
        .withHint(
            "declare the schema in SQL and name the file: -Dtidegate.schema=src/main/db/schema.sql");
  }

  static Problem missing(String word, Path path) {
    return Problem.of(ProblemCode.FILE_MISSING, "no file or folder " + path)
        .withDetail("state `" + word + "` names it")
        .withState("nothing was changed");
  }

  static Problem noSql(Path folder) {
    return Problem.of(ProblemCode.FILE_MISSING, "no .sql file in " + folder)
        .withState("nothing was changed");
  }

  static Problem unreadable(Path path, String why) {
    return Problem.of(ProblemCode.FILE_MISSING, "cannot read " + path)
        .withDetail(why)
        .withState("nothing was changed");
  }

  static Problem noTarget(String word) {
    return Problem.of(ProblemCode.NO_URL, "state `" + word + "` needs a database URL")
        .withDetail("neither <url> nor -Dtidegate.url nor DATABASE_URL is set")
        .withState("nothing was changed")
        .withHint("-Dtidegate.url=jdbc:postgresql://localhost/app");
  }

  static Problem notRebuilt(String word, Problem cause) {
    return Problem.of(
            ProblemCode.STATE_SQL_FAILED,
            "the schema of " + word + " could not be rebuilt in a scratch database")
        .withDetail(cause.summary())
        .withDetail(cause.detail())
        .withState(UNTOUCHED);
  }

  /** A migration that a restricted scratch refused, of which its failure is known. */
  static Problem restricted(Problem failure) {
    return Problem.of(
            ProblemCode.SCRATCH_RESTRICTED,
            failure.summary() + ": it needs more than a restricted scratch allows")
        .withDetail(failure.detail())
        .withState(UNTOUCHED)
        .withHint("for SQL that you trust: -Dtidegate.scratchTrust=trusted");
  }

  static Problem databaseError(String word, Exception e) {
    return Problem.of(ProblemCode.DATABASE_ERROR, word + " could not be inspected")
        .withDetail(String.valueOf(e.getMessage()))
        .withState("nothing was changed");
  }

  static String notTranslated(String word, String unread) {
    return word + ": " + unread + " is not translated";
  }

  /** Said only where less of the schema could be rebuilt. */
  static String simplified(String word, Problem problem) {
    return "labels, owners or grants of "
        + word
        + " were left out, so an object that the script replaces loses them: "
        + String.join("; ", problem.detail());
  }

  static String differs(String word, ObjectId id) {
    return "the scratch copy of " + word + " differs from it in " + id;
  }
}
