package dev.tidegate.action.comment;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes every character visible that is not: controls, characters that turn the direction of what
 * follows, those without width, odd blanks. Each becomes its number, as {@code ⟨U+202E⟩}. See <a
 * href="https://trojansource.codes">Trojan Source</a>.
 */
final class Visible {
  /** Code points of no category of their own that are drawn as nothing. */
  private static final String DRAWN_AS_NOTHING =
      "\\x{034F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FFA0}"
          + "\\x{FE00}-\\x{FE0F}\\x{E0000}-\\x{E0FFF}";

  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{Zs}"
              + DRAWN_AS_NOTHING
              + "&&[^ \\n\\t]]");

  private Visible() {}

  /** The text in lines that end with a line feed; a lone carriage return is shown, and ends one. */
  static String lines(String text) {
    var shown =
        HIDDEN
            .matcher(text.replace("\r\n", "\n"))
            .replaceAll(hidden -> mark(hidden.group().codePointAt(0)));
    // to PostgreSQL a carriage return ends a comment: what follows it has to be seen
    return shown.replace(mark('\r'), mark('\r') + "\n");
  }

  /** The text on one line. */
  static String line(String text) {
    return lines(text).replace('\n', ' ').replace('\t', ' ');
  }

  private static String mark(int codePoint) {
    var digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "⟨U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits + "⟩";
  }
}
