package dev.tidegate.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
  private final Masking masking = masking("postgres://u:s3cr%40t+%2Fx@h/app");

  private static Masking masking(String url) {
    var masking = new Masking();
    masking.add(ConnectionSettings.of(DatabaseUrl.parse(url, Path.of("")), "a test"));
    return masking;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cr@t+/x",
        "s3cr%40t%2B%2Fx",
        "s3cr%40t%2b%2fx",
        "s3cr%40t+%2Fx",
        "postgres://u:s3cr@t+/x@h/app",
        "?password=s3cr%40t%2B%2Fx&x=1"
      })
  void takesThePasswordOutInEverySpelling(String text) {
    assertThat(masking.apply("a " + text + " b")).doesNotContain("s3cr").contains("<masked>");
  }

  @Test
  void takesThePasswordOutOfACauseAndKeepsTheStack() {
    var cause = new SQLException("cannot open jdbc:postgresql://h/app?password=s3cr%40t");
    var masked = masking.apply((Throwable) new IllegalStateException("outer", cause));
    assertThat(masked).cause().hasMessageNotContaining("s3cr").hasMessageContaining("SQLException");
    assertThat(masked)
        .cause()
        .extracting(Throwable::getStackTrace)
        .isEqualTo(cause.getStackTrace());
  }

  @Test
  void leavesWordsThatAreAlsoTheUsersName() {
    var masking = masking("postgres://postgres:postgres@h/app");
    assertThat(masking.apply("user postgres on jdbc:postgresql://h"))
        .isEqualTo("user postgres on jdbc:postgresql://h");
    assertThat(masking.apply("postgres://postgres:postgres@h/app"))
        .isEqualTo("postgres://postgres:<masked>@h/app");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE SUBSCRIPTION s CONNECTION 'host=h password=s3cret user=u' PUBLICATION p",
        "CREATE SUBSCRIPTION s CONNECTION 'password = ''s3cret more'' user=u' PUBLICATION p",
        "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (password 's3cret', \"user\" 'u')",
        "ALTER USER MAPPING FOR PUBLIC SERVER s OPTIONS (SET password 's3cret''s', ADD a 'u')"
      })
  void masksPasswordsThatStandInSql(String sql) {
    assertThat(masking.apply(sql)).doesNotContain("s3cret").doesNotContain("more").contains("u");
  }

  @Test
  void masksPasswordsInSqlOfAnyLength() {
    var secret = "x''".repeat(50_000);
    assertThat(new Masking().apply("password '" + secret + "y' end"))
        .isEqualTo("password '<masked>' end");
    assertThat(new Masking().apply("password '" + secret)).isEqualTo("password '<masked>");
  }
}
