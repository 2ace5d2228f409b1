package dev.tidegate.copy;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A date, a time or both, read from the spellings of ISO 8601 that applications write: {@code
 * 2024-01-31}, {@code 2024-01-31 23:59:59.123}, {@code 2024-01-31T23:59Z}, {@code
 * 2024-01-31T00:00:00.000+00:00}.
 *
 * @param day days since 1970-01-01; 0 without a date
 * @param micros microseconds since midnight
 * @param zoned whether it says from where on earth
 * @param offset seconds east of Greenwich, when it does
 */
record Moment(long day, long micros, boolean zoned, int offset) {
  static final long MICROS_A_SECOND = 1_000_000;
  static final long MICROS_A_DAY = 86_400 * MICROS_A_SECOND;

  /** PostgreSQL counts from 2000-01-01. */
  static final long POSTGRES_EPOCH_DAY = 10_957;

  /** Microseconds since 1970 in the zone that it names. */
  long local() {
    return day * MICROS_A_DAY + micros;
  }

  /** Microseconds since 1970 at Greenwich; without a zone it is taken to be there already. */
  long universal() {
    return local() - offset * MICROS_A_SECOND;
  }

  /** Reads a date, alone or with a time. */
  static Moment parse(Cell cell) throws UnfitValue {
    var reader = new MomentReader(cell, "not a date or time in ISO form");
    var day = reader.date();
    if (reader.atEnd()) {
      return new Moment(day, 0, false, 0);
    }
    reader.separator();
    var micros = reader.time();
    var zoned = !reader.atEnd();
    var offset = zoned ? reader.zone() : 0;
    reader.end();
    return new Moment(day, micros, zoned, offset);
  }

  /** Reads a time alone. */
  static Moment parseTime(Cell cell) throws UnfitValue {
    var reader = new MomentReader(cell, "not a time in ISO form");
    var micros = reader.time();
    reader.end();
    return new Moment(0, micros, false, 0);
  }

  /** Reads a count of seconds, milliseconds or microseconds since 1970 at Greenwich. */
  static Moment ofEpoch(long count, long microsAUnit) throws UnfitValue {
    // The years 4713 BC to 294276, which PostgreSQL can hold, are far inside of this.
    if (Math.abs(count / (MICROS_A_DAY / microsAUnit)) > 100_000_000L) {
      throw new UnfitValue("a point in time beyond those of PostgreSQL");
    }
    var unitsADay = MICROS_A_DAY / microsAUnit;
    return new Moment(
        Math.floorDiv(count, unitsADay), Math.floorMod(count, unitsADay) * microsAUnit, true, 0);
  }

  /** The day of a calendar date. */
  static long dayOf(int year, int month, int dayOfMonth) throws UnfitValue {
    try {
      return LocalDate.of(year, month, dayOfMonth).toEpochDay();
    } catch (DateTimeException e) {
      throw new UnfitValue("not a day of the calendar");
    }
  }
}
