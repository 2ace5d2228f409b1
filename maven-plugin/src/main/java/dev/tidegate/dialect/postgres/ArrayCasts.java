package dev.tidegate.dialect.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes casts of array constructors as the server does when it reads its own output.
 *
 * <p>{@code x IN ('a', 'b')} on a varchar column is printed as {@code (ARRAY['a'::character
 * varying, …])::text[]}. Fed back, the cast goes to each element, and is printed there: {@code
 * ARRAY[('a'::character varying)::text, …]}. Both mean the same, so both are compared as the
 * second.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-expressions.html#SQL-SYNTAX-ARRAY-CONSTRUCTORS">array
 *     constructors</a>
 */
final class ArrayCasts {
  private static final String START = "(ARRAY[";
  private static final String END = "])::";

  private final String text;

  private ArrayCasts(String text) {
    this.text = text;
  }

  /** The expression with the cast at each element. */
  static String atElements(String expression) {
    if (!expression.contains(START) || !expression.contains(END)) {
      return expression;
    }
    return new ArrayCasts(expression).rewritten();
  }

  private String rewritten() {
    var written = new StringBuilder();
    var done = 0;
    for (var at = text.indexOf(START); at >= 0; at = text.indexOf(START, done)) {
      written.append(text, done, at);
      var ends = elementEnds(at + START.length());
      var close = ends.isEmpty() ? -1 : ends.get(ends.size() - 1);
      var brackets = close >= 0 && text.startsWith(END, close) ? endOfType(close) : -1;
      if (brackets < 0) {
        written.append(START);
        done = at + START.length();
        continue;
      }
      var type = text.substring(close + END.length(), brackets);
      written.append(castEach(at + START.length(), ends, type));
      done = brackets + "[]".length();
    }
    return written.append(text, done, text.length()).toString();
  }

  private String castEach(int start, List<Integer> ends, String type) {
    var elements = new ArrayList<String>();
    var from = start;
    for (var end : ends) {
      elements.add("(" + atElements(text.substring(from, end).strip()) + ")::" + type);
      from = end + 1;
    }
    return "ARRAY[" + String.join(", ", elements) + "]";
  }

  /** Where each element ends, the last at the closing bracket; empty when there is none. */
  private List<Integer> elementEnds(int start) {
    var ends = new ArrayList<Integer>();
    var depth = 0;
    for (var at = start; at < text.length(); at++) {
      var letter = text.charAt(at);
      if (letter == '\'' || letter == '"') {
        at = endOfQuoted(at);
      } else if (letter == '(' || letter == '[') {
        depth++;
      } else if (depth == 0 && (letter == ',' || letter == ']')) {
        ends.add(at);
        if (letter == ']') {
          return ends;
        }
      } else if (letter == ')' || letter == ']') {
        depth--;
      }
    }
    return List.of();
  }

  /** Where the brackets after the type's name stand; -1 when it is no array type. */
  private int endOfType(int close) {
    for (var at = close + END.length(); at < text.length(); at++) {
      var letter = text.charAt(at);
      if (letter == '"') {
        at = endOfQuoted(at);
      } else if (letter == '[') {
        return text.startsWith("[]", at) ? at : -1;
      } else if (!Character.isLetterOrDigit(letter) && "_$. ".indexOf(letter) < 0) {
        return -1;
      }
    }
    return -1;
  }

  /** Where a quoted text ends. A doubled quote ends one and begins the next, which is as good. */
  private int endOfQuoted(int start) {
    var end = text.indexOf(text.charAt(start), start + 1);
    return end < 0 ? text.length() : end;
  }
}
