package dev.tidegate.source.sql;

import dev.tidegate.jdbc.DatabaseError;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.StatementLines;

/** What goes wrong with SQL files, in words. */
final class ScriptProblems {
  /** https://www.postgresql.org/docs/current/errcodes-appendix.html */
  private static final String UNDEFINED_FUNCTION = "42883";

  private static final String UNTOUCHED = "nothing was changed; only scratch databases were used";

  private ScriptProblems() {}

  static Problem unfinished(String file, int line, String what) {
    return Problem.of(
            ProblemCode.SCRIPT_NOT_UNDERSTOOD, file + " line " + line + ": " + what + " has no end")
        .withState(UNTOUCHED);
  }

  static Problem metaCommand(String file, int line, String command) {
    return Problem.of(
            ProblemCode.SCRIPT_NOT_UNDERSTOOD,
            file + " line " + line + ": \\" + command + " is a command of psql, not SQL")
        .withDetail("only commands that change nothing, as pg_dump writes them, are skipped")
        .withState(UNTOUCHED)
        .withHint("write the SQL that the command stands for; files of one folder run in order");
  }

  static Problem dotCommand(String file, int line) {
    return Problem.of(
            ProblemCode.SCRIPT_NOT_UNDERSTOOD,
            file + " line " + line + ": commands of the sqlite3 shell are not SQL")
        .withState(UNTOUCHED)
        .withHint("remove the line that starts with a dot");
  }

  static Problem beyondTheDatabase(String file, ScriptStatement statement) {
    return Problem.of(
            ProblemCode.SCRIPT_NOT_UNDERSTOOD,
            file + " line " + statement.line() + ": the statement is not about one database")
        .withDetail(StatementLines.of(statement.sql()))
        .withState(UNTOUCHED)
        .withHint("declare what one database holds; dump it without --create");
  }

  static Problem failed(String file, ScriptStatement statement, DatabaseError error) {
    var line = error.line(statement.sql(), statement.line());
    var problem =
        Problem.of(ProblemCode.STATE_SQL_FAILED, file + " line " + line + " does not run")
            .withDetail(error.lines())
            .withDetail(StatementLines.of(statement.sql()))
            .withState(UNTOUCHED);
    return error.sqlState().equals(UNDEFINED_FUNCTION)
        ? problem.withHint("if a newer PostgreSQL has the function: -Dtidegate.scratchVersion=18")
        : problem;
  }

  static Problem restricted(String file, ScriptStatement statement, DatabaseError error) {
    return Problem.of(
            ProblemCode.SCRATCH_RESTRICTED,
            file + " line " + statement.line() + " needs more than a restricted scratch allows")
        .withDetail(error.lines())
        .withDetail(StatementLines.of(statement.sql()))
        .withState(UNTOUCHED)
        .withHint("for SQL that you trust: -Dtidegate.scratchTrust=trusted");
  }
}
