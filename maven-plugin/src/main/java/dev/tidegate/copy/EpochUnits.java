package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.TimestampForm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds out whether the numbers of a column are seconds, milliseconds or microseconds since 1970,
 * by the range in which all of them lie. The ranges (1973 to 2286 in each unit) do not touch; a
 * number beneath them is near 1970 in any unit and decides nothing. A column whose numbers lie in
 * two ranges, in none, or beyond them, is ambiguous.
 */
final class EpochUnits {
  private static final double SECONDS = 1e8;
  private static final double END_OF_SECONDS = 1e10;
  private static final double MILLISECONDS = 1e11;
  private static final double END_OF_MILLISECONDS = 1e13;
  private static final double MICROSECONDS = 1e14;
  private static final double END_OF_MICROSECONDS = 1e16;

  private EpochUnits() {}

  /** Replaces the forms at these positions by the unit of the column there, in one query. */
  static void settle(
      Connection connection, TableCopy table, List<Integer> positions, List<TimestampForm> forms)
      throws SQLException, AmbiguousTimestamps {
    var query =
        positions.stream()
            .map(position -> counts(Sql.name(table.columns().get(position).from().name())))
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + Sql.path(table.from().path())));
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      var at = 1;
      for (var position : positions) {
        var column = table.columns().get(position).from().name();
        var name = table.from().name() + "." + column;
        var numbers = rows.getLong(at);
        forms.set(
            position,
            numbers == 0
                ? TimestampForm.ISO
                : unit(
                    name,
                    numbers,
                    rows.getLong(at + 1),
                    rows.getLong(at + 2),
                    rows.getLong(at + 3),
                    rows.getLong(at + 4)));
        at += 5;
      }
    }
  }

  private static TimestampForm unit(String column, long... counts) throws AmbiguousTimestamps {
    var seconds = counts[1];
    var millis = counts[2];
    var micros = counts[3];
    var small = counts[4];
    var elsewhere = counts[0] - seconds - millis - micros - small;
    var units = (seconds > 0 ? 1 : 0) + (millis > 0 ? 1 : 0) + (micros > 0 ? 1 : 0);
    if (elsewhere > 0 || units != 1) {
      throw new AmbiguousTimestamps(
          column,
          "of %,d numbers %,d would be plausible as seconds, %,d as milliseconds, %,d as microseconds since 1970"
              .formatted(counts[0], seconds, millis, micros));
    }
    return seconds > 0 ? TimestampForm.S : millis > 0 ? TimestampForm.MS : TimestampForm.US;
  }

  private static String counts(String column) {
    var size = "abs(CAST(" + column + " AS REAL))";
    var number = "typeof(" + column + ") IN ('integer', 'real')";
    return String.join(
        ", ",
        count(number),
        count(number + between(size, SECONDS, END_OF_SECONDS)),
        count(number + between(size, MILLISECONDS, END_OF_MILLISECONDS)),
        count(number + between(size, MICROSECONDS, END_OF_MICROSECONDS)),
        count(number + " AND " + size + " < " + SECONDS));
  }

  private static String count(String condition) {
    return "count(CASE WHEN " + condition + " THEN 1 END)";
  }

  private static String between(String size, double least, double end) {
    return " AND " + size + " >= " + least + " AND " + size + " < " + end;
  }
}
