package dev.tidegate.diff;

import dev.tidegate.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A short name for all that a schema holds: SHA-256 over every object in the form in which it is
 * compared, in the order of identities. Two schemas that do not differ have the same one, on every
 * machine and in every run; column order, versions of extensions and whatever else is not compared
 * has no part in it.
 */
public final class Fingerprint {
  private static final String PREFIX = "sha256:";

  private Fingerprint() {}

  /** The fingerprint, {@code sha256:} and 64 hexadecimal digits. */
  public static String of(DiffRules rules, Schema schema) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var object : schema.objects().values()) {
        digest.update(rules.comparable(object).toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return PREFIX + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
