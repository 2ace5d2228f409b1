package dev.tidegate.source.sql;

import dev.tidegate.jdbc.DatabaseError;
import java.util.Optional;
import java.util.regex.Pattern;

/** Statements of dumps that may fail without making the state another one. */
final class Tolerance {
  private static final String DUPLICATE_SCHEMA = "42P06";
  private static final String UNDEFINED_OBJECT = "42704";

  private static final Pattern CREATE_PUBLIC =
      Pattern.compile("CREATE\\s+SCHEMA\\s+\"?public\"?\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern SET =
      Pattern.compile("SET\\s+(\\w+)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Tolerance() {}

  static Optional<String> reason(String sql, DatabaseError error) {
    if (error.sqlState().equals(DUPLICATE_SCHEMA) && CREATE_PUBLIC.matcher(sql).matches()) {
      return Optional.of("schema public is there already");
    }
    var setting = SET.matcher(sql);
    // A newer pg_dump sets what an older server does not know, such as transaction_timeout.
    if (error.sqlState().equals(UNDEFINED_OBJECT)
        && setting.matches()
        && error.message().contains("unrecognized configuration parameter")) {
      return Optional.of("the scratch server has no setting " + setting.group(1));
    }
    return Optional.empty();
  }
}
