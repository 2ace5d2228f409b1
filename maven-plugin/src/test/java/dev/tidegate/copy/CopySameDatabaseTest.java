package dev.tidegate.copy;

import static dev.tidegate.copy.Databases.copy;
import static dev.tidegate.copy.Databases.execute;
import static dev.tidegate.copy.Databases.options;
import static dev.tidegate.copy.Databases.sqlite;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes by two names. */
class CopySameDatabaseTest {

  @Test
  void refusesAFileThatAnotherPathLeadsTo(@TempDir Path folder) throws Exception {
    execute(sqlite(folder.resolve("app.db")), "CREATE TABLE t (v TEXT);\n");
    Files.createLink(folder.resolve("other.db"), folder.resolve("app.db"));

    assertThatThrownBy(
            () ->
                copy(
                    sqlite(folder.resolve("app.db")),
                    sqlite(folder.resolve("other.db")),
                    options(folder)))
        .hasMessageContaining("TG-4003");
  }

  @Test
  void refusesAServerThatAnotherNameLeadsTo(@TempDir Path folder) {
    try (var database = TestPostgres.database(17)) {
      var settings = database.settings();
      var url = settings.url();
      var other =
          new DatabaseUrl(
              url.product(),
              "localhost",
              url.port(),
              url.database(),
              url.user(),
              url.password(),
              url.parameters());

      assertThatThrownBy(
              () ->
                  copy(
                      settings,
                      new ConnectionSettings(
                          other, settings.user(), settings.password(), "a test", false),
                      options(folder)))
          .hasMessageContainingAll("TG-4003", "localhost");
    }
  }
}
