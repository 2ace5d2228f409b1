package dev.tidegate.scratch;

import dev.tidegate.jdbc.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password in the form in which the server keeps it, hashed once and not 4096 times as the server
 * itself would: that slows down whoever guesses passwords, which is idle with ours, and every login
 * alike. https://www.postgresql.org/docs/current/catalog-pg-authid.html
 */
final class ScramVerifier {
  private static final int ITERATIONS = 1;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 256;
  private static final String HMAC = "HmacSHA256";

  private ScramVerifier() {}

  /** What PASSWORD takes instead of the password; another one each time. */
  static String of(Secret password) {
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try {
      var spec = new PBEKeySpec(password.reveal().toCharArray(), salt, ITERATIONS, KEY_BITS);
      var salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
      var stored =
          MessageDigest.getInstance("SHA-256").digest(keyed(salted.getEncoded(), "Client Key"));
      var base64 = Base64.getEncoder();
      return "SCRAM-SHA-256$%d:%s$%s:%s"
          .formatted(
              ITERATIONS,
              base64.encodeToString(salt),
              base64.encodeToString(stored),
              base64.encodeToString(keyed(salted.getEncoded(), "Server Key")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] keyed(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
  }
}
