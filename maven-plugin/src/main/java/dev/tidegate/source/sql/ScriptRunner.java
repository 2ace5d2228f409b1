package dev.tidegate.source.sql;

import dev.tidegate.jdbc.CopyText;
import dev.tidegate.jdbc.CreatedRole;
import dev.tidegate.jdbc.DatabaseError;
import dev.tidegate.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs scripts in a scratch database, a statement at a time as psql does, and says where one does
 * not run.
 */
public final class ScriptRunner {
  private static final Pattern OTHER_DATABASES =
      Pattern.compile(
          "(CREATE|DROP)\\s+DATABASE\\b.*|ALTER\\s+SYSTEM\\b.*|(CREATE|DROP|ALTER)\\s+TABLESPACE\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Provisions provisions;

  /** A runner that gets what is missing from here. */
  public ScriptRunner(Provisions provisions) {
    this.provisions = provisions;
  }

  /**
   * Runs a script to its end.
   *
   * @param connection in auto-commit mode; the script may leave settings on it
   * @param file name of the script, for problems
   * @return what was left out, with its line
   * @throws dev.tidegate.problem.TidegateException TG-3001 for a statement that does not run,
   *     TG-1012 for an extension that is not there, TG-1015 for what a restricted scratch refuses
   */
  public List<String> run(Connection connection, String file, SqlScript script) {
    var notes = new ArrayList<>(script.notes());
    for (var statement : script.statements()) {
      if (OTHER_DATABASES.matcher(statement.sql()).matches()) {
        throw ScriptProblems.beyondTheDatabase(file, statement).exception();
      }
      run(connection, file, statement, notes);
    }
    return List.copyOf(notes);
  }

  private void run(
      Connection connection, String file, ScriptStatement statement, List<String> notes) {
    var place = file + " line " + statement.line() + ": ";
    var provided = new ArrayList<Missing>();
    while (true) {
      try {
        execute(connection, statement);
        return;
      } catch (SQLException e) {
        var error = DatabaseError.of(e);
        if (error.isRace()) {
          continue;
        }
        if (error.sqlState().equals(CreatedRole.IS_THERE)
            && CreatedRole.of(statement.sql()).isPresent()) {
          return; // another state brought it, which nobody needs to know
        }
        var tolerated = Tolerance.reason(statement.sql(), error);
        if (tolerated.isPresent()) {
          notes.add(place + tolerated.get());
          return;
        }
        var missing = Missing.of(statement.sql(), error);
        if (missing.isEmpty() || provided.contains(missing.get())) {
          throw refused(file, statement, error).exception(e);
        }
        provided.add(missing.get());
        if (provisions.provide(connection, missing.get())) {
          return;
        }
      }
    }
  }

  private static Problem refused(String file, ScriptStatement statement, DatabaseError error) {
    // A superuser is refused nothing for want of a right.
    return error.sqlState().equals(Missing.INSUFFICIENT_PRIVILEGE)
        ? ScriptProblems.restricted(file, statement, error)
        : ScriptProblems.failed(file, statement, error);
  }

  private static void execute(Connection connection, ScriptStatement statement)
      throws SQLException {
    if (statement.data().isPresent()) {
      CopyText.load(connection, statement.sql(), statement.data().get());
      return;
    }
    try (var jdbc = connection.createStatement()) {
      // Braces are SQL here, not JDBC's escapes.
      jdbc.setEscapeProcessing(false);
      jdbc.execute(statement.sql());
    }
  }
}
