package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * The label that a database carries: one row in {@code tidegate_environment} beside the history.
 *
 * @param schema where the history is; empty for SQLite
 */
public record EnvironmentMarker(Dialect dialect, Optional<String> schema) {
  private static final String TABLE = "tidegate_environment";
  private static final String PRODUCTION = "production";

  /** What is shown for a label that the role may not read; no label looks so. */
  static final String NOT_READABLE = "(not readable)";

  /** The label, if there is one. */
  public Optional<String> read(Connection connection) throws SQLException {
    if (!dialect.live().hasTable(connection, schema, TABLE)) {
      return Optional.empty();
    }
    if (!dialect.live().mayRead(connection, schema, TABLE)) {
      return Optional.of(NOT_READABLE);
    }
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT label FROM " + table())) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  /** Writes the label into a database that has none; the first one that was stated stays. */
  public void mark(Connection connection, String label) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS " + table() + " (label text NOT NULL)");
    }
    var sql = "INSERT INTO %1$s SELECT ? WHERE NOT EXISTS (SELECT 1 FROM %1$s)".formatted(table());
    try (var insert = connection.prepareStatement(sql)) {
      insert.setString(1, label);
      insert.executeUpdate();
    }
  }

  /**
   * Refuses a run whose label is another one than the database's, and one without a label on a
   * database marked {@code production}; also one that may not read the label.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2201, TG-2202 or TG-2124
   */
  public static void refuseUnlessMatching(
      String goal, DatabaseIdentity identity, Optional<String> stated) {
    var marked = identity.environment();
    if (marked.isEmpty()) {
      return;
    }
    if (marked.get().equals(NOT_READABLE)) {
      throw GuardProblems.environmentNotReadable(TABLE, identity).exception();
    }
    if (stated.isEmpty()) {
      if (meansProduction(marked.get())) {
        throw GuardProblems.environmentNotStated(goal, identity).exception();
      }
    } else if (!stated.get().equals(marked.get())) {
      throw GuardProblems.environmentDiffers(goal, identity, stated.get()).exception();
    }
  }

  /** Whether a label is {@code production}, in whatever case. */
  static boolean meansProduction(String label) {
    return label.toLowerCase(Locale.ROOT).equals(PRODUCTION);
  }

  private String table() {
    return dialect.live().qualified(schema, TABLE);
  }
}
