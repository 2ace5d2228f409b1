package dev.tidegate.copy;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers out of whatever storage class holds them, exactly or not at all. */
final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

  /** What SQLite takes for a number when a column's affinity asks for one. */
  private static final Pattern LOOKS_NUMERIC =
      Pattern.compile(
          "[ \\t\\n\\x0b\\f\\r]*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?[ \\t\\n\\x0b\\f\\r]*");

  private Numbers() {}

  /** The whole number that this value is. */
  static long whole(Cell cell) throws UnfitValue {
    return switch (cell.kind()) {
      case INTEGER -> cell.integer();
      case REAL -> wholeReal(cell.real());
      case TEXT -> wholeText(cell.text());
      default -> throw new UnfitValue("BLOB where a number belongs");
    };
  }

  /** The decimal number that this value is; a REAL counts as the shortest decimal that means it. */
  static BigDecimal decimal(Cell cell) throws UnfitValue {
    return switch (cell.kind()) {
      case INTEGER -> BigDecimal.valueOf(cell.integer());
      case REAL -> finite(cell.real());
      case TEXT -> decimalText(cell.text());
      default -> throw new UnfitValue("BLOB where a number belongs");
    };
  }

  /** The double that this value is. */
  static double real(Cell cell) throws UnfitValue {
    return switch (cell.kind()) {
      case REAL -> cell.real();
      case INTEGER -> exact(cell.integer());
      case TEXT -> realText(cell.text());
      default -> throw new UnfitValue("BLOB where a number belongs");
    };
  }

  /** The float that this value is: the same number, or one that is written with the same digits. */
  static float single(Cell cell) throws UnfitValue {
    var real = real(cell);
    var single = (float) real;
    var same =
        Double.compare(single, real) == 0
            || (Float.isFinite(single)
                && new BigDecimal(Float.toString(single)).compareTo(BigDecimal.valueOf(real)) == 0);
    if (!same) {
      throw new UnfitValue("number with more digits than a real keeps");
    }
    return single;
  }

  /** Whether a column with numeric affinity would turn this text into a number. */
  static boolean looksNumeric(Cell text) {
    var length = text.length();
    if (length == 0) {
      return false;
    }
    var first = text.bytes()[text.offset()];
    // Cheap refusal first: nearly all text starts with something else.
    return (first <= '9' && first >= 0) && LOOKS_NUMERIC.matcher(text.text()).matches();
  }

  private static long wholeText(String text) throws UnfitValue {
    if (!WHOLE.matcher(text).matches()) {
      throw new UnfitValue("TEXT that is not a whole number");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UnfitValue("number out of range");
    }
  }

  private static BigDecimal decimalText(String text) throws UnfitValue {
    if (!DECIMAL.matcher(text).matches()) {
      throw new UnfitValue("TEXT that is not a number");
    }
    return new BigDecimal(text);
  }

  private static double realText(String text) throws UnfitValue {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> finiteText(text);
    };
  }

  private static double finiteText(String text) throws UnfitValue {
    var exact = decimalText(text);
    var real = exact.doubleValue();
    if (!Double.isFinite(real) || BigDecimal.valueOf(real).compareTo(exact) != 0) {
      throw new UnfitValue("number with more digits than a double keeps");
    }
    return real;
  }

  private static long wholeReal(double real) throws UnfitValue {
    // 0x1p63 itself is out of range.
    if (real != Math.rint(real) || real < -0x1p63 || real >= 0x1p63) {
      throw new UnfitValue("REAL that is not a whole number in range");
    }
    return (long) real;
  }

  private static BigDecimal finite(double real) throws UnfitValue {
    if (!Double.isFinite(real)) {
      throw new UnfitValue("REAL that is infinite");
    }
    return BigDecimal.valueOf(real);
  }

  private static double exact(long integer) throws UnfitValue {
    var real = (double) integer;
    if (real >= 0x1p63 || (long) real != integer) {
      throw new UnfitValue("INTEGER with more digits than a double keeps");
    }
    return real;
  }
}
