package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What persons said to coding agents, kept in {@code tidegate_consent} beside the history: Flyway's
 * own table has no column for it, and stays as Flyway made it.
 *
 * @param schema where the history is; empty for SQLite
 */
public record ConsentLog(Dialect dialect, Optional<String> schema) {
  private static final String TABLE = "tidegate_consent";

  /**
   * Adds a line.
   *
   * @param by the user whose rights held
   * @param subject the hash of the plan, or what else was consented to
   */
  public void add(Connection connection, Consent consent, String by, String subject)
      throws SQLException {
    var table = dialect.live().qualified(schema, TABLE);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + table
              + " (given_at text NOT NULL DEFAULT CURRENT_TIMESTAMP, database_user text NOT NULL,"
              + " agent text NOT NULL, subject text NOT NULL, words text NOT NULL)");
    }
    var sql =
        "INSERT INTO " + table + " (database_user, agent, subject, words) VALUES (?, ?, ?, ?)";
    try (var insert = connection.prepareStatement(sql)) {
      insert.setString(1, by);
      insert.setString(2, consent.agent());
      insert.setString(3, subject);
      insert.setString(4, consent.words());
      insert.executeUpdate();
    }
  }
}
