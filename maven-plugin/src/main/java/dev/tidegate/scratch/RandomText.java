package dev.tidegate.scratch;

import dev.tidegate.jdbc.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Names and passwords that nobody can guess. */
final class RandomText {
  private static final int NAME_BYTES = 8;
  private static final int SECRET_BYTES = 24;

  private RandomText() {}

  static String name() {
    return hex(NAME_BYTES);
  }

  static Secret secret() {
    return new Secret(hex(SECRET_BYTES));
  }

  private static String hex(int length) {
    var bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
