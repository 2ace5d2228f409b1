package dev.tidegate.copy;

/**
 * A 128-bit digest of a bag of values: their order does not count, how often each occurs does. The
 * values' own hashes (MurmurHash3, x64, 128 bits) are added up, so parts can be computed apart.
 */
final class Digest {
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private long high;
  private long low;
  private long lastHigh;
  private long lastLow;

  /** Adds a value. */
  void add(byte[] bytes, int offset, int length) {
    hash(bytes, offset, length);
    high += lastHigh;
    low += lastLow;
  }

  /** Adds a null. */
  void addNull() {
    lastHigh = 0x9e3779b97f4a7c15L;
    lastLow = 0xc2b2ae3d27d4eb4fL;
    high += lastHigh;
    low += lastLow;
  }

  /** Adds a row, given as what its values left in the digests of its columns, in order. */
  void addRow(Digest[] columns) {
    var one = 1L;
    var two = 2L;
    for (var column : columns) {
      one = mix(one * C1 ^ column.lastHigh);
      two = mix(two * C2 ^ column.lastLow);
    }
    high += one;
    low += two;
  }

  /** The digest, 32 hexadecimal digits. */
  String hexadecimal() {
    return String.format("%016x%016x", high, low);
  }

  private void hash(byte[] bytes, int offset, int length) {
    var h1 = 0L;
    var h2 = 0L;
    var end = offset + (length & ~15);
    for (var at = offset; at < end; at += 16) {
      h1 = Long.rotateLeft(h1 ^ scramble(BigEndian.getLong(bytes, at), C1, 31, C2), 27) + h2;
      h1 = h1 * 5 + 0x52dce729;
      h2 = Long.rotateLeft(h2 ^ scramble(BigEndian.getLong(bytes, at + 8), C2, 33, C1), 31) + h1;
      h2 = h2 * 5 + 0x38495ab5;
    }
    var tail = length & 15;
    h1 ^= scramble(partial(bytes, end, Math.min(tail, 8)), C1, 31, C2);
    h2 ^= scramble(partial(bytes, end + 8, tail - 8), C2, 33, C1);
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = mix(h1);
    h2 = mix(h2);
    lastHigh = h1 + h2;
    lastLow = h2 + lastHigh;
  }

  private static long partial(byte[] bytes, int at, int count) {
    var value = 0L;
    for (var i = 0; i < count; i++) {
      value = value << 8 | (bytes[at + i] & 0xff);
    }
    return value;
  }

  private static long scramble(long word, long first, int rotation, long second) {
    return Long.rotateLeft(word * first, rotation) * second;
  }

  private static long mix(long word) {
    var mixed = word;
    mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
