package dev.tidegate.copy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as PostgreSQL reads it: strictly. Numbers become {@link BigDecimal}, objects sorted maps, of
 * two members with one name the last counts.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-json.html">JSON Types</a>
 */
final class JsonText {
  /** PostgreSQL stops by its stack, at several thousand; deeper than this is nobody's data. */
  private static final int DEEPEST = 1000;

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * Reads a text.
   *
   * @return null, Boolean, BigDecimal, String, List or Map
   * @throws UnfitValue when it is not JSON
   */
  static @Nullable Object parse(String text) throws UnfitValue {
    var json = new JsonText(text);
    var value = json.value();
    json.space();
    if (json.at < text.length()) {
      throw json.invalid();
    }
    return value;
  }

  /** The text with sorted names, no blanks and shortest numbers; text that is not JSON as it is. */
  static String canonical(String text) {
    try {
      var canonical = new StringBuilder();
      write(parse(text), canonical);
      return canonical.toString();
    } catch (UnfitValue e) {
      return text;
    }
  }

  /** Appends a parsed value as JSON. */
  static void write(@Nullable Object value, StringBuilder to) {
    if (value instanceof Map<?, ?> members) {
      var separator = "{";
      for (var member : members.entrySet()) {
        to.append(separator);
        quote(String.valueOf(member.getKey()), to);
        to.append(':');
        write(member.getValue(), to);
        separator = ",";
      }
      to.append(members.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> items) {
      var separator = "[";
      for (var item : items) {
        to.append(separator);
        write(item, to);
        separator = ",";
      }
      to.append(items.isEmpty() ? "[]" : "]");
    } else if (value instanceof String string) {
      quote(string, to);
    } else if (value instanceof BigDecimal number) {
      to.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
    } else {
      to.append(value);
    }
  }

  private static void quote(String string, StringBuilder to) {
    to.append('"');
    for (var i = 0; i < string.length(); i++) {
      var c = string.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\').append(c);
      } else if (c < ' ') {
        to.append(String.format("\\u%04x", (int) c));
      } else {
        to.append(c);
      }
    }
    to.append('"');
  }

  private @Nullable Object value() throws UnfitValue {
    space();
    if (at >= text.length()) {
      throw invalid();
    }
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() throws UnfitValue {
    Map<String, @Nullable Object> members = new TreeMap<>();
    deeper();
    if (next('}')) {
      depth--;
      return members;
    }
    do {
      space();
      var name = string();
      if (!next(':')) {
        throw invalid();
      }
      members.put(name, value());
    } while (next(','));
    if (!next('}')) {
      throw invalid();
    }
    depth--;
    return members;
  }

  private List<@Nullable Object> array() throws UnfitValue {
    List<@Nullable Object> items = new ArrayList<>();
    deeper();
    if (next(']')) {
      depth--;
      return items;
    }
    do {
      items.add(value());
    } while (next(','));
    if (!next(']')) {
      throw invalid();
    }
    depth--;
    return items;
  }

  private void deeper() throws UnfitValue {
    at++;
    if (++depth > DEEPEST) {
      throw new UnfitValue("JSON nested deeper than " + DEEPEST);
    }
  }

  private String string() throws UnfitValue {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw invalid();
    }
    at++;
    var string = new StringBuilder();
    while (at < text.length()) {
      var c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        throw invalid();
      }
      string.append(c == '\\' ? escaped() : c);
    }
    throw invalid();
  }

  private char escaped() throws UnfitValue {
    if (at >= text.length()) {
      throw invalid();
    }
    var c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw invalid();
    };
  }

  private char unicode() throws UnfitValue {
    if (at + 4 > text.length()) {
      throw invalid();
    }
    var code = 0;
    for (var i = 0; i < 4; i++) {
      var digit = Character.digit(text.charAt(at++), 16);
      if (digit < 0) {
        throw invalid();
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private BigDecimal number() throws UnfitValue {
    var start = at;
    skip("-", 1);
    if (skip("0", 1) == 0 && skip("123456789", 1) + skip("0123456789", Integer.MAX_VALUE) == 0) {
      throw invalid();
    }
    if (skip(".", 1) == 1 && skip("0123456789", Integer.MAX_VALUE) == 0) {
      throw invalid();
    }
    if (skip("eE", 1) == 1) {
      skip("+-", 1);
      if (skip("0123456789", Integer.MAX_VALUE) == 0) {
        throw invalid();
      }
    }
    try {
      return new BigDecimal(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw new UnfitValue("JSON with a number out of range");
    }
  }

  private int skip(String characters, int most) {
    var start = at;
    while (at < text.length() && at - start < most && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at - start;
  }

  private @Nullable Object word(String word, @Nullable Object value) throws UnfitValue {
    if (!text.startsWith(word, at)) {
      throw invalid();
    }
    at += word.length();
    return value;
  }

  private boolean next(char expected) {
    space();
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    skip(" \t\n\r", Integer.MAX_VALUE);
  }

  private UnfitValue invalid() {
    return new UnfitValue("not valid JSON");
  }
}
