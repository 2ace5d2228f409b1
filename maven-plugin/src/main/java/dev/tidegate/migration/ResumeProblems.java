package dev.tidegate.migration;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.ShellWord;
import dev.tidegate.problem.StatementLines;
import java.util.Optional;

/** Why a migration that an earlier deploy has begun cannot simply go on, in words. */
final class ResumeProblems {
  private ResumeProblems() {}

  static Problem changed(String script, Journal.Entry was, Optional<Journal.Entry> now, int done) {
    var problem =
        Problem.of(
                ProblemCode.RESUME_CHANGED,
                "migration %s was changed in what an earlier deploy has applied of it"
                    .formatted(script))
            .withDetail("statement " + was.number() + " was, on line " + was.line() + ":")
            .withDetail(StatementLines.of(was.sql()).stream().map(line -> "  " + line).toList());
    return now.map(
            it ->
                problem
                    .withDetail("and is now, on line " + it.line() + ":")
                    .withDetail(
                        StatementLines.of(it.sql()).stream().map(line -> "  " + line).toList()))
        .orElse(problem.withDetail("and is not in the file any more"))
        .withState(remaining(done) + "; nothing was changed by this run")
        .withHint(
            "restore statements 1 to %d as they were (`git log -- %s`); what follows them may be changed\n"
                    .formatted(done, ShellWord.of(script))
                + givingUp(script));
  }

  static Problem unknown(String script, Journal.Entry next) {
    return Problem.of(
            ProblemCode.RESUME_POINT_UNKNOWN,
            "it is not known whether statement %d (line %d) of migration %s was done"
                .formatted(next.number(), next.line(), script))
        .withDetail("an earlier deploy started it and was gone before it ended:")
        .withDetail(StatementLines.of(next.sql()).stream().map(line -> "  " + line).toList())
        .withState(remaining(next.number() - 1) + "; nothing was changed by this run")
        .withHint(
            ("look at the database; if it was not done: mvn tidegate:deploy -Dtidegate.resumeAt=%s:%d\n"
                    + "if it was done: mvn tidegate:deploy -Dtidegate.resumeAt=%s:%d")
                .formatted(
                    ShellWord.of(script), next.number(), ShellWord.of(script), next.number() + 1));
  }

  static Problem fileGone(Progress progress) {
    return Problem.of(
            ProblemCode.MIGRATION_MISSING,
            "migration %s was begun by an earlier deploy and is not in the folder"
                .formatted(progress.script()))
        .withDetail(progress.text())
        .withState(remaining(progress.done()) + "; nothing was changed by this run")
        .withHint(
            "restore the file (`git log --all -- %s`), and deploy goes on with it\n"
                    .formatted(ShellWord.of(progress.script()))
                + givingUp(progress.script()));
  }

  /** The history's row goes too, or the next deploy would find a failure that nothing explains. */
  private static String givingUp(String script) {
    var name = script.replace("'", "''");
    return ("or give it up; undo by hand what these have left: SELECT statement, state, sql FROM %s WHERE script = '%s' AND state <> 'planned' ORDER BY statement;"
            + " then: DELETE FROM %s WHERE script = '%s'; DELETE FROM flyway_schema_history WHERE script = '%s' AND NOT success")
        .formatted(Journal.TABLE, name, Journal.TABLE, name, name);
  }

  static Problem wrongPoint(ResumePoint point, Journal.Entry next) {
    return Problem.of(
            ProblemCode.RESUME_POINT_UNKNOWN, "resumeAt=" + point + " names another statement")
        .withDetail(
            "what is not known is whether statement %d (line %d) was done"
                .formatted(next.number(), next.line()))
        .withState(remaining(next.number() - 1) + "; nothing was changed by this run")
        .withHint(
            "-Dtidegate.resumeAt=%s:%d runs it again, -Dtidegate.resumeAt=%s:%d goes on after it"
                .formatted(
                    ShellWord.of(point.script()),
                    next.number(),
                    ShellWord.of(point.script()),
                    next.number() + 1));
  }

  static Problem nothingToResume(ResumePoint point) {
    return Problem.of(
            ProblemCode.RESUME_POINT_UNKNOWN, "resumeAt=" + point + " has nothing to resume")
        .withDetail("no statement of this migration is open; where it goes on is known")
        .withState("nothing was changed by this run")
        .withHint("mvn tidegate:deploy");
  }

  static String remaining(int done) {
    return switch (done) {
      case 0 -> "no statement of it was completed";
      case 1 -> "statement 1 remains applied";
      default -> "statements 1 to " + done + " remain applied";
    };
  }
}
