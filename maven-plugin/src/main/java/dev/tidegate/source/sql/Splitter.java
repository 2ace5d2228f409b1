package dev.tidegate.source.sql;

import dev.tidegate.source.sql.Token.Kind;
import dev.tidegate.source.sql.Tokenizer.UnfinishedToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers tokens into statements; where one ends is what databases differ in. */
abstract class Splitter {
  final String name;
  final String text;
  final Tokenizer tokenizer;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final LineCounter lines;
  private final RenameMarks marks;
  private int start = -1;
  private int end;

  Splitter(String name, String text, Tokenizer tokenizer) {
    this.name = name;
    this.text = text;
    this.tokenizer = tokenizer;
    this.lines = new LineCounter(text);
    this.marks = new RenameMarks(name, text);
  }

  final SqlScript split() {
    try {
      while (!tokenizer.atEnd()) {
        take(tokenizer.next());
      }
    } catch (UnfinishedToken e) {
      throw ScriptProblems.unfinished(name, lines.at(e.start()), e.what()).exception(e);
    }
    finish(Optional.empty());
    return new SqlScript(statements, notes, marks.found());
  }

  private void take(Token token) {
    if (token.kind() == Kind.COMMENT) {
      marks.comment(token, this::line);
    }
    if (token.kind() == Kind.SPACE || token.kind() == Kind.COMMENT) {
      return;
    }
    if (token.kind() == Kind.SEMICOLON && endsStatement()) {
      finish(data(token.end()));
      return;
    }
    if (accept(token)) {
      start = start < 0 ? token.start() : start;
      end = token.end();
    }
  }

  /** Whether a semicolon here ends the statement rather than standing in it. */
  abstract boolean endsStatement();

  /** Looks at a token of the statement; false if it is no part of it. */
  abstract boolean accept(Token token);

  /** A statement is complete: what is known of it is forgotten. */
  abstract void reset(Optional<String> finished);

  /** Data that follows the statement's semicolon. */
  Optional<String> data(int after) {
    return Optional.empty();
  }

  final boolean atStart() {
    return start < 0;
  }

  final int line(int place) {
    return lines.at(place);
  }

  final void note(int place, String what) {
    notes.add(name + " line " + line(place) + ": " + what);
  }

  private void finish(Optional<String> data) {
    var sql = atStart() ? Optional.<String>empty() : Optional.of(text.substring(start, end));
    sql.ifPresent(found -> statements.add(new ScriptStatement(found, line(start), data)));
    if (sql.isPresent()) {
      marks.finish(start, end);
    }
    start = -1;
    reset(sql);
  }

  /** Line numbers of places that are asked for in rising order, mostly. */
  private static final class LineCounter {
    private final String text;
    private int place;
    private int line = 1;

    LineCounter(String text) {
      this.text = text;
    }

    int at(int wanted) {
      if (wanted < place) {
        place = 0;
        line = 1;
      }
      for (; place < wanted; place++) {
        if (text.charAt(place) == '\n') {
          line++;
        }
      }
      return line;
    }
  }
}
