package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.sql.SQLException;
import java.util.List;

/**
 * The way from one state to another, on a real server.
 *
 * @param statements of the plan
 * @param script of the statements
 * @param remaining objects that still differ after the statements ran in one transaction
 */
record PostgresWay(List<Statement> statements, String script, List<ObjectId> remaining) {

  /** Goes the way between what two texts of SQL build, and in the same database back again. */
  static List<PostgresWay> thereAndBack(int major, Pair<String> sql) throws SQLException {
    try (var from = TestPostgres.database(major);
        var to = TestPostgres.database(major)) {
      run(from, sql.from());
      run(to, sql.to());
      var schemas = new Pair<>(inspect(from), inspect(to));
      return List.of(go(from, schemas), go(from, schemas.reversed()));
    }
  }

  /** Goes the way between what two texts of SQL build. */
  static PostgresWay between(int major, Pair<String> sql) throws SQLException {
    return thereAndBack(major, sql).get(0);
  }

  private static PostgresWay go(ScratchDatabase database, Pair<Schema> schemas)
      throws SQLException {
    var dialect = new PostgresDialect();
    var statements = dialect.statements(schemas);
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (var each : statements) {
        statement.execute(each.sql());
      }
      connection.commit();
    }
    var remaining = dialect.differing(inspect(database), schemas.to());
    return new PostgresWay(statements, dialect.renderer().script(statements), remaining);
  }

  private static void run(ScratchDatabase database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Schema inspect(ScratchDatabase database) throws SQLException {
    try (var connection = database.connect()) {
      return new PostgresDialect().inspector().inspect(connection, Scope.all());
    }
  }
}
