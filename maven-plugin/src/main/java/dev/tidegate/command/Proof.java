package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.dialect.StatementMeter;
import dev.tidegate.diff.Pair;
import dev.tidegate.render.Script;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
   * Puts rows in, applies the statements, compares, and looks for the rows.
   *
   * @param database holds {@code schemas.from}; holds {@code schemas.to} afterwards
   * @return the statements with what each one did to it
   */
  List<Statement> require(
      ScratchDatabase database, List<Statement> statements, Pair<Schema> schemas, RowProof rows) {
    try (var connection = database.connect()) {
      rows.fill(connection);
      var applied = apply(connection, statements, dialect.meter(connection));
      connection.setAutoCommit(true);
      var reached = dialect.inspector().inspect(connection, scope);
      var remaining = dialect.diff(new Pair<>(reached, schemas.to()));
      if (!remaining.isEmpty()) {
        throw CommandProblems.planMissesItsGoal(remaining).exception();
      }
      var lost = dialect.lost(schemas, reached);
      if (!lost.isEmpty()) {
        throw CommandProblems.planLoses(lost).exception();
      }
      rows.requireKept(connection);
      return applied;
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch database could not be read", e);
    }
  }

  /** Runs statements as a deploy would run their files: a transaction each, or none at all. */
  static List<Statement> apply(
      Connection connection, List<Statement> statements, StatementMeter meter) throws SQLException {
    var applied = new ArrayList<Statement>();
    for (var part : Script.parts(statements)) {
      connection.setAutoCommit(!part.stage().transactional());
      meter.begin();
      for (var statement : part.statements()) {
        meter.before(statement);
        try (var sql = connection.createStatement()) {
          sql.execute(statement.sql());
        } catch (SQLException e) {
          throw CommandProblems.planRefused(statement, applied.size() + 1, e)
              .exception(new RefusedStatement(statement, e));
        }
        applied.add(meter.after(statement));
      }
      if (part.stage().transactional()) {
        connection.commit();
      }
    }
    return List.copyOf(applied);
  }
}
