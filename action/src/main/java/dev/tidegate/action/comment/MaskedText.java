package dev.tidegate.action.comment;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text in which three stars may stand for a secret. Who masked it may have known other secrets than
 * we do, so that the masked text cannot be made again; what is not masked can be compared.
 */
final class MaskedText {
  private static final String MASK = "***";

  /** Characters are counted with the masks in them. */
  private static final Pattern LENGTH =
      Pattern.compile("(-- [\\d-]+ not shown: [\\d,]+ statements?), [\\d,]+ characters");

  private MaskedText() {}

  /** Whether these lines are those, but for what the stars hide; they hide no end of a line. */
  static boolean matches(List<String> masked, List<String> plain) {
    if (masked.size() != plain.size()) {
      return false;
    }
    for (int i = 0; i < masked.size(); i++) {
      if (!matches(masked.get(i), plain.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** By the leftmost place of each part: no other choice leaves more room to those after it. */
  private static boolean matches(String masked, String plain) {
    var gap = LENGTH.matcher(masked);
    if (gap.matches()) {
      var other = LENGTH.matcher(plain);
      return other.matches() && other.group(1).equals(gap.group(1));
    }
    var parts = masked.split(Pattern.quote(MASK), -1);
    var last = parts[parts.length - 1];
    if (parts.length == 1 || !plain.startsWith(parts[0])) {
      return masked.equals(plain);
    }
    var at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      var found = plain.indexOf(parts[i], at + 1);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return plain.length() - last.length() > at && plain.endsWith(last);
  }
}
