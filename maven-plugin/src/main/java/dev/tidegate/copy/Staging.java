package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * A temporary table through which rows go that cannot be written by binary COPY at once: because a
 * column's type is only read from its text form, or because rows are merged with those there.
 */
final class Staging {
  private final Connection connection;
  private final TableCopy table;
  private final String name;

  private Staging(Connection connection, TableCopy table, String name) {
    this.connection = connection;
    this.table = table;
    this.name = name;
  }

  /** Whether a column of the table is carried by its text form. */
  static boolean isNeeded(TableCopy table) {
    return table.columns().stream().anyMatch(Staging::asText);
  }

  /** Makes the table; it is gone with the transaction. */
  static Staging create(Connection connection, TableCopy table, int number) throws SQLException {
    var name = "pg_temp.tidegate_staging_" + number;
    var columns =
        table.columns().stream()
            .map(
                column ->
                    asText(column)
                        ? "NULL::text AS " + Sql.name(column.to().name())
                        : Sql.name(column.to().name()))
            .collect(Collectors.joining(", "));
    Sql.execute(
        connection,
        "CREATE TEMPORARY TABLE tidegate_staging_%d ON COMMIT DROP AS SELECT %s FROM %s WITH NO DATA"
            .formatted(number, columns, Sql.path(table.to().path())));
    return new Staging(connection, table, name);
  }

  String name() {
    return name;
  }

  /** Moves the rows into the table, over those of the same key where they are merged. */
  void merge(boolean over) throws SQLException {
    var insert =
        "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s"
            .formatted(
                Sql.path(table.to().path()), Sql.names(table.targetColumns()), typed(""), name);
    Sql.execute(connection, over ? insert + onConflict() : insert);
  }

  /** Looks for the column whose text PostgreSQL cannot read: its message names none. */
  void refuseUnreadable() throws SQLException {
    for (var column : table.columns()) {
      if (asText(column)) {
        try {
          Sql.execute(connection, "SELECT count(" + typed(column, "") + ") FROM " + name);
        } catch (SQLException e) {
          throw CopyProblems.unreadable(table.to().display(), column.to(), e).exception(e);
        }
      }
    }
  }

  /** A query for the rows as they are in the table now. */
  String readBack(boolean merged) {
    var columns =
        table.columns().stream()
            .map(column -> "t." + Sql.name(column.to().name()) + (asText(column) ? "::text" : ""))
            .collect(Collectors.joining(", "));
    var from = " FROM " + Sql.path(table.to().path()) + " t";
    if (!merged) {
      return "SELECT " + columns + from;
    }
    var sameKey =
        table.to().key().stream()
            .map(
                key ->
                    table.columns().stream()
                        .filter(column -> column.to().name().equals(key))
                        .map(column -> "t." + Sql.name(key) + " = " + typed(column, "s."))
                        .collect(Collectors.joining()))
            .collect(Collectors.joining(" AND "));
    return "SELECT " + columns + from + " JOIN " + name + " s ON " + sameKey;
  }

  /** A query for the rows as they were sent. */
  String readSent() {
    return "SELECT " + Sql.names(table.targetColumns()) + " FROM " + name;
  }

  /** A query for the rows as PostgreSQL reads them out of their text form. */
  String readRestated() {
    return "SELECT "
        + table.columns().stream()
            .map(column -> typed(column, "") + (asText(column) ? "::text" : ""))
            .collect(Collectors.joining(", "))
        + " FROM "
        + name;
  }

  private String onConflict() {
    var others =
        table.targetColumns().stream()
            .filter(column -> !table.to().key().contains(column))
            .map(column -> Sql.name(column) + " = excluded." + Sql.name(column))
            .collect(Collectors.joining(", "));
    return " ON CONFLICT ("
        + Sql.names(table.to().key())
        + (others.isEmpty() ? ") DO NOTHING" : ") DO UPDATE SET " + others);
  }

  private String typed(String alias) {
    return table.columns().stream()
        .map(column -> typed(column, alias))
        .collect(Collectors.joining(", "));
  }

  private static String typed(ColumnCopy column, String alias) {
    var name = alias + Sql.name(column.to().name());
    return asText(column) ? name + "::" + column.to().type().name() : name;
  }

  private static boolean asText(ColumnCopy column) {
    return column.to().type().family() == Family.OTHER;
  }
}
