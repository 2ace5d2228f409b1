package dev.tidegate.copy;

import java.util.HexFormat;

/** Values in messages: one line, short, nothing unprintable. */
final class Samples {
  private static final int LONGEST = 60;

  private Samples() {}

  /** The text in quotes, control characters as {@code \\u0000}, cut where it is long. */
  static String quoted(String text) {
    var shown = new StringBuilder("'");
    for (var i = 0; i < Math.min(text.length(), LONGEST); i++) {
      var c = text.charAt(i);
      if (Character.isISOControl(c)) {
        shown.append(String.format("\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.append(text.length() > LONGEST ? "…'" : "'").toString();
  }

  /** The bytes as {@code x'00ff'}, cut where they are many. */
  static String hexadecimal(byte[] bytes, int offset, int length) {
    var shown = Math.min(length, LONGEST / 2);
    return "x'"
        + HexFormat.of().formatHex(bytes, offset, offset + shown)
        + (shown < length ? "…' (" + length + " bytes)" : "'");
  }
}
