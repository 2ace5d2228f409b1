package dev.tidegate.dialect.postgres;

import java.sql.SQLException;
import java.util.Map;

/**
 * What went wrong, in words that hold no data, as the server's message may.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
final class ConditionName {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("22003", "numeric_value_out_of_range"),
          Map.entry("22007", "invalid_datetime_format"),
          Map.entry("22008", "datetime_field_overflow"),
          Map.entry("22012", "division_by_zero"),
          Map.entry("22023", "invalid_parameter_value"),
          Map.entry("22P02", "invalid_text_representation"),
          Map.entry("23514", "check_violation"),
          Map.entry("25006", "read_only_sql_transaction"),
          Map.entry("42501", "insufficient_privilege"),
          Map.entry("42703", "undefined_column"),
          Map.entry("42704", "undefined_object"),
          Map.entry("42883", "undefined_function"),
          Map.entry("42P01", "undefined_table"),
          Map.entry("53100", "disk_full"),
          Map.entry("53200", "out_of_memory"),
          Map.entry("55000", "object_not_in_prerequisite_state"),
          Map.entry("55P03", "lock_not_available"),
          Map.entry("57014", "query_canceled"),
          Map.entry("57P01", "admin_shutdown"),
          Map.entry("P0001", "raise_exception"));

  private ConditionName() {}

  /** {@code undefined_table (SQLSTATE 42P01)}; the number alone where the name is not known. */
  static String of(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    var name = NAMES.get(state);
    return name == null ? "SQLSTATE " + state : name + " (SQLSTATE " + state + ")";
  }
}
