package dev.tidegate.dialect.postgres;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The setting search_path:
 * https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH.
 */
final class SearchPath {
  private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,\\s]+)");

  private SearchPath() {}

  /**
   * The schemas that a path names before the first that was found there, which takes their place.
   * One named after the user stands in the default path and need not be there; those of the system
   * do not count.
   */
  static List<String> vanished(String setting, List<String> found, String user) {
    return NAME.matcher(setting)
        .results()
        .map(
            name ->
                name.group(1) == null
                    ? name.group(2).toLowerCase(Locale.ROOT)
                    : name.group(1).replace("\"\"", "\""))
        .filter(name -> !name.isEmpty() && !name.equals("$user") && !name.equals(user))
        .filter(name -> !name.startsWith("pg_"))
        .takeWhile(name -> !found.contains(name))
        .distinct()
        .toList();
  }
}
