package dev.tidegate.copy;

/** Numbers in network byte order, as PostgreSQL sends them. */
final class BigEndian {
  private BigEndian() {}

  static int getShort(byte[] bytes, int at) {
    return (short) ((bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff));
  }

  static int getInt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  static long getLong(byte[] bytes, int at) {
    return (long) getInt(bytes, at) << 32 | (getInt(bytes, at + 4) & 0xffff_ffffL);
  }
}
