package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token;
import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.sqlite.TableDefinition.ColumnDefinition;
import dev.tidegate.dialect.sqlite.TableDefinition.ConstraintDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a CREATE TABLE statement by <a href="https://sqlite.org/src/file/src/parse.y">SQLite's
 * grammar</a>, which is wider than its manual: commas between table constraints may be missing, a
 * name may be a text, a constraint's name may stand alone. Not safe for several threads.
 */
final class CreateTableParser {
  private static final Set<String> TABLE_CONSTRAINT =
      Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
  private static final Set<String> COLUMN_CONSTRAINT =
      Set.of(
          "CONSTRAINT",
          "PRIMARY",
          "NOT",
          "NULL",
          "UNIQUE",
          "CHECK",
          "DEFAULT",
          "COLLATE",
          "REFERENCES",
          "DEFERRABLE",
          "AS");

  private final TokenReader reader;
  private final List<ColumnDefinition> columns = new ArrayList<>();
  private final List<ConstraintDefinition> constraints = new ArrayList<>();

  private CreateTableParser(String sql) {
    this.reader = TokenReader.of(sql);
  }

  /**
   * Reads the statement as {@code sqlite_schema} stores it.
   *
   * @throws SqlNotUnderstoodException when it cannot be read
   */
  static TableDefinition parse(String sql) {
    return new CreateTableParser(sql).table();
  }

  private TableDefinition table() {
    reader.expect("CREATE");
    if (!reader.takeIf("TEMP")) {
      reader.takeIf("TEMPORARY");
    }
    reader.expect("TABLE");
    reader.takeIf("IF", "NOT", "EXISTS");
    reader.name();
    if (reader.takeIfOperator(".")) {
      reader.name();
    }
    reader.expectOperator("(");
    do {
      if (TABLE_CONSTRAINT.contains(reader.peek().keyword())) {
        new ConstraintParser(reader, constraints).tableConstraints();
      } else {
        column();
      }
    } while (reader.takeIfOperator(","));
    reader.expectOperator(")");
    return withOptions();
  }

  private TableDefinition withOptions() {
    var strict = false;
    var withoutRowid = false;
    while (!reader.atEnd() && !reader.takeIfOperator(";")) {
      if (reader.takeIf("STRICT")) {
        strict = true;
      } else if (reader.takeIf("WITHOUT")) {
        reader.expect("ROWID");
        withoutRowid = true;
      } else {
        throw reader.unexpected();
      }
      reader.takeIfOperator(",");
    }
    return new TableDefinition(columns, constraints, strict, withoutRowid);
  }

  private void column() {
    columns.add(new ColumnParser(reader.name(), type()).column());
  }

  private String type() {
    var words = new ArrayList<Token>();
    while (isName(reader.peek()) && !endsType()) {
      words.add(reader.take());
    }
    var text = SqlText.of(words);
    if (!words.isEmpty() && reader.peek().isOperator("(")) {
      var arguments = reader.list().stream().map(SqlText::of).toList();
      text += "(" + String.join(",", arguments) + ")";
    }
    return text;
  }

  private boolean endsType() {
    return COLUMN_CONSTRAINT.contains(reader.peek().keyword())
        || (reader.peek().is("GENERATED") && reader.peek(1).is("ALWAYS"));
  }

  private static boolean isName(Token token) {
    return token.kind() == Kind.WORD || token.quotedName() || token.kind() == Kind.STRING;
  }

  /** Reads what follows the name and the type of one column. */
  private final class ColumnParser {
    private final String name;
    private final String type;
    private Optional<String> collation = Optional.empty();
    private boolean notNull;
    private Optional<String> notNullConflict = Optional.empty();
    private Optional<String> notNullName = Optional.empty();
    private List<Token> value = List.of();
    private List<Token> generated = List.of();
    private boolean stored;

    ColumnParser(String name, String type) {
      this.name = name;
      this.type = type;
    }

    ColumnDefinition column() {
      var inline = new ConstraintParser(reader, constraints);
      while (!reader.peek().isOperator(",") && !reader.peek().isOperator(")")) {
        if (!inline.columnConstraint(name)) {
          attribute(inline);
        }
      }
      return new ColumnDefinition(
          name, type, collation, notNull, notNullConflict, notNullName, value, generated, stored);
    }

    private void attribute(ConstraintParser inline) {
      if (reader.takeIf("NOT", "NULL")) {
        notNull = true;
        notNullConflict = inline.conflictClause();
        notNullName = inline.takeName();
      } else if (reader.takeIf("NULL")) {
        inline.conflictClause();
      } else if (reader.takeIf("DEFAULT")) {
        value = defaultValue();
      } else if (reader.takeIf("COLLATE")) {
        collation = Optional.of(reader.name());
      } else {
        generated();
      }
      inline.takeName();
    }

    private void generated() {
      if (reader.takeIf("GENERATED")) {
        reader.expect("ALWAYS");
      }
      reader.expect("AS");
      generated = reader.parenthesised();
      stored = reader.takeIf("STORED");
      reader.takeIf("VIRTUAL");
    }

    private List<Token> defaultValue() {
      if (reader.peek().isOperator("(")) {
        return reader.parenthesised();
      }
      var tokens = new ArrayList<Token>();
      if (reader.peek().isOperator("+") || reader.peek().isOperator("-")) {
        tokens.add(reader.take());
      }
      tokens.add(literal(reader.take()));
      return tokens;
    }

    /** A bare name as a default is a text. */
    private Token literal(Token token) {
      var isName = token.quotedName() || token.kind() == Kind.WORD;
      var isValue =
          Set.of("NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP")
              .contains(token.keyword());
      if (!isName) {
        return token;
      }
      return isValue
          ? new Token(Kind.WORD, token.keyword(), token.start())
          : new Token(Kind.STRING, "'" + token.value().replace("'", "''") + "'", token.start());
    }
  }
}
