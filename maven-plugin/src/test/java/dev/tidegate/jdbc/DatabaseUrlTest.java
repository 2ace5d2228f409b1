package dev.tidegate.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  private static final Path FOLDER = Path.of("/srv");

  private static DatabaseUrl parse(String url) {
    return DatabaseUrl.parse(url, FOLDER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://h/app                        | jdbc:postgresql://h:5432/app
          jdbc:postgresql:app                            | jdbc:postgresql://localhost:5432/app
          jdbc:postgresql://h:6000/app?user=u&password=p | jdbc:postgresql://h:6000/app
          postgres://u:p@h/app?sslmode=require           | jdbc:postgresql://h:5432/app
          postgresql://u:p@h:5433/app                    | jdbc:postgresql://h:5433/app
          postgres://u:p@[::1]:5433/app                  | jdbc:postgresql://[::1]:5433/app
          postgres://u:p@a:1,b:2/app                     | jdbc:postgresql://a:1,b:2/app
          postgres://u:p@h/my%20app%2Fx                  | jdbc:postgresql://h:5432/my%20app%2Fx
          postgres:///app?host=h&port=7                  | jdbc:postgresql://h:7/app
          postgres://u@h                                 | jdbc:postgresql://h:5432/u
          jdbc:sqlite:x.db                               | jdbc:sqlite:/srv/x.db
          sqlite:x.db                                    | jdbc:sqlite:/srv/x.db
          file:./x.db?connection_limit=1                 | jdbc:sqlite:/srv/x.db
          file:///tmp/x.db                               | jdbc:sqlite:/tmp/x.db
          data/x.sqlite                                  | jdbc:sqlite:/srv/data/x.sqlite
          """)
  void readsEverySpelling(String url, String shown) {
    assertThat(parse(url).display()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://us%40er:s3cr%40t%2F%3A@h/app",
        "jdbc:postgresql://h/app?user=us%40er&password=s3cr%40t%2F%3A"
      })
  void decodesUserAndPassword(String url) {
    assertThat(parse(url).user()).contains("us@er");
    assertThat(parse(url).password().map(Secret::reveal)).contains("s3cr@t/:");
  }

  @Test
  void understandsTheSchemaThatPrismaNames() {
    assertThat(parse("postgres://u:p@h/app?schema=billing").schemas()).containsExactly("billing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://u:p@h:6543/app",
        "postgres://u:p@ep-x-pooler.eu.neon.tech/app",
        "postgres://u:p@h/app?pgbouncer=true"
      })
  void seesAPooler(String url) {
    assertThat(parse(url).pooled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:s3cret@h/app",
        "postgres://u:s3cret/x@h/app",
        "postgres://u:s3cret%zz@h/app",
        "postgres://u:s3cret@h/app?host=/var/run",
        "jdbc:oracle:thin:u/s3cret@h"
      })
  void showsNoPasswordOfAUrlThatItCannotRead(String url) {
    assertThatThrownBy(() -> parse(url))
        .hasMessageContaining("TG-1002")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void saysNoPasswordInItsText() {
    var settings = ConnectionSettings.of(parse("postgres://u:s3cret@h/app?password=s3cret"), "x");
    assertThat(settings + " " + settings.url()).doesNotContain("s3cret");
  }
}
