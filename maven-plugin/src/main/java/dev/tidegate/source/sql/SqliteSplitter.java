package dev.tidegate.source.sql;

import dev.tidegate.source.sql.Token.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * Splits as sqlite3_complete does: a semicolon ends a statement, but a trigger ends at {@code ; END
 * ;}. https://sqlite.org/c3ref/complete.html
 */
final class SqliteSplitter extends Splitter {

  /** The states of sqlite3_complete, less those that only tell whether input is complete. */
  private enum State {
    START,
    EXPLAIN,
    CREATE,
    NORMAL,
    TRIGGER,
    SEMICOLON_IN_TRIGGER,
    END_IN_TRIGGER
  }

  private State state = State.START;

  SqliteSplitter(String name, String text) {
    super(name, text, new SqliteTokenizer(text));
  }

  @Override
  boolean endsStatement() {
    return state != State.TRIGGER && state != State.SEMICOLON_IN_TRIGGER;
  }

  @Override
  boolean accept(Token token) {
    var first = text.charAt(token.start());
    if (atStart() && first == '.') {
      throw ScriptProblems.dotCommand(name, line(token.start())).exception();
    }
    var word = token.kind() == Kind.WORD ? token.text(text).toUpperCase(Locale.ROOT) : "";
    state = token.kind() == Kind.SEMICOLON ? State.SEMICOLON_IN_TRIGGER : after(word);
    return true;
  }

  private State after(String word) {
    return switch (state) {
      case START ->
          switch (word) {
            case "EXPLAIN" -> State.EXPLAIN;
            case "CREATE" -> State.CREATE;
            default -> State.NORMAL;
          };
      case EXPLAIN -> afterExplain(word);
      case CREATE ->
          switch (word) {
            case "TEMP", "TEMPORARY" -> State.CREATE;
            case "TRIGGER" -> State.TRIGGER;
            default -> State.NORMAL;
          };
      case NORMAL -> State.NORMAL;
      case SEMICOLON_IN_TRIGGER -> word.equals("END") ? State.END_IN_TRIGGER : State.TRIGGER;
      case TRIGGER, END_IN_TRIGGER -> State.TRIGGER;
    };
  }

  private static State afterExplain(String word) {
    return switch (word) {
      case "CREATE" -> State.CREATE;
      case "QUERY", "PLAN" -> State.EXPLAIN;
      default -> State.NORMAL;
    };
  }

  @Override
  void reset(Optional<String> finished) {
    state = State.START;
  }
}
