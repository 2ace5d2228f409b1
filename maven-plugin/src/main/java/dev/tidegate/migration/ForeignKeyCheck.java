package dev.tidegate.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Looks before the commit of each migration whether it has left rows on SQLite that refer to
 * nothing: foreign keys are switched off while it runs, so that tables can be rebuilt. What was
 * broken before is not held against it. https://sqlite.org/pragma.html#pragma_foreign_key_check
 *
 * @param database to see how it was before
 */
record ForeignKeyCheck(MigrationDatabase database) implements Callback {

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      var after = violations(context.getConnection());
      if (!after.isEmpty()) {
        refuseMore(after, before());
      }
    } catch (SQLException e) {
      throw new FlywayException(e);
    }
  }

  private Map<String, Integer> before() throws SQLException {
    try (var connection = database.opener().get()) {
      return violations(connection);
    }
  }

  private static void refuseMore(Map<String, Integer> after, Map<String, Integer> before) {
    var lines = new ArrayList<String>();
    after.forEach(
        (key, rows) -> {
          var more = rows - before.getOrDefault(key, 0);
          if (more > 0) {
            lines.add(more + (more == 1 ? " row of " : " rows of ") + key);
          }
        });
    if (!lines.isEmpty()) {
      throw new FlywayException(
          "FOREIGN KEY constraint failed: rows refer to nothing after this migration\n"
              + String.join("\n", lines));
    }
  }

  /** How many rows refer to nothing, by table and what they refer to. */
  private static Map<String, Integer> violations(Connection connection) throws SQLException {
    var found = new TreeMap<String, Integer>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2")) {
      while (rows.next()) {
        found.put(rows.getString(1) + " refer to no row of " + rows.getString(2), rows.getInt(3));
      }
    }
    return found;
  }

  @Override
  public String getCallbackName() {
    return "tidegate foreign keys";
  }
}
