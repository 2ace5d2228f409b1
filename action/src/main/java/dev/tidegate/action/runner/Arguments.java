package dev.tidegate.action.runner;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into arguments: blanks divide, quotes of either kind hold together. */
final class Arguments {
  private static final char NONE = 0;

  private Arguments() {}

  static List<String> split(String line) {
    var arguments = new ArrayList<String>();
    var current = new StringBuilder();
    var begun = false;
    var quote = NONE;
    for (int i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (quote != NONE && c == quote) {
        quote = NONE;
      } else if (quote == NONE && (c == '"' || c == '\'')) {
        quote = c;
        begun = true;
      } else if (quote == NONE && Character.isWhitespace(c)) {
        if (begun) {
          arguments.add(current.toString());
          current.setLength(0);
        }
        begun = false;
      } else {
        current.append(c);
        begun = true;
      }
    }
    if (quote != NONE) {
      throw new IllegalArgumentException("has a quote " + quote + " that is not closed");
    }
    if (begun) {
      arguments.add(current.toString());
    }
    return List.copyOf(arguments);
  }
}
