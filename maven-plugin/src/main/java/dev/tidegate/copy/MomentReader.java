package dev.tidegate.copy;

/** Reads the parts of a {@link Moment} one after the other. */
final class MomentReader {
  private static final int MICRO_DIGITS = 6;

  private final byte[] bytes;
  private final int end;
  private final String complaint;
  private int at;

  MomentReader(Cell cell, String complaint) {
    bytes = cell.bytes();
    at = cell.offset();
    end = at + cell.length();
    this.complaint = complaint;
  }

  long date() throws UnfitValue {
    var year = digits(4);
    expect('-');
    var month = digits(2);
    expect('-');
    return Moment.dayOf(year, month, digits(2));
  }

  void separator() throws UnfitValue {
    if (bytes[at] != 'T' && bytes[at] != ' ' && bytes[at] != 't') {
      throw complaint();
    }
    at++;
  }

  /** Microseconds since midnight. */
  long time() throws UnfitValue {
    var hour = digits(2);
    expect(':');
    var minute = digits(2);
    var second = 0;
    var fraction = 0;
    if (at < end && bytes[at] == ':') {
      at++;
      second = digits(2);
      if (at < end && (bytes[at] == '.' || bytes[at] == ',')) {
        at++;
        fraction = fraction();
      }
    }
    if (hour > 23 || minute > 59 || second > 59) {
      throw new UnfitValue("not a time of day");
    }
    return ((hour * 60L + minute) * 60 + second) * Moment.MICROS_A_SECOND + fraction;
  }

  /** Seconds east of Greenwich. */
  int zone() throws UnfitValue {
    if (bytes[at] == ' ' && at + 1 < end) {
      at++;
    }
    if (bytes[at] == 'Z' || bytes[at] == 'z') {
      at++;
      return 0;
    }
    if (end - at == 3 && bytes[at] == 'U' && bytes[at + 1] == 'T' && bytes[at + 2] == 'C') {
      at += 3;
      return 0;
    }
    var sign = bytes[at] == '-' ? -1 : bytes[at] == '+' ? 1 : 0;
    if (sign == 0) {
      throw complaint();
    }
    at++;
    var seconds = digits(2) * 3600;
    if (at < end) {
      if (bytes[at] == ':') {
        at++;
      }
      seconds += digits(2) * 60;
    }
    return sign * seconds;
  }

  boolean atEnd() {
    return at >= end;
  }

  void end() throws UnfitValue {
    if (at < end) {
      throw complaint();
    }
  }

  private int fraction() throws UnfitValue {
    var micros = 0;
    var count = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      if (count < MICRO_DIGITS) {
        micros = micros * 10 + bytes[at] - '0';
      } else if (bytes[at] != '0') {
        throw new UnfitValue("finer than a microsecond");
      }
      count++;
      at++;
    }
    if (count == 0) {
      throw complaint();
    }
    for (var i = count; i < MICRO_DIGITS; i++) {
      micros *= 10;
    }
    return micros;
  }

  private int digits(int count) throws UnfitValue {
    if (end - at < count) {
      throw complaint();
    }
    var number = 0;
    for (var i = 0; i < count; i++) {
      var digit = bytes[at++] - '0';
      if (digit < 0 || digit > 9) {
        throw complaint();
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private void expect(char separator) throws UnfitValue {
    if (at >= end || bytes[at++] != separator) {
      throw complaint();
    }
  }

  private UnfitValue complaint() {
    return new UnfitValue(complaint);
  }
}
