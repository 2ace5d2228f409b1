package dev.tidegate.action.runner;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Words that nobody can know beforehand. */
final class RandomWords {
  private RandomWords() {}

  /** 128 bits in hexadecimal digits, another each time. */
  static Supplier<String> words() {
    var random = new SecureRandom();
    return () -> {
      var bytes = new byte[16];
      random.nextBytes(bytes);
      return "tidegate_" + HexFormat.of().formatHex(bytes);
    };
  }
}
