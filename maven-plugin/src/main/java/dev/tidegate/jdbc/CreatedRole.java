package dev.tidegate.jdbc;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Statements that make roles. These belong to a whole server, so that a second scratch database on
 * it finds them there: https://www.postgresql.org/docs/current/database-roles.html
 */
public final class CreatedRole {
  /** SQLSTATE duplicate_object, of a role that is there already. */
  public static final String IS_THERE = "42710";

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:\\s+|--[^\n]*\n|/\\*.*?\\*/)*CREATE\\s+(?:ROLE|USER|GROUP)\\s+(?!MAPPING\\s+FOR\\b|MAPPING\\s+IF\\b)"
              + "(\"(?:[^\"]|\"\")+\"|[\\w$]+).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private CreatedRole() {}

  /** The name of the role that a statement makes, if it makes one. */
  public static Optional<String> of(String sql) {
    return Optional.of(STATEMENT.matcher(sql))
        .filter(matcher -> matcher.matches())
        .map(matcher -> name(matcher.group(1)));
  }

  private static String name(String written) {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written.toLowerCase(Locale.ROOT);
  }
}
