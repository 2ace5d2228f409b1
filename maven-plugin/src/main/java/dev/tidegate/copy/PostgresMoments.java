package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.TimestampForm;

/** The conversions into PostgreSQL's dates and times. */
final class PostgresMoments {
  private static final long EPOCH = Moment.POSTGRES_EPOCH_DAY * Moment.MICROS_A_DAY;
  private static final int MICRO_DIGITS = 6;

  /** 4713-01-01 BC and 294276-12-31, in days since 1970. */
  private static final long FIRST_DAY = -2_440_588;

  private static final long LAST_DAY = 106_741_034;

  private PostgresMoments() {}

  static Conversion date(TimestampForm form) {
    return (from, to) -> {
      var moment = read(from, form);
      if (moment.micros() != 0) {
        throw new UnfitValue("a point in time that is not midnight, where a date belongs");
      }
      to.putInt((int) (moment.day() - Moment.POSTGRES_EPOCH_DAY));
    };
  }

  static Conversion time(ColumnType type) {
    return (from, to) -> {
      if (from.kind() != Cell.Kind.TEXT) {
        throw new UnfitValue(from.kind() + " where a time belongs");
      }
      to.putLong(withinDigits(type, Moment.parseTime(from).micros()));
    };
  }

  static Conversion timestamp(ColumnType type, TimestampForm form) {
    return (from, to) -> {
      var moment = read(from, form);
      if (moment.offset() != 0) {
        throw new UnfitValue("a zone other than UTC, where a time without zone belongs");
      }
      to.putLong(withinDigits(type, moment.local()) - EPOCH);
    };
  }

  static Conversion timestampWithZone(ColumnType type, TimestampForm form) {
    return (from, to) -> to.putLong(withinDigits(type, read(from, form).universal()) - EPOCH);
  }

  private static Moment read(Cell from, TimestampForm form) throws UnfitValue {
    if (from.kind() == Cell.Kind.TEXT) {
      return Moment.parse(from);
    }
    if (from.kind() == Cell.Kind.BLOB) {
      throw new UnfitValue("BLOB where a date belongs");
    }
    var microsAUnit =
        switch (form) {
          case S -> Moment.MICROS_A_SECOND;
          case MS -> 1000L;
          case US -> 1L;
          case AUTO, ISO -> throw new UnfitValue("a number, where timestamps are to be ISO text");
        };
    var moment = Moment.ofEpoch(Numbers.whole(from), microsAUnit);
    if (moment.day() < FIRST_DAY || moment.day() > LAST_DAY) {
      throw new UnfitValue("a point in time beyond those of PostgreSQL");
    }
    return moment;
  }

  private static long withinDigits(ColumnType type, long micros) throws UnfitValue {
    var unit = 1L;
    for (int digits = type.limit().orElse(MICRO_DIGITS); digits < MICRO_DIGITS; digits++) {
      unit *= 10;
    }
    if (micros % unit != 0) {
      throw new UnfitValue("a time finer than " + type.name() + " keeps");
    }
    return micros;
  }
}
