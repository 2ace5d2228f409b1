package dev.tidegate.translate;

import java.util.Locale;
import java.util.Optional;

/**
 * A type as SQLite has it declared, taken apart.
 *
 * @param base the words in upper case
 * @param arguments what stands in parentheses, without them
 */
record DeclaredType(String base, Optional<String> arguments) {

  static DeclaredType of(String type) {
    var open = type.indexOf('(');
    if (open < 0) {
      return new DeclaredType(type.strip().toUpperCase(Locale.ROOT), Optional.empty());
    }
    var close = type.indexOf(')', open);
    var end = close < 0 ? type.length() : close;
    var base = type.substring(0, open) + (close < 0 ? "" : type.substring(close + 1));
    var arguments = type.substring(open + 1, end).replace(" ", "");
    return new DeclaredType(
        base.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT), Optional.of(arguments));
  }
}
