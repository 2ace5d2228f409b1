package dev.tidegate.dialect.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The current row of an answer, with its values by name. */
record Row(ResultSet results) {

  /** A text that is never null. */
  String text(String column) throws SQLException {
    return optional(column)
        .orElseThrow(() -> new SQLException("the catalogue has no value for " + column));
  }

  /** A text that may be null. */
  Optional<String> optional(String column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  /** An oid or bigint; 0 when it is null. */
  long number(String column) throws SQLException {
    return results.getLong(column);
  }

  /** A small number; 0 when it is null. */
  int count(String column) throws SQLException {
    return results.getInt(column);
  }

  /** A truth value; false when it is null. */
  boolean flag(String column) throws SQLException {
    return results.getBoolean(column);
  }

  /** A value of type "char"; a blank when it is empty or null. */
  char letter(String column) throws SQLException {
    var value = results.getString(column);
    return value == null || value.isEmpty() ? ' ' : value.charAt(0);
  }

  /** An array of texts; empty when it is null. */
  List<String> texts(String column) throws SQLException {
    var array = results.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
