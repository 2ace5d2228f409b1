package dev.tidegate.copy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Optional;

/**
 * PostgreSQL's binary form of numeric: four 16-bit numbers (digit count, weight, sign, scale), then
 * digits to the base 10000, the first worth 10000 to the power of the weight.
 *
 * @see <a href="https://doxygen.postgresql.org/numeric_8c_source.html">numeric.c, numeric_send</a>
 */
final class Numeric {
  private static final int BASE_DIGITS = 4;
  private static final BigInteger BASE = BigInteger.valueOf(10_000);
  private static final int HEADER = 8;
  private static final int NEGATIVE = 0x4000;
  private static final int NOT_A_NUMBER = 0xC000;
  private static final int INFINITY = 0xD000;
  private static final int NEGATIVE_INFINITY = 0xF000;

  private Numeric() {}

  /** Appends a number. */
  static void encode(BigDecimal number, EncodedRow to) {
    var scale = Math.max(number.scale(), 0);
    // Digits are grouped by four on both sides of the point, so the scale is rounded up to a group.
    var groupsBehindPoint = (scale + BASE_DIGITS - 1) / BASE_DIGITS;
    var left = number.setScale(groupsBehindPoint * BASE_DIGITS).unscaledValue().abs();
    var digits = new ArrayList<Integer>();
    while (left.signum() > 0) {
      var parts = left.divideAndRemainder(BASE);
      digits.add(parts[1].intValue());
      left = parts[0];
    }
    var weight = digits.size() - groupsBehindPoint - 1;
    var last = 0;
    while (last < digits.size() && digits.get(last) == 0) {
      last++;
    }
    to.putShort(digits.size() - last);
    to.putShort(digits.isEmpty() ? 0 : weight);
    to.putShort(number.signum() < 0 ? NEGATIVE : 0);
    to.putShort(scale);
    for (var i = digits.size() - 1; i >= last; i--) {
      to.putShort(digits.get(i));
    }
  }

  /** Appends the numeric that is not a number. */
  static void encodeNotANumber(EncodedRow to) {
    to.putShort(0).putShort(0).putShort(NOT_A_NUMBER).putShort(0);
  }

  /** The number, with its scale; empty for what is none: NaN and the infinities. */
  static Optional<BigDecimal> decode(byte[] bytes, int offset) {
    var sign = BigEndian.getShort(bytes, offset + 4) & 0xffff;
    if (sign == NOT_A_NUMBER || sign == INFINITY || sign == NEGATIVE_INFINITY) {
      return Optional.empty();
    }
    var count = BigEndian.getShort(bytes, offset);
    var weight = BigEndian.getShort(bytes, offset + 2);
    var scale = BigEndian.getShort(bytes, offset + 6);
    var unscaled = BigInteger.ZERO;
    for (var i = 0; i < count; i++) {
      var digit = BigEndian.getShort(bytes, offset + HEADER + 2 * i);
      unscaled = unscaled.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    var exact =
        count == 0
            ? BigDecimal.ZERO
            : new BigDecimal(
                sign == NEGATIVE ? unscaled.negate() : unscaled,
                (count - 1 - weight) * BASE_DIGITS);
    return Optional.of(exact.setScale(scale));
  }

  /** The value without the scale in which it is shown: 1.5 and 1.50 are the same here. */
  static byte[] canonical(byte[] bytes, int offset, int length) {
    var copy = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
    copy[6] = 0;
    copy[7] = 0;
    return copy;
  }
}
