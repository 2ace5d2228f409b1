package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.TimestampForm;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The conversions into columns of SQLite. A column's affinity may change what is stored, so each
 * value is written in the form in which SQLite will hold it, or refused when that loses something.
 */
final class ToSqlite {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private ToSqlite() {}

  /** The conversion between these types, with points in time in this form. */
  static Conversion of(ColumnType from, ColumnType to, TimestampForm form) {
    var affinity = to.affinity();
    Conversion conversion =
        switch (from.family()) {
          case NUMERIC -> (cell, row) -> numeric(cell, affinity, row);
          case REAL, DOUBLE -> (cell, row) -> finite(cell, affinity, row);
          case JSON, JSONB -> (cell, row) -> json(cell, affinity, row);
          case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE ->
              (cell, row) -> moment(cell, from.family(), form, affinity, row);
          default -> (cell, row) -> plain(cell, affinity, row);
        };
    return to.strict() ? strict(conversion, to, affinity) : conversion;
  }

  private static void plain(Cell from, Affinity affinity, EncodedRow to) throws UnfitValue {
    switch (from.kind()) {
      case INTEGER -> integer(from, affinity, to);
      case REAL -> real(from, affinity, to);
      case TEXT -> text(from, affinity, to);
      case BLOB -> SqliteValue.stored(from, to);
      case NULL, ENCODED -> throw new IllegalStateException("not a value: " + from.kind());
    }
  }

  private static void integer(Cell from, Affinity affinity, EncodedRow to) throws UnfitValue {
    if (affinity == Affinity.TEXT) {
      from.setText(Long.toString(from.integer()));
      SqliteValue.stored(from, to);
    } else if (affinity == Affinity.REAL) {
      SqliteValue.real(Numbers.real(from), to);
    } else {
      SqliteValue.stored(from, to);
    }
  }

  private static void real(Cell from, Affinity affinity, EncodedRow to) throws UnfitValue {
    var value = from.real();
    if (Double.isNaN(value)) {
      throw new UnfitValue("NaN, for which SQLite stores NULL");
    }
    if (affinity == Affinity.TEXT) {
      from.setText(Double.toString(value));
      SqliteValue.stored(from, to);
    } else if ((affinity == Affinity.INTEGER || affinity == Affinity.NUMERIC)
        && becomesWhole(value)) {
      SqliteValue.integer((long) value, to);
    } else {
      SqliteValue.stored(from, to);
    }
  }

  /** As sqlite3VdbeIntegerAffinity has it: whole, and inside of the range by one at both ends. */
  private static boolean becomesWhole(double value) {
    return value == Math.rint(value) && value > -0x1p63 && value < 0x1p63;
  }

  /** SQLite holds infinity, but no literal of its SQL says it, and most drivers read it as text. */
  private static void finite(Cell from, Affinity affinity, EncodedRow to) throws UnfitValue {
    if (Double.isInfinite(from.real())) {
      throw new UnfitValue("Infinity, which SQLite's SQL cannot say");
    }
    real(from, affinity, to);
  }

  /** A JSON number is stored as a number where the column makes one of it, if it stays the same. */
  private static void json(Cell from, Affinity affinity, EncodedRow to) throws UnfitValue {
    if (affinity.makesNumbers() && Numbers.looksNumeric(from)) {
      from.setText(from.text().strip());
      numeric(from, affinity, to);
    } else {
      plain(from, affinity, to);
    }
  }

  private static void text(Cell from, Affinity affinity, EncodedRow to) throws UnfitValue {
    Utf8.countCharacters(from.bytes(), from.offset(), from.length());
    if (affinity.makesNumbers() && Numbers.looksNumeric(from)) {
      throw new UnfitValue(
          "text that SQLite turns into a number in a column with " + affinity + " affinity");
    }
    SqliteValue.stored(from, to);
  }

  private static void numeric(Cell from, Affinity affinity, EncodedRow to) throws UnfitValue {
    if (from.text().equals("NaN") || from.text().endsWith("Infinity")) {
      throw new UnfitValue(from.text() + ", for which SQLite has no number");
    }
    if (!affinity.makesNumbers()) {
      SqliteValue.stored(from, to);
      return;
    }
    var number = new BigDecimal(from.text());
    var whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    if (whole && affinity != Affinity.REAL && inRange(number.toBigInteger())) {
      SqliteValue.integer(number.longValue(), to);
      return;
    }
    var real = number.doubleValue();
    if (!Double.isFinite(real) || BigDecimal.valueOf(real).compareTo(number) != 0) {
      throw new UnfitValue("numeric with more digits than SQLite keeps in this column");
    }
    SqliteValue.real(real, to);
  }

  private static boolean inRange(BigInteger number) {
    return number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
  }

  private static void moment(
      Cell from, Family family, TimestampForm form, Affinity affinity, EncodedRow to)
      throws UnfitValue {
    if (!inIsoRange(from)) {
      throw new UnfitValue("infinity, or a year outside of 1 to 9999, which ISO text cannot say");
    }
    if (family == Family.DATE || form == TimestampForm.AUTO || form == TimestampForm.ISO) {
      plain(from, affinity, to);
      return;
    }
    var micros = Moment.parse(from).universal();
    var unit =
        form == TimestampForm.S ? Moment.MICROS_A_SECOND : form == TimestampForm.MS ? 1000 : 1;
    if (micros % unit != 0) {
      throw new UnfitValue("a time finer than the unit asked for");
    }
    from.set(micros / unit);
    plain(from, affinity, to);
  }

  private static boolean inIsoRange(Cell from) {
    var bytes = from.bytes();
    var at = from.offset();
    return from.length() >= 10 && bytes[at] >= '0' && bytes[at] <= '9' && bytes[at + 4] == '-';
  }

  /** A STRICT table refuses what its affinity cannot turn into the declared type. */
  private static Conversion strict(Conversion conversion, ColumnType type, Affinity affinity) {
    var wanted =
        switch (affinity) {
          case INTEGER -> SqliteValue.INTEGER;
          case REAL -> SqliteValue.REAL;
          case TEXT -> SqliteValue.TEXT;
          case NONE -> type.name().equalsIgnoreCase("BLOB") ? SqliteValue.BLOB : 0;
          case NUMERIC -> 0;
        };
    if (wanted == 0) {
      return conversion;
    }
    return (from, to) -> {
      var start = to.size();
      conversion.convert(from, to);
      if (to.bytes()[start] != wanted) {
        throw new UnfitValue("a value that a STRICT column of type " + type.name() + " refuses");
      }
    };
  }
}
