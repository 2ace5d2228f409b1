package dev.tidegate.source.sql;

import dev.tidegate.source.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits as psql does: https://www.postgresql.org/docs/current/app-psql.html. A semicolon ends a
 * statement unless it stands in parentheses (rules) or in {@code BEGIN ATOMIC … END} (functions).
 */
final class PostgresSplitter extends Splitter {
  /** Commands of psql that change nothing but what psql shows or allows. */
  private static final Set<String> HARMLESS =
      Set.of(
          "restrict",
          "unrestrict",
          "echo",
          "qecho",
          "warn",
          "timing",
          "pset",
          "x",
          "a",
          "t",
          "H",
          "set",
          "errverbose",
          "q",
          "quit");

  /** Variables of psql itself; any other could be meant to be put into the SQL. */
  private static final Pattern OWN_VARIABLE =
      Pattern.compile("set\\s+(ON_ERROR_STOP|QUIET|ECHO|VERBOSITY|SHOW_CONTEXT|HISTFILE)\\b.*");

  private static final Pattern CONFORMING =
      Pattern.compile(
          "SET\\s+(?:SESSION\\s+)?standard_conforming_strings\\s*(?:=|TO)\\s*'?(\\w+)'?",
          Pattern.CASE_INSENSITIVE);

  private static final int WORDS_KEPT = 4;

  private final PostgresTokenizer postgres;
  private final List<String> firstWords = new ArrayList<>();
  private String lastWord = "";
  private boolean fromStdin;
  private int parentheses;
  private int blocks;

  PostgresSplitter(String name, String text) {
    this(name, text, new PostgresTokenizer(text));
  }

  private PostgresSplitter(String name, String text, PostgresTokenizer tokenizer) {
    super(name, text, tokenizer);
    this.postgres = tokenizer;
  }

  @Override
  boolean endsStatement() {
    return parentheses <= 0 && blocks == 0;
  }

  @Override
  boolean accept(Token token) {
    if (token.kind() == Kind.BACKSLASH) {
      metaCommand(token);
      return false;
    }
    if (token.kind() == Kind.OPEN) {
      parentheses++;
    } else if (token.kind() == Kind.CLOSE) {
      parentheses--;
    } else if (token.kind() == Kind.WORD) {
      word(token.text(text).toLowerCase(Locale.ROOT));
    } else {
      lastWord = "";
    }
    return true;
  }

  private void word(String word) {
    if (firstWords.size() < WORDS_KEPT) {
      firstWords.add(word);
    }
    if (parentheses == 0) {
      fromStdin |= lastWord.equals("from") && word.equals("stdin");
      blocks += block(word);
    }
    lastWord = word;
  }

  /** What a word does to the depth of {@code BEGIN ATOMIC … END}, in which CASE ends alike. */
  private int block(String word) {
    if (blocks == 0) {
      return definesRoutine() && lastWord.equals("begin") && word.equals("atomic") ? 1 : 0;
    }
    return switch (word) {
      case "case" -> 1;
      case "end" -> -1;
      default -> 0;
    };
  }

  private boolean definesRoutine() {
    var text = String.join(" ", firstWords);
    return text.matches("create (or replace )?(function|procedure).*");
  }

  /** The lines up to one that is {@code \.}, or to the end of the text. */
  @Override
  Optional<String> data(int after) {
    if (!fromStdin || firstWords.isEmpty() || !firstWords.get(0).equals("copy")) {
      return Optional.empty();
    }
    var newline = text.indexOf('\n', after);
    var begin = newline < 0 ? text.length() : newline + 1;
    var place = begin;
    while (place < text.length()) {
      var lineEnd = text.indexOf('\n', place);
      var next = lineEnd < 0 ? text.length() : lineEnd + 1;
      if (text.startsWith("\\.", place) && text.substring(place, next).strip().equals("\\.")) {
        tokenizer.moveTo(next);
        return Optional.of(text.substring(begin, place));
      }
      place = next;
    }
    tokenizer.moveTo(place);
    return Optional.of(text.substring(begin));
  }

  private void metaCommand(Token backslash) {
    var newline = text.indexOf('\n', backslash.end());
    var end = newline < 0 ? text.length() : newline;
    var command = text.substring(backslash.end(), end).strip();
    var word = command.split("\\s", 2)[0];
    var known =
        HARMLESS.contains(word) && (!word.equals("set") || OWN_VARIABLE.matcher(command).matches());
    if (!known || !atStart()) {
      throw ScriptProblems.metaCommand(name, line(backslash.start()), word).exception();
    }
    note(backslash.start(), "psql's \\" + word + " was skipped");
    var quits = word.equals("q") || word.equals("quit");
    tokenizer.moveTo(quits ? text.length() : end);
  }

  @Override
  void reset(Optional<String> finished) {
    finished
        .map(CONFORMING::matcher)
        .filter(setting -> setting.matches())
        .map(setting -> setting.group(1).toLowerCase(Locale.ROOT))
        .ifPresent(value -> postgres.setBackslashEscapes(value.equals("off")));
    firstWords.clear();
    lastWord = "";
    fromStdin = false;
    parentheses = 0;
    blocks = 0;
  }
}
