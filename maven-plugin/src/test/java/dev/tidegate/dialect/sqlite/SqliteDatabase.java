package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A SQLite database in memory. */
final class SqliteDatabase implements AutoCloseable {
  private final Connection connection;

  private SqliteDatabase(Connection connection) {
    this.connection = connection;
  }

  /** A database on which this was run. */
  static SqliteDatabase of(String... statements) throws SQLException {
    var database = new SqliteDatabase(DriverManager.getConnection("jdbc:sqlite:"));
    database.run(statements);
    return database;
  }

  void run(String... statements) throws SQLException {
    for (var sql : statements) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException(e.getMessage() + "\n" + sql, e);
      }
    }
  }

  /** Runs a plan as a migration runs: all in one transaction, or nothing. */
  void apply(List<Statement> statements) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (var statement : statements) {
        run(statement.sql());
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  Schema inspect() throws SQLException {
    return new SqliteInspector().inspect(connection, Scope.all());
  }

  /** Makes this database what the other one is, as far as the plan does; says the statements. */
  List<String> become(SqliteDatabase other) throws SQLException {
    var statements = new SqliteDialect().statements(new Pair<>(inspect(), other.inspect()));
    apply(statements);
    return statements.stream().map(Statement::sql).toList();
  }

  /** The rows, each as text, values with bars between them. */
  List<String> rows(String query) throws SQLException {
    var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      while (row.next()) {
        var values = new ArrayList<String>();
        for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
