package dev.tidegate.backup;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConnection;

/**
 * A whole SQLite database by its backup interface, page by page, so that even hidden row numbers
 * stay what they are.
 *
 * @see <a href="https://www.sqlite.org/backup.html">Using the SQLite Online Backup API</a>
 */
final class SqliteCopy {
  private final ConnectionSettings settings;
  private final Map<String, Long> counts = new TreeMap<>();
  private String version = "";

  SqliteCopy(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Fills the file and checks it against what was counted in the same snapshot. */
  void write(Path file) throws SQLException, IOException {
    try (var connection = Connections.open(settings)) {
      connection.setAutoCommit(false);
      // The first read starts the snapshot, https://www.sqlite.org/isolation.html
      counts.putAll(count(connection));
      version = connection.getMetaData().getDatabaseProductVersion();
      var result =
          connection
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup("main", file.toString(), null);
      if (result != 0) {
        throw new SQLException("SQLite's backup ended with result code " + result);
      }
      connection.rollback();
    }
    refuseUnlessWhole(file);
  }

  String version() {
    return version;
  }

  List<Backup.Held> tables() {
    return counts.entrySet().stream()
        .map(entry -> new Backup.Held(entry.getKey(), List.of(), entry.getValue()))
        .toList();
  }

  private void refuseUnlessWhole(Path file) throws SQLException {
    var faults = new ArrayList<String>();
    try (var connection = Connections.open(at(file))) {
      faults.addAll(texts(connection, "PRAGMA integrity_check"));
      faults.remove("ok");
      var found = faults.isEmpty() ? count(connection) : counts;
      if (!found.equals(counts)) {
        faults.add("%s rows were counted and %s are in the file".formatted(counts, found));
      }
    }
    if (!faults.isEmpty()) {
      throw BackupProblems.notWhole(file, faults).exception();
    }
  }

  private ConnectionSettings at(Path file) {
    return new ConnectionSettings(
        settings.url().at(file), settings.user(), settings.password(), settings.origin(), false);
  }

  private static Map<String, Long> count(Connection connection) throws SQLException {
    var tables =
        texts(
            connection,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
                + " ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name");
    var counts = new TreeMap<String, Long>();
    for (var table : tables) {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("SELECT count(*) FROM " + Names.quoted(table))) {
        counts.put(table, row.getLong(1));
      }
    }
    return counts;
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
