package dev.tidegate.translate;

import java.util.Set;

/** Writes names so that both databases read them back as they are. */
final class Names {
  /** Words that one of the two databases does not take for a name without quotes. */
  private static final Set<String> RESERVED =
      Set.of(
          """
          abort action add after all alter analyse analyze and any array as asc asymmetric attach
          authorization before begin between binary both by cascade case cast check collate collation
          column commit concurrently conflict constraint create cross current_catalog current_date
          current_role current_schema current_time current_timestamp current_user default deferrable
          deferred delete desc distinct do drop each else end escape except exclusive exists explain
          fail false fetch filter for foreign freeze from full generated glob grant group having if
          ignore ilike immediate in index indexed initially inner insert instead intersect into is
          isnull join key lateral leading left like limit localtime localtimestamp match natural no
          not nothing notnull null of offset on only or order outer over overlaps placing plan pragma
          primary query raise recursive references regexp reindex release rename replace restrict
          returning right rollback row rows savepoint select session_user set similar some symmetric
          system_user table tablesample temp temporary then to trailing transaction trigger true union
          unique update user using vacuum values variadic verbose view virtual when where window with
          without
          """
              .strip()
              .split("\\s+"));

  private Names() {}

  /** The name, in double quotes unless it is a plain word in lower case. */
  static String quote(String name) {
    var plain =
        !name.isEmpty()
            && (name.charAt(0) < '0' || name.charAt(0) > '9')
            && name.chars()
                .allMatch(c -> c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
    return plain && !RESERVED.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The text as a literal. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
