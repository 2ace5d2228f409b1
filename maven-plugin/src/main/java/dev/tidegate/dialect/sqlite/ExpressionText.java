package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Expressions over the columns of one table, in one form: names without quotes that they do not
 * need and without the table before them, and {@code "text"} that names no column as the text that
 * SQLite takes it for (<a href="https://sqlite.org/quirks.html#dblquote">manual</a>).
 */
final class ExpressionText {
  private final String table;
  private final Map<String, String> columns = new LinkedHashMap<>();

  ExpressionText(String table, List<String> columns) {
    this.table = SqliteIdentifiers.fold(table);
    columns.forEach(column -> this.columns.put(SqliteIdentifiers.fold(column), column));
  }

  /** The expression as text. */
  String of(List<Token> tokens) {
    return SqlText.of(canonical(tokens));
  }

  /** The expression in the form in which two are compared, which also names what has no name. */
  String folded(List<Token> tokens) {
    return SqlText.folded(canonical(tokens));
  }

  /** The column of this name, as the table spells it. */
  Optional<String> column(String name) {
    return Optional.ofNullable(columns.get(SqliteIdentifiers.fold(name)));
  }

  /** The columns that the expression names, in the order in which it does. */
  List<String> columnsIn(List<Token> tokens) {
    var found = new LinkedHashSet<String>();
    for (var token : canonical(tokens)) {
      if (token.kind() == Kind.WORD || token.kind() == Kind.DOUBLE_QUOTED) {
        column(token.value()).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private List<Token> canonical(List<Token> tokens) {
    var result = new ArrayList<Token>();
    for (var i = 0; i < tokens.size(); i++) {
      if (qualifies(tokens, i)) {
        i++;
      } else {
        result.add(canonical(tokens, i));
      }
    }
    return result;
  }

  /** Whether it is the table's own name before the name of a column. */
  private boolean qualifies(List<Token> tokens, int at) {
    var token = tokens.get(at);
    return (token.kind() == Kind.WORD || token.quotedName())
        && SqliteIdentifiers.fold(token.value()).equals(table)
        && at + 2 < tokens.size()
        && tokens.get(at + 1).isOperator(".");
  }

  private Token canonical(List<Token> tokens, int at) {
    var token = tokens.get(at);
    if (!token.quotedName()) {
      return token;
    }
    if (token.kind() == Kind.DOUBLE_QUOTED && !isName(tokens, at)) {
      return new Token(Kind.STRING, "'" + token.value().replace("'", "''") + "'", token.start());
    }
    var quoted = SqliteIdentifiers.quote(token.value());
    return new Token(
        quoted.startsWith("\"") ? Kind.DOUBLE_QUOTED : Kind.WORD, quoted, token.start());
  }

  private boolean isName(List<Token> tokens, int at) {
    var called = at + 1 < tokens.size() && tokens.get(at + 1).isOperator("(");
    var collation = at > 0 && tokens.get(at - 1).is("COLLATE");
    return called || collation || column(tokens.get(at).value()).isPresent();
  }
}
