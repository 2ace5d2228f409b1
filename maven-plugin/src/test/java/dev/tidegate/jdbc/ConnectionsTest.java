package dev.tidegate.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tidegate.scratch.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
  private static final Path FOLDER = Path.of("").toAbsolutePath();
  private static final String SECRET = "s3cr%40t";

  /** Everything that is said when a connection to this URL is refused, the stack trace included. */
  private static String refusal(String url) {
    var settings = ConnectionSettings.of(DatabaseUrl.parse(url, FOLDER), "the test");
    var refused =
        catchThrowable(
            () -> {
              try (var connection = Connections.open(settings)) {
                connection.createStatement().execute("SELECT 1");
              }
            });
    var text = new StringWriter();
    refused.printStackTrace(new PrintWriter(text));
    assertThat(text.toString()).doesNotContain("s3cr@t", SECRET);
    return text.toString();
  }

  @Test
  void saysThatNobodyListens() {
    assertThat(refusal("postgres://u:" + SECRET + "@localhost:1/app"))
        .contains("TG-1004 cannot connect to jdbc:postgresql://localhost:1/app", "pg_isready");
  }

  @Test
  void saysThatTheHostIsUnknown() {
    assertThat(refusal("postgres://u:" + SECRET + "@no-such-host.invalid/app"))
        .contains("TG-1004 cannot connect to jdbc:postgresql://no-such-host.invalid:5432/app");
  }

  @Test
  void saysThatTheDatabaseIsNotThere() {
    try (var database = TestPostgres.database(17)) {
      var settings = database.settings();
      var url = settings.url();
      var login =
          settings.user().orElse("") + ":" + settings.password().map(Secret::reveal).orElse("");
      assertThat(refusal("postgres://%s@%s:%d/nowhere".formatted(login, url.host(), url.port())))
          .contains("TG-1004", "database \"nowhere\" does not exist", "CREATE DATABASE nowhere");
    }
  }

  @Test
  void saysThatALoginIsRefused() {
    try (var database = TestPostgres.database(17)) {
      var url = database.settings().url();
      assertThat(
              refusal(
                  "postgres://nobody:%s@%s:%d/%s"
                      .formatted(SECRET, url.host(), url.port(), url.database())))
          .contains("TG-1005 login refused by ", "user nobody, password given");
    }
  }

  @Test
  void makesNoSqliteFileByReading(@TempDir Path folder) {
    var settings =
        ConnectionSettings.of(DatabaseUrl.parse("no.db", folder), "the test").forReading();
    assertThat(catchThrowable(() -> Connections.open(settings).close()))
        .hasMessageContainingAll("TG-1004", "the file is not there");
    assertThat(folder.resolve("no.db")).doesNotExist();
  }

  @Test
  void refusesAParameterAboutEncryptionThatNobodyKnows() {
    assertThat(refusal("postgres://u:" + SECRET + "@localhost/app?ssl_mode=require"))
        .contains("TG-1002", "ssl_mode");
  }

  @Test
  void cannotWriteWhereItOnlyReads() throws Exception {
    try (var database = TestPostgres.database(17);
        var connection = Connections.open(database.settings().forReading());
        var statement = connection.createStatement()) {
      assertThat(catchThrowable(() -> statement.execute("CREATE TABLE t (a int)")))
          .hasMessageContaining("read-only");
      assertThat(Optional.of(connection.isReadOnly())).contains(true);
    }
  }
}
