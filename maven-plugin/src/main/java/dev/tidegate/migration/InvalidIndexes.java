package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.TidegateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes that PostgreSQL maintains and does not use, since CREATE INDEX or REINDEX CONCURRENTLY
 * failed: https://www.postgresql.org/docs/current/sql-createindex.html.
 */
public final class InvalidIndexes {
  private InvalidIndexes() {}

  /** Their names, with the schema where it is not on the search path, in order. */
  public static List<String> read(Connection connection, Product product) throws SQLException {
    if (product != Product.POSTGRESQL) {
      return List.of();
    }
    var names = new ArrayList<String>();
    // An index of a partitioned table is invalid until each partition has its part, by design.
    var sql =
        "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " WHERE NOT i.indisvalid AND c.relkind = 'i' ORDER BY 1";
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /** The same on a connection of its own; none where the server cannot be reached any more. */
  static List<String> of(MigrationDatabase database) {
    if (database.product() != Product.POSTGRESQL) {
      return List.of();
    }
    try (var connection = database.opener().get()) {
      return read(connection, database.product());
    } catch (SQLException | TidegateException unreachable) {
      // The failure that is being reported may be that the server is gone.
      return List.of();
    }
  }
}
