package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a routine as the database prints them.
 *
 * @param declared each with mode, name and type, without its default
 * @param defaults how many of them, the last ones, have a default
 */
record Arguments(List<String> declared, int defaults) {
  private static final String DEFAULT = " DEFAULT ";

  Arguments {
    declared = List.copyOf(declared);
  }

  static Arguments of(String text) {
    var declared = new ArrayList<String>();
    var defaults = 0;
    for (var argument : split(text)) {
      var at = argument.indexOf(DEFAULT);
      defaults += at < 0 ? 0 : 1;
      declared.add(at < 0 ? argument : argument.substring(0, at));
    }
    return new Arguments(declared, defaults);
  }

  /** Whether OR REPLACE takes the change: names stay, and so does every default in some form. */
  static boolean replaceable(Pair<Arguments> arguments) {
    return arguments.from().declared().equals(arguments.to().declared())
        && arguments.from().defaults() <= arguments.to().defaults();
  }

  /** At commas that stand in no parentheses, brackets or quotes. */
  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    var depth = 0;
    var quote = ' ';
    var start = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (quote != ' ') {
        quote = c == quote ? ' ' : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
