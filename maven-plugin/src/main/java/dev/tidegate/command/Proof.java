package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.render.Statement;
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
        throw CommandProblems.planMissesItsGoal(remaining).exception();
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
        var number = statements.indexOf(statement) + 1;
        throw CommandProblems.planRefused(statement, number, e).exception(e);
      }
    }
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }
}
