package dev.tidegate.copy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What jsonb refuses of JSON that is otherwise valid. */
final class JsonbRules {
  /** A numeric has at most so many digits before the point, and 16383 behind it. */
  private static final int MOST_DIGITS = 131_072;

  private static final int MOST_SCALE = 16_383;

  private JsonbRules() {}

  /**
   * Looks through a parsed value.
   *
   * @throws UnfitValue for what PostgreSQL would refuse
   */
  static void check(@Nullable Object value) throws UnfitValue {
    if (value instanceof Map<?, ?> members) {
      for (var member : members.entrySet()) {
        check(member.getKey());
        check(member.getValue());
      }
    } else if (value instanceof List<?> items) {
      for (var item : items) {
        check(item);
      }
    } else if (value instanceof String string) {
      check(string);
    } else if (value instanceof BigDecimal number
        && (number.scale() > MOST_SCALE || number.precision() - number.scale() > MOST_DIGITS)) {
      throw new UnfitValue("JSON with a number that jsonb cannot hold");
    }
  }

  private static void check(String string) throws UnfitValue {
    for (var i = 0; i < string.length(); i++) {
      var c = string.charAt(i);
      if (c == 0) {
        throw new UnfitValue("JSON with \\u0000, which jsonb cannot hold");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < string.length()
          && Character.isLowSurrogate(string.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new UnfitValue("JSON with half a surrogate pair, which jsonb cannot hold");
      }
    }
  }
}
