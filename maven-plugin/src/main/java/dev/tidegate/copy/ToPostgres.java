package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.TimestampForm;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * The conversions into columns of PostgreSQL: from a value of any storage class to the binary form
 * of the column's type. What PostgreSQL would round, cut or guess is refused.
 */
final class ToPostgres {
  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");
  private static final int MOST_SCALE = 16_383;

  private ToPostgres() {}

  /**
   * The conversion into this type.
   *
   * @param form how points in time stand in the source; settled, never AUTO for whole numbers
   */
  static Conversion of(ColumnType type, TimestampForm form) {
    return switch (type.family()) {
      case BOOLEAN -> ToPostgres::bool;
      case SMALLINT ->
          (from, to) -> to.putShort((int) whole(from, Short.MIN_VALUE, Short.MAX_VALUE));
      case INTEGER ->
          (from, to) -> to.putInt((int) whole(from, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case BIGINT -> (from, to) -> to.putLong(Numbers.whole(from));
      case REAL -> (from, to) -> to.putInt(Float.floatToIntBits(Numbers.single(from)));
      case DOUBLE -> (from, to) -> to.putLong(Double.doubleToLongBits(Numbers.real(from)));
      case NUMERIC -> (from, to) -> numeric(type, from, to);
      case TEXT, CHARACTER -> (from, to) -> text(type, from, to);
      case BYTES -> ToPostgres::bytes;
      case UUID -> ToPostgres::uuid;
      case JSON -> ToPostgres::json;
      case JSONB -> ToPostgres::jsonb;
      case ENUM -> (from, to) -> label(type, from, to);
      case OTHER -> OtherText.of(type);
      case DATE -> PostgresMoments.date(form);
      case TIME -> PostgresMoments.time(type);
      case TIMESTAMP -> PostgresMoments.timestamp(type, form);
      case TIMESTAMP_WITH_ZONE -> PostgresMoments.timestampWithZone(type, form);
      case DYNAMIC ->
          throw new IllegalArgumentException("not a type of PostgreSQL: " + type.name());
    };
  }

  /** Appends text that PostgreSQL can hold, of at most so many characters. */
  static void text(ColumnType type, Cell from, EncodedRow to) throws UnfitValue {
    switch (from.kind()) {
      case INTEGER -> from.setText(Long.toString(from.integer()));
      case REAL -> from.setText(Double.toString(from.real()));
      case BLOB, ENCODED, NULL -> throw new UnfitValue("BLOB where text belongs");
      case TEXT -> {}
    }
    if (Utf8.holdsZero(from.bytes(), from.offset(), from.length())) {
      throw new UnfitValue("text with a NUL character, which PostgreSQL cannot hold");
    }
    var characters = Utf8.countCharacters(from.bytes(), from.offset(), from.length());
    if (type.limit().isPresent() && characters > type.limit().get()) {
      throw new UnfitValue("text longer than " + type.limit().get() + " characters");
    }
    to.putBytes(from.bytes(), from.offset(), from.length());
  }

  private static long whole(Cell from, long least, long most) throws UnfitValue {
    var number = Numbers.whole(from);
    if (number < least || number > most) {
      throw new UnfitValue("number out of range, which is " + least + " to " + most);
    }
    return number;
  }

  private static void bool(Cell from, EncodedRow to) throws UnfitValue {
    if (from.kind() == Cell.Kind.TEXT) {
      var word = from.text().toLowerCase(Locale.ROOT);
      if (!TRUE.contains(word) && !FALSE.contains(word)) {
        throw new UnfitValue("TEXT that is neither true nor false");
      }
      to.putByte(TRUE.contains(word) ? 1 : 0);
      return;
    }
    var number = from.kind() == Cell.Kind.BLOB ? -1 : Numbers.whole(from);
    if (number != 0 && number != 1) {
      throw new UnfitValue("neither 0 nor 1");
    }
    to.putByte((int) number);
  }

  private static void numeric(ColumnType type, Cell from, EncodedRow to) throws UnfitValue {
    if (from.kind() == Cell.Kind.TEXT && from.text().equals("NaN")) {
      Numeric.encodeNotANumber(to);
      return;
    }
    var number = Numbers.decimal(from);
    var exact = number.signum() == 0 ? number.setScale(0) : number.stripTrailingZeros();
    if (type.limit().isPresent() && exact.signum() != 0) {
      if (exact.scale() > type.scale()) {
        throw new UnfitValue("more than " + type.scale() + " digits behind the point");
      }
      if (exact.precision() - exact.scale() > type.limit().get() - type.scale()) {
        throw new UnfitValue(
            "more than " + (type.limit().get() - type.scale()) + " digits before the point");
      }
    } else if (exact.scale() > MOST_SCALE) {
      throw new UnfitValue("more than " + MOST_SCALE + " digits behind the point");
    }
    // 1.50 in TEXT keeps its zero where the column has no scale of its own.
    Numeric.encode(number.scale() > MOST_SCALE ? exact : number, to);
  }

  private static void bytes(Cell from, EncodedRow to) throws UnfitValue {
    if (from.kind() != Cell.Kind.BLOB) {
      throw new UnfitValue(from.kind() + " where bytes belong");
    }
    to.putBytes(from.bytes(), from.offset(), from.length());
  }

  private static void uuid(Cell from, EncodedRow to) throws UnfitValue {
    if (from.kind() == Cell.Kind.BLOB && from.length() == 16) {
      to.putBytes(from.bytes(), from.offset(), 16);
      return;
    }
    var digits = from.kind() == Cell.Kind.TEXT ? from.text() : "";
    if (digits.startsWith("{") && digits.endsWith("}")) {
      digits = digits.substring(1, digits.length() - 1);
    }
    var spelled = digits.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    if (!spelled && !digits.matches("\\p{XDigit}{32}")) {
      throw new UnfitValue("not a UUID: neither 32 hexadecimal digits nor 16 bytes");
    }
    var plain = digits.replace("-", "");
    to.putLong(Long.parseUnsignedLong(plain.substring(0, 16), 16));
    to.putLong(Long.parseUnsignedLong(plain.substring(16), 16));
  }

  /** The text form of 16 bytes. */
  static String uuidText(byte[] bytes, int offset) {
    return new UUID(BigEndian.getLong(bytes, offset), BigEndian.getLong(bytes, offset + 8))
        .toString();
  }

  private static void json(Cell from, EncodedRow to) throws UnfitValue {
    var text = jsonText(from);
    JsonText.parse(text);
    to.putBytes(from.bytes(), from.offset(), from.length());
  }

  private static void jsonb(Cell from, EncodedRow to) throws UnfitValue {
    var text = jsonText(from);
    JsonbRules.check(JsonText.parse(text));
    // https://doxygen.postgresql.org/jsonb_8c_source.html jsonb_recv: version 1, then the text
    to.putByte(1).putBytes(from.bytes(), from.offset(), from.length());
  }

  private static String jsonText(Cell from) throws UnfitValue {
    switch (from.kind()) {
      case INTEGER -> from.setText(Long.toString(from.integer()));
      case REAL -> from.setText(Double.toString(from.real()));
      case BLOB, ENCODED, NULL -> throw new UnfitValue("BLOB where JSON text belongs");
      case TEXT -> Utf8.countCharacters(from.bytes(), from.offset(), from.length());
    }
    return new String(from.bytes(), from.offset(), from.length(), StandardCharsets.UTF_8);
  }

  private static void label(ColumnType type, Cell from, EncodedRow to) throws UnfitValue {
    if (from.kind() != Cell.Kind.TEXT || !type.labels().contains(from.text())) {
      throw new UnfitValue("not a label of " + type.name());
    }
    to.putBytes(from.bytes(), from.offset(), from.length());
  }
}
