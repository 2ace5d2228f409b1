package dev.tidegate.copy;

/** What PostgreSQL asks of text: UTF-8 as the standard has it, and no zero byte. */
final class Utf8 {
  private Utf8() {}

  /**
   * Counts the characters of a text and looks whether it is one.
   *
   * @throws UnfitValue for bytes that are no UTF-8
   */
  static int countCharacters(byte[] bytes, int offset, int length) throws UnfitValue {
    var end = offset + length;
    var at = offset;
    var count = 0;
    while (at < end) {
      if (bytes[at] >= 0) {
        at++;
      } else {
        at += sequence(bytes, at, end);
      }
      count++;
    }
    return count;
  }

  /** Whether the text holds a zero byte, which PostgreSQL's text types cannot hold. */
  static boolean holdsZero(byte[] bytes, int offset, int length) {
    for (var i = offset; i < offset + length; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Length of the sequence of two to four bytes that starts here. */
  private static int sequence(byte[] bytes, int at, int end) throws UnfitValue {
    var first = bytes[at] & 0xff;
    var size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (size == 0 || at + size > end) {
      throw new UnfitValue("not valid UTF-8");
    }
    for (var i = 1; i < size; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        throw new UnfitValue("not valid UTF-8");
      }
    }
    var second = bytes[at + 1] & 0xff;
    // Overlong forms, surrogates, and what lies beyond U+10FFFF: RFC 3629, section 4.
    var forbidden =
        (first == 0xe0 && second < 0xa0)
            || (first == 0xed && second > 0x9f)
            || (first == 0xf0 && second < 0x90)
            || (first == 0xf4 && second > 0x8f);
    if (forbidden) {
      throw new UnfitValue("not valid UTF-8");
    }
    return size;
  }
}
