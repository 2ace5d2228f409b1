package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.jdbc.ConnectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A SQLite file as a target. Rows go into a file beside it, which it takes over in one transaction
 * when all of it is proved; until then, and whenever the run is killed, the database is as it was.
 */
final class SqliteTarget implements CopyTarget {
  private final ConnectionSettings settings;
  private final SqliteReplacement replacement;
  private final Connection connection;
  private final Set<String> danglingBefore = new HashSet<>();
  private Mode mode = Mode.INSERT;

  private SqliteTarget(ConnectionSettings settings, SqliteReplacement replacement)
      throws SQLException {
    this.settings = settings;
    this.replacement = replacement;
    connection = replacement.connection();
    danglingBefore.addAll(dangling());
  }

  /** Opens a file beside the target, with what the target holds. */
  static SqliteTarget open(ConnectionSettings settings) throws SQLException {
    var replacement = SqliteReplacement.begin(settings);
    try {
      return new SqliteTarget(settings, replacement);
    } catch (SQLException e) {
      replacement.close();
      throw e;
    }
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public String display() {
    return settings.url().display();
  }

  @Override
  public String name() {
    return String.valueOf(Path.of(settings.url().database()).getFileName());
  }

  @Override
  public List<TableFacts> tables() throws SQLException {
    return SqliteCatalog.read(connection);
  }

  @Override
  public void execute(List<String> statements) throws SQLException {
    for (var statement : statements) {
      Sql.execute(connection, statement);
    }
  }

  @Override
  public List<String> obstacles(List<TableCopy> tables, Mode how) throws SQLException {
    var names = tables.stream().map(table -> table.to().name()).collect(Collectors.toSet());
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1")) {
      while (rows.next()) {
        // SQLite does not say on which event a trigger fires, so every one counts.
        if (names.contains(rows.getString(2))) {
          found.add("trigger " + rows.getString(1) + " on " + rows.getString(2) + " might fire");
        }
      }
    }
    return found;
  }

  @Override
  public Map<String, Long> notEmpty(List<TableCopy> tables) throws SQLException {
    var counts = new LinkedHashMap<String, Long>();
    for (var table : tables) {
      var count = Sql.number(connection, "SELECT count(*) FROM " + Sql.path(table.to().path()));
      if (count > 0) {
        counts.put(table.to().display(), count);
      }
    }
    return counts;
  }

  @Override
  public void prepare(List<TableCopy> tables, Mode how) throws SQLException {
    mode = how;
    if (how == Mode.REPLACE) {
      for (var table : tables) {
        Sql.execute(connection, "DELETE FROM " + Sql.path(table.to().path()));
      }
    }
  }

  @Override
  public RowWriter write(TableCopy table) throws SQLException {
    var path = Sql.path(table.to().path());
    if (mode == Mode.UPSERT) {
      Sql.execute(
          connection,
          "CREATE TEMPORARY TABLE %s AS SELECT %s FROM %s WHERE false"
              .formatted(staging(table), Sql.names(table.targetColumns()), path));
      path = staging(table);
    }
    return new SqliteRowWriter(
        connection,
        "INSERT INTO " + path + " (" + Sql.names(table.targetColumns()) + ") VALUES ",
        table.columns().size());
  }

  @Override
  public void merge(TableCopy table) throws SQLException {
    if (mode != Mode.UPSERT) {
      return;
    }
    var others =
        table.targetColumns().stream()
            .filter(column -> !table.to().key().contains(column))
            .map(column -> Sql.name(column) + " = excluded." + Sql.name(column))
            .collect(Collectors.joining(", "));
    var columns = Sql.names(table.targetColumns());
    Sql.execute(
        connection,
        // WHERE true keeps ON from being read as that of a join:
        // https://www.sqlite.org/lang_upsert.html
        "INSERT INTO %s (%s) SELECT %s FROM %s WHERE true ON CONFLICT (%s) DO %s"
            .formatted(
                Sql.path(table.to().path()),
                columns,
                columns,
                staging(table),
                Sql.names(table.to().key()),
                others.isEmpty() ? "NOTHING" : "UPDATE SET " + others));
  }

  private static String staging(TableCopy table) {
    return "temp." + Sql.name("tidegate_staging_" + table.to().name());
  }

  @Override
  public void restore() throws SQLException {
    var damage =
        Sql.texts(connection, "PRAGMA integrity_check").stream()
            .filter(line -> !line.equals("ok"))
            .toList();
    if (!damage.isEmpty()) {
      throw CopyProblems.targetDamaged(display(), damage).exception();
    }
    var dangling = dangling().stream().filter(line -> !danglingBefore.contains(line)).toList();
    if (!dangling.isEmpty()) {
      throw CopyProblems.dangling(display(), dangling).exception();
    }
  }

  /** Rows that refer to none, one line each. */
  private List<String> dangling() throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA foreign_key_check")) {
      while (rows.next()) {
        found.add(
            "%s: row %s refers to a row of %s that is not there"
                .formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return found;
  }

  @Override
  public EncodedReader readBack(TableCopy table) throws SQLException {
    var path = Sql.path(table.to().path()) + " t";
    var columns =
        table.targetColumns().stream()
            .map(column -> "t." + Sql.name(column))
            .collect(Collectors.joining(", "));
    if (mode == Mode.UPSERT) {
      path +=
          " JOIN "
              + staging(table)
              + " s ON "
              + table.to().key().stream()
                  .map(key -> "t." + Sql.name(key) + " = s." + Sql.name(key))
                  .collect(Collectors.joining(" AND "));
    }
    return new SqliteEncodedReader(
        new SqliteRowReader(connection, "SELECT " + columns + " FROM " + path),
        table.columns().size());
  }

  @Override
  public void commit(List<TableCopy> tables, Map<String, Long> counters) throws SQLException {
    for (var table : tables) {
      var counter = counters.get(table.from().display());
      if (counter != null) {
        // https://www.sqlite.org/autoinc.html: ordinary UPDATE statements may change this table
        Sql.execute(
            connection,
            "UPDATE sqlite_sequence SET seq = max(seq, %d) WHERE name = %s"
                .formatted(counter, Sql.literal(table.to().name())));
      }
    }
    connection.commit();
    try {
      replacement.takePlace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    replacement.close();
  }
}
