package dev.tidegate.action.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String PASSWORD = "p@ss/w:rd%1 é\"'<&";

  @Test
  void masksAPasswordInEveryForm() {
    var encoded = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
    var secrets = new Secrets().addUrl("postgres://app:" + encoded + "@db.example/app");
    for (var form :
        new String[] {
          PASSWORD,
          encoded,
          encoded.replace("+", "%20"),
          PASSWORD.replace("\"", "\\\""),
          PASSWORD.replace("'", "''"),
          Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8))
        }) {
      assertThat(secrets.mask("a " + form + " b")).as(form).isEqualTo("a *** b");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://app:s3cret@db/app",
        "postgresql://app:s3cret@db:5432/app?sslmode=require",
        "jdbc:postgresql://db/app?user=app&password=s3cret",
        "jdbc:postgresql://db/app?password=s3cret&user=app",
        "jdbc:postgresql://app:s3cret@db/app",
        "postgres://db/app?sslpassword=s3cret",
        "postgres://app:s3cret@host@db/app",
      })
  void findsThePasswordOfAUrl(String url) {
    var secrets = new Secrets().addUrl(url);
    assertThat(secrets.mask("could not connect to " + url)).isEqualTo("could not connect to ***");
    assertThat(secrets.mask("password s3cret refused")).doesNotContain("s3cret@");
    if (!url.contains("@host@")) {
      assertThat(secrets.mask("password s3cret refused")).isEqualTo("password *** refused");
    }
  }

  /** What should have been percent-encoded, and was not. */
  @ParameterizedTest
  @ValueSource(strings = {"p/ss#1", "p#ss1", "p?ss1", "p ss1", "p/s@s:1", "p\\ss1"})
  void findsThePasswordWithOddCharacters(String password) {
    var url = "postgres://app:" + password + "@db/app";
    var secrets = new Secrets().addUrl(url);
    assertThat(secrets.mask("could not connect to " + url)).isEqualTo("could not connect to ***");
    assertThat(secrets.mask("password " + password + " refused")).isEqualTo("password *** refused");
  }

  @Test
  void aUrlWithoutPasswordIsNoSecret() {
    var secrets = new Secrets().addUrl("jdbc:sqlite:app.db").addUrl("postgres://app@db/app");
    assertThat(secrets.mask("jdbc:sqlite:app.db postgres://app@db/app"))
        .isEqualTo("jdbc:sqlite:app.db postgres://app@db/app");
  }

  @Test
  void theLongerSecretGoesFirst() {
    var secrets = new Secrets().add("abc").add("abcdef").add("").add("  ");
    assertThat(secrets.mask("abcdef abc")).isEqualTo("*** ***");
  }

  @Test
  void eachLineOfASecretIsOne() {
    var secrets = new Secrets().add("-----BEGIN-----\nMIIEabc\n-----END-----\n");
    assertThat(secrets.mask("the key MIIEabc")).isEqualTo("the key ***");
  }

  @Test
  void printsNoneOfThem() {
    assertThat(new Secrets().add("s3cret").toString()).doesNotContain("s3cret");
  }

  @Test
  void noFormOfAnyPasswordIsLeft() {
    var random = new Random(5);
    for (int i = 0; i < 500; i++) {
      var password =
          random
              .ints(8, 0x21, 0x7f)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      var encoded = URLEncoder.encode(password, StandardCharsets.UTF_8);
      var masked =
          new Secrets()
              .addUrl("postgres://u:" + encoded + "@h/d")
              .mask("«" + password + "» «" + encoded + "»");
      assertThat(masked).as(password).isEqualTo("«***» «***»");
    }
  }
}
