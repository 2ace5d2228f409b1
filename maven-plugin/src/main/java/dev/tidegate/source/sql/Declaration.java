package dev.tidegate.source.sql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a statement of declared SQL makes, as far as its words tell.
 *
 * @param kind as SQL has it, in lower case: {@code table}, {@code materialized view}; {@code
 *     column} or {@code constraint} for what ALTER TABLE adds
 * @param path of names as the statement writes it, without quotes and, where unquoted, in lower
 *     case; of what ALTER TABLE adds that of the table and its own
 * @param line on which the statement begins
 * @param sql the statement
 */
public record Declaration(String kind, List<String> path, int line, String sql) {
  public Declaration {
    path = List.copyOf(path);
  }

  /** The declaration that a statement is; empty where it makes nothing with a name. */
  public static Optional<Declaration> of(ScriptStatement statement) {
    var sql = statement.sql();
    var words = MarkedStatement.of(sql, 0, sql.length());
    return words.kind().isEmpty() || words.path().isEmpty()
        ? Optional.empty()
        : Optional.of(new Declaration(words.kind(), words.path(), statement.line(), sql));
  }

  /** The line on which a column or a constraint with a name is told of, in a table that is made. */
  public OptionalInt lineOf(String part) {
    var statement = MarkedStatement.of(sql, 0, sql.length());
    var lines = sql.lines().toList();
    for (var at = 0; at < lines.size(); at++) {
      if (tells(statement, body(lines.get(at), at), part)) {
        return OptionalInt.of(line + at);
      }
    }
    for (var at = 0; at < lines.size(); at++) {
      for (var item : body(lines.get(at), at).split(",")) {
        if (tells(statement, item, part)) {
          return OptionalInt.of(line + at);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** The first line begins with what the statement is. */
  private static String body(String text, int at) {
    return at > 0 ? text : text.substring(text.indexOf('(') + 1);
  }

  private static boolean tells(MarkedStatement statement, String text, String part) {
    var found = statement.part(MarkedStatement.words(text));
    return found.size() == 2 && found.get(1).equalsIgnoreCase(part);
  }
}
