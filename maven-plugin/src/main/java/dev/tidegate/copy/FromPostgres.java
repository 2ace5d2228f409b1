package dev.tidegate.copy;

import java.time.LocalDate;

/** Reads PostgreSQL's binary form of a value into the storage class that means the same. */
@FunctionalInterface
interface FromPostgres {

  /** Sets the cell to the value whose bytes these are. */
  void decode(byte[] bytes, int offset, int length, Cell to);

  /** The reader for columns of this family; OTHER arrives as text already. */
  static FromPostgres of(Family family) {
    return switch (family) {
      case BOOLEAN -> (bytes, at, length, to) -> to.set((long) bytes[at]);
      case SMALLINT -> (bytes, at, length, to) -> to.set((long) BigEndian.getShort(bytes, at));
      case INTEGER -> (bytes, at, length, to) -> to.set((long) BigEndian.getInt(bytes, at));
      case BIGINT -> (bytes, at, length, to) -> to.set(BigEndian.getLong(bytes, at));
      case REAL ->
          (bytes, at, length, to) ->
              to.set((double) Float.intBitsToFloat(BigEndian.getInt(bytes, at)));
      case DOUBLE ->
          (bytes, at, length, to) -> to.set(Double.longBitsToDouble(BigEndian.getLong(bytes, at)));
      case NUMERIC -> (bytes, at, length, to) -> to.setText(numeric(bytes, at));
      case TEXT, JSON, ENUM, OTHER ->
          (bytes, at, length, to) -> to.set(Cell.Kind.TEXT, bytes, at, length);
      case CHARACTER -> FromPostgres::withoutPadding;
      case JSONB -> (bytes, at, length, to) -> to.set(Cell.Kind.TEXT, bytes, at + 1, length - 1);
      case BYTES -> (bytes, at, length, to) -> to.set(Cell.Kind.BLOB, bytes, at, length);
      case UUID -> (bytes, at, length, to) -> to.setText(ToPostgres.uuidText(bytes, at));
      case DATE -> (bytes, at, length, to) -> to.setText(date(BigEndian.getInt(bytes, at)));
      case TIME -> (bytes, at, length, to) -> to.setText(time(BigEndian.getLong(bytes, at)));
      case TIMESTAMP ->
          (bytes, at, length, to) -> to.setText(timestamp(BigEndian.getLong(bytes, at), ""));
      case TIMESTAMP_WITH_ZONE ->
          (bytes, at, length, to) -> to.setText(timestamp(BigEndian.getLong(bytes, at), "+00:00"));
      case DYNAMIC -> throw new IllegalArgumentException("not a family of PostgreSQL");
    };
  }

  private static String numeric(byte[] bytes, int at) {
    var infinite = (BigEndian.getShort(bytes, at + 4) & 0xffff) >= 0xD000;
    return Numeric.decode(bytes, at)
        .map(java.math.BigDecimal::toPlainString)
        .orElse(
            !infinite
                ? "NaN"
                : BigEndian.getShort(bytes, at + 4) == (short) 0xD000 ? "Infinity" : "-Infinity");
  }

  /** Spaces at the end of a character(n) are padding and carry no meaning. */
  private static void withoutPadding(byte[] bytes, int at, int length, Cell to) {
    var size = length;
    while (size > 0 && bytes[at + size - 1] == ' ') {
      size--;
    }
    to.set(Cell.Kind.TEXT, bytes, at, size);
  }

  private static String date(int day) {
    if (day == Integer.MAX_VALUE || day == Integer.MIN_VALUE) {
      return day > 0 ? "infinity" : "-infinity";
    }
    return LocalDate.ofEpochDay(day + Moment.POSTGRES_EPOCH_DAY).toString();
  }

  private static String timestamp(long micros, String zone) {
    if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) {
      return micros > 0 ? "infinity" : "-infinity";
    }
    var day = Math.floorDiv(micros, Moment.MICROS_A_DAY);
    return LocalDate.ofEpochDay(day + Moment.POSTGRES_EPOCH_DAY)
        + " "
        + time(Math.floorMod(micros, Moment.MICROS_A_DAY))
        + zone;
  }

  private static String time(long micros) {
    var seconds = micros / Moment.MICROS_A_SECOND;
    var fraction = micros % Moment.MICROS_A_SECOND;
    var text = String.format("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return fraction == 0 ? text : text + String.format(".%06d", fraction).replaceAll("0+$", "");
  }
}
