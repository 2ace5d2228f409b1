package dev.tidegate.scratch;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs SQL in a scratch database, a connection each time. */
final class Sql {
  private Sql() {}

  static void execute(ScratchDatabase database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column. */
  static List<String> query(ScratchDatabase database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
