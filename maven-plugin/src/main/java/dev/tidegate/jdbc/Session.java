package dev.tidegate.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.postgresql.PGConnection;
import org.sqlite.SQLiteConnection;

/**
 * A connection as others see it: it has a name on the server, and can be stopped from outside.
 *
 * @param connection open or not
 * @param product which database
 */
public record Session(Connection connection, Product product) {

  /**
   * The process that serves it, by PostgreSQL's number; empty for SQLite, which has none. Asks the
   * server, since a pooler announces a number of its own making.
   */
  public OptionalInt backend() {
    if (product != Product.POSTGRESQL) {
      return OptionalInt.empty();
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return OptionalInt.of(row.getInt(1));
    } catch (SQLException closed) {
      return OptionalInt.empty();
    }
  }

  /**
   * Stops the statement that it runs, if it runs one; may be called from any thread.
   *
   * @throws SQLException if the server cannot be reached
   */
  public void cancel() throws SQLException {
    if (product == Product.POSTGRESQL) {
      connection.unwrap(PGConnection.class).cancelQuery();
    } else {
      connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }
  }
}
