package dev.tidegate.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Liquibase says it has applied, in its table {@code DATABASECHANGELOG}. Its changelogs are
 * XML, YAML, JSON or SQL and are never run here.
 *
 * @param count how many changesets
 * @param last the last one, {@code db/changelog.xml::7::ada}, and its tag
 * @param failed changesets that are recorded as failed
 * @param lock who holds the lock and since when; empty where nobody does
 */
public record LiquibaseHistory(
    int count, Optional<String> last, List<String> failed, Optional<String> lock) {
  /** The name of the table, which a database with lower case has so. */
  public static final String TABLE = "DATABASECHANGELOG";

  /** The name of the table that holds the lock. */
  public static final String LOCK_TABLE = "DATABASECHANGELOGLOCK";

  public LiquibaseHistory {
    failed = List.copyOf(failed);
  }

  /**
   * Reads the tables.
   *
   * @param table the changelog's name as SQL has it
   * @param lockTable the lock's; empty where there is none
   */
  public static LiquibaseHistory read(
      Connection connection, String table, Optional<String> lockTable) throws SQLException {
    var sql =
        "SELECT filename, id, author, exectype, tag FROM "
            + table
            + " ORDER BY dateexecuted, orderexecuted";
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var count = 0;
      var last = Optional.<String>empty();
      var failed = new ArrayList<String>();
      while (row.next()) {
        var name = row.getString(1) + "::" + row.getString(2) + "::" + row.getString(3);
        var tag = row.getString(5);
        if ("FAILED".equals(row.getString(4))) {
          failed.add(name);
        }
        last = Optional.of(tag == null ? name : name + " (tag " + tag + ")");
        count++;
      }
      var lock =
          lockTable.isPresent() ? lock(connection, lockTable.get()) : Optional.<String>empty();
      return new LiquibaseHistory(count, last, failed, lock);
    }
  }

  private static Optional<String> lock(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT locked, lockedby, lockgranted FROM " + table)) {
      while (row.next()) {
        if (row.getBoolean(1)) {
          return Optional.of(row.getString(2) + " since " + row.getString(3));
        }
      }
      return Optional.empty();
    }
  }
}
