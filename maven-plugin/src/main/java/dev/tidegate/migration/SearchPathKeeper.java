package dev.tidegate.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * Lets each migration begin with the search path that the first one had. A dump that begins with
 * {@code set_config('search_path', '', false)} would otherwise send the tables of the next
 * migration elsewhere: https://www.postgresql.org/docs/current/app-pgdump.html.
 */
final class SearchPathKeeper {
  private Optional<String> path = Optional.empty();

  /** Keeps the path of the first call, and puts it back in all others. */
  void keep(Connection connection) {
    try {
      if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
        return;
      }
      if (path.isEmpty()) {
        path = Optional.of(read(connection));
      } else {
        write(connection, path.get());
      }
    } catch (SQLException e) {
      throw new FlywayException(e);
    }
  }

  private static String read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT current_setting('search_path')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void write(Connection connection, String path) throws SQLException {
    try (var statement =
        connection.prepareStatement("SELECT set_config('search_path', ?, false)")) {
      statement.setString(1, path);
      statement.execute();
    }
  }
}
