package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.LiveDatabase.OwnTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The label that a database carries: one row in {@code tidegate_environment} beside the history.
 *
 * @param schema where the history is; empty for SQLite
 */
public record EnvironmentMarker(Dialect dialect, Optional<String> schema) {
  static final String TABLE = "tidegate_environment";

  /**
   * What is shown, after the table's name as SQL has it, for a label that the role may not read.
   */
  private static final String NOT_READABLE = " (not readable)";

  /**
   * What was read.
   *
   * @param label empty where there is none, or none that can be read
   * @param fault why it cannot be read
   */
  record Mark(Optional<String> label, Optional<String> fault) {
    private static Mark broken(String why) {
      return new Mark(Optional.empty(), Optional.of(why));
    }
  }

  /**
   * Reads the label. Where this schema has none, that of any other counts: a database is one
   * environment, whatever its search path leads to, and production wins.
   */
  Mark read(Connection connection, List<OwnTable> own) throws SQLException {
    var looked = looked(own);
    for (var table : looked) {
      if (!table.ordinary() || !table.readable()) {
        return Mark.broken(
            table.ordinary() ? qualified(table) + NOT_READABLE : name(table) + " is not a table");
      }
    }
    return looked.isEmpty()
        ? new Mark(Optional.empty(), Optional.empty())
        : labels(connection, looked);
  }

  private Mark labels(Connection connection, List<OwnTable> tables) throws SQLException {
    var sql =
        tables.stream()
            .map(
                table ->
                    "SELECT min(label), count(*), '%s' FROM %s"
                        .formatted(name(table).replace("'", "''"), qualified(table)))
            .collect(Collectors.joining(" UNION ALL "));
    var found = Optional.<String>empty();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        var label = Optional.ofNullable(row.getString(1)).filter(text -> !text.isBlank());
        if (row.getInt(2) != 1 || label.isEmpty()) {
          return Mark.broken(
              row.getString(3)
                  + (row.getInt(2) == 1
                      ? " has a row without label"
                      : " has " + row.getInt(2) + " rows"));
        }
        if (found.isEmpty() || new EnvironmentLabel(label.get()).meansProduction()) {
          found = label;
        }
      }
      return new Mark(found, Optional.empty());
    } catch (SQLException e) { // no column of that name, or a right that is missing
      return Mark.broken(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  /** The table that the role may not read, if that is what this fault says. */
  static Optional<String> notReadable(String fault) {
    return fault.endsWith(NOT_READABLE)
        ? Optional.of(fault.substring(0, fault.length() - NOT_READABLE.length()))
        : Optional.empty();
  }

  /** Writes the label into a database that has none; the first one that was stated stays. */
  public void mark(Connection connection, EnvironmentLabel label, String by) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + table()
              + " (label text NOT NULL, marked_by text, marked_at text DEFAULT CURRENT_TIMESTAMP,"
              + " label_before text)");
    }
    var sql =
        "INSERT INTO %1$s (label, marked_by) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM %1$s)"
            .formatted(table());
    try (var insert = connection.prepareStatement(sql)) {
      insert.setString(1, label.word());
      insert.setString(2, by);
      insert.executeUpdate();
    }
  }

  /**
   * Replaces the label that {@link #read} found, and keeps who did it, when, and what it was: that
   * of this schema, or where it has none, each of the same word. A label that says something else
   * is another schema's own and stays.
   */
  public void rename(
      Connection connection, EnvironmentLabel from, EnvironmentLabel label, String by)
      throws SQLException {
    for (var table : looked(dialect.live().ownTables(connection))) {
      if (read(connection, List.of(table))
          .label()
          .filter(it -> new EnvironmentLabel(it).equals(from))
          .isPresent()) {
        rename(connection, qualified(table), label, by);
      }
    }
  }

  /** The markers that count for this schema. */
  private List<OwnTable> looked(List<OwnTable> own) {
    var markers = own.stream().filter(table -> table.name().equals(TABLE)).toList();
    var here = markers.stream().filter(table -> table.namespace().equals(schema)).toList();
    return here.isEmpty() ? markers : here;
  }

  private static void rename(Connection connection, String table, EnvironmentLabel label, String by)
      throws SQLException {
    addColumns(connection, table);
    var sql =
        "UPDATE "
            + table
            + " SET label_before = label, label = ?, marked_by = ?, marked_at = CURRENT_TIMESTAMP";
    try (var update = connection.prepareStatement(sql)) {
      update.setString(1, label.word());
      update.setString(2, by);
      update.executeUpdate();
    }
  }

  /** One that was made by hand may have the label only. */
  private static void addColumns(Connection connection, String table) throws SQLException {
    var there = new HashSet<String>();
    try (var statement = connection.createStatement();
        var none = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
      for (var i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        there.add(none.getMetaData().getColumnName(i));
      }
    }
    for (var column : List.of("marked_by", "marked_at", "label_before")) {
      if (!there.contains(column)) {
        try (var statement = connection.createStatement()) {
          statement.execute("ALTER TABLE " + table + " ADD COLUMN " + column + " text");
        }
      }
    }
  }

  private String table() {
    return dialect.live().qualified(schema, TABLE);
  }

  private String qualified(OwnTable table) {
    return dialect.live().qualified(table.namespace(), table.name());
  }

  private static String name(OwnTable table) {
    return table.namespace().map(space -> space + ".").orElse("") + table.name();
  }
}
