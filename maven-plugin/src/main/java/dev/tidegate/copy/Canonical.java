package dev.tidegate.copy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One spelling for values that PostgreSQL may send in another spelling than it was given: a numeric
 * with more zeros behind the point, a jsonb with its keys in another order, a character(n) with
 * more spaces.
 */
final class Canonical {
  private Canonical() {}

  /** Whether values of this family have several spellings. */
  static boolean isNeeded(Family family) {
    return family == Family.NUMERIC || family == Family.JSONB || family == Family.CHARACTER;
  }

  /** The one spelling of this value. */
  static byte[] of(Family family, byte[] bytes, int offset, int length) {
    return switch (family) {
      case NUMERIC -> Numeric.canonical(bytes, offset, length);
      case JSONB ->
          JsonText.canonical(new String(bytes, offset + 1, length - 1, StandardCharsets.UTF_8))
              .getBytes(StandardCharsets.UTF_8);
      case CHARACTER -> withoutTrailingSpaces(bytes, offset, length);
      default -> Arrays.copyOfRange(bytes, offset, offset + length);
    };
  }

  private static byte[] withoutTrailingSpaces(byte[] bytes, int offset, int length) {
    var end = offset + length;
    while (end > offset && bytes[end - 1] == ' ') {
      end--;
    }
    return Arrays.copyOfRange(bytes, offset, end);
  }
}
