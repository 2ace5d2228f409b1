package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.BadValues;
import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.copy.CopyOptions.SchemaCreation;
import dev.tidegate.copy.CopyOptions.Verification;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tests of copying say to databases. */
public final class Databases {
  /** Hears nothing. */
  static final CopyProgress SILENT = new SilentProgress();

  private Databases() {}

  /** A SQLite file. */
  public static ConnectionSettings sqlite(Path file) {
    return ConnectionSettings.of(
        DatabaseUrl.parse("jdbc:sqlite:" + file, Path.of("").toAbsolutePath()), "a test");
  }

  /** Runs statements one after the other; each ends at a line's end with a semicolon. */
  public static void execute(ConnectionSettings database, String script) throws SQLException {
    try (var connection = Connections.open(database)) {
      for (var statement : script.split(";\\s*\n")) {
        if (!statement.isBlank()) {
          Sql.execute(connection, statement);
        }
      }
    }
  }

  /** All rows, columns with a bar between them. */
  public static List<String> rows(ConnectionSettings database, String query) throws SQLException {
    try (var connection = Connections.open(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        found.add(String.join("|", row));
      }
      return found;
    }
  }

  static CopyOptions options(Path rejects) {
    return options(rejects, Mode.INSERT, BadValues.FAIL);
  }

  static CopyOptions options(Path rejects, Mode mode, BadValues badValues) {
    return new CopyOptions(
        List.of(),
        List.of(),
        List.of(),
        mode,
        Optional.empty(),
        badValues,
        Map.of(),
        Verification.DIGEST,
        SchemaCreation.NEVER,
        false,
        Optional.of(Duration.ofMillis(300)),
        rejects);
  }

  static CopyResult copy(ConnectionSettings from, ConnectionSettings to, CopyOptions options) {
    return new Copy(options, SILENT)
        .run(from, to, (source, target) -> SchemaMaker.Creation.nothing());
  }
}
