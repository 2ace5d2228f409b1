package dev.tidegate.source.sql;

import java.util.List;

/**
 * What {@code -- tidegate:renamed from=old} says in a script, with the object that it stands on.
 *
 * @param place file and line, for problems and notes
 * @param kind of the object as SQL has it, in lower case: {@code table}, {@code column}, {@code
 *     constraint}, {@code label}; empty where the mark stands on nothing that has a name
 * @param path of names as the statement writes it, without quotes and, where unquoted, in lower
 *     case; for a column that of its table and its own
 * @param from the old name; empty where the mark has none
 */
public record RenameMark(String place, String kind, List<String> path, String from) {
  public RenameMark {
    path = List.copyOf(path);
  }
}
