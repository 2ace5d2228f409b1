package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.render.Statement;
import dev.tidegate.report.ChangeList;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The law that every plan has to keep before anyone sees it: applied to a database that holds
 * {@code from}, it makes {@code to}, and nothing is left to do.
 */
final class Proof {
  private static final String STATE = "nothing was changed; only scratch databases were used";

  private final Dialect dialect;
  private final Scope scope;

  Proof(Dialect dialect, Scope scope) {
    this.dialect = dialect;
    this.scope = scope;
  }

  /**
   * Applies the statements and compares.
   *
   * @param database holds {@code from}; holds {@code to} afterwards
   */
  void require(ScratchDatabase database, List<Statement> statements, Schema to) {
    try (var connection = database.connect()) {
      apply(connection, statements);
      connection.setAutoCommit(true);
      var reached = dialect.inspector().inspect(connection, scope);
      var remaining = dialect.diff(new Pair<>(reached, to));
      if (!remaining.isEmpty()) {
        throw Problem.of(
                ProblemCode.PROOF_FAILED, "the plan does not lead to the state that was asked for")
            .withDetail("applied to a copy of from, this remains:")
            .withDetail(ChangeList.lines(remaining))
            .withState(STATE)
            .withHint("report this with both states; until then write the migration by hand")
            .exception();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch database could not be read", e);
    }
  }

  /** Runs statements as a deploy would: those that may share a transaction in one. */
  static void apply(Connection connection, List<Statement> statements) throws SQLException {
    for (var statement : statements) {
      if (connection.getAutoCommit() == statement.transactional()) {
        connection.setAutoCommit(!statement.transactional());
      }
      try (var sql = connection.createStatement()) {
        sql.execute(statement.sql());
      } catch (SQLException e) {
        throw refused(statement, statements.indexOf(statement) + 1, e).exception(e);
      }
    }
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  private static Problem refused(Statement statement, int number, SQLException e) {
    return Problem.of(
            ProblemCode.PROOF_FAILED, "the plan does not run: statement " + number + " was refused")
        .withDetail(e.getMessage() + " (SQLSTATE " + e.getSQLState() + ")")
        .withDetail(statement.sql())
        .withState(STATE)
        .withHint("report this with both states; until then write the migration by hand");
  }
}
