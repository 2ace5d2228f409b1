package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Adopting on a usual server; what is the catalogue's business also on the oldest and the newest.
 */
class PostgresAdoptionTest {

  @Nested
  class On17 extends OnPostgres {
    On17(@TempDir Path folder) {
      super(folder, 17);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void adoptsFromPrisma(int major, @TempDir Path folder) throws Exception {
    var server = new OnPostgres(folder, major) {};
    server.adoptsWhatPrismaHasBuilt();
    server.drop();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void makesTheFirstMigrationOfLiquibases(int major, @TempDir Path folder) throws Exception {
    var server = new OnPostgres(folder, major) {};
    server.makesTheFirstMigrationOfWhatLiquibaseHasBuilt();
    server.drop();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void refusesWhatDiffers(int major, @TempDir Path folder) throws Exception {
    var server = new OnPostgres(folder, major) {};
    server.refusesToAdoptWhatDiffersAndShowsInWhat();
    server.drop();
  }

  abstract static class OnPostgres extends AdoptionContract {
    private final Path folder;
    private final ScratchDatabase database;

    OnPostgres(Path folder, int major) {
      this.folder = folder;
      this.database = TestPostgres.database(major);
    }

    @AfterEach
    void drop() {
      database.close();
    }

    @Override
    Lab lab() {
      try {
        var settings = database.settings();
        return new Lab(
            folder,
            new ConnectionSettings(
                settings.url(), settings.user(), settings.password(), "the test", false));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    Path folder() {
      return folder;
    }

    @Override
    String qualified(String name) {
      return "public." + name;
    }

    @Override
    String prismaTable() {
      return """
          CREATE TABLE _prisma_migrations (
              id                      VARCHAR(36) PRIMARY KEY NOT NULL,
              checksum                VARCHAR(64) NOT NULL,
              finished_at             TIMESTAMPTZ,
              migration_name          VARCHAR(255) NOT NULL,
              logs                    TEXT,
              rolled_back_at          TIMESTAMPTZ,
              started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
              applied_steps_count     INTEGER NOT NULL DEFAULT 0
          )""";
    }

    @Override
    String liquibaseTables() {
      return """
          CREATE TABLE databasechangelog (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255) NOT NULL,
            FILENAME VARCHAR(255) NOT NULL, DATEEXECUTED TIMESTAMP WITHOUT TIME ZONE NOT NULL,
            ORDEREXECUTED INTEGER NOT NULL, EXECTYPE VARCHAR(10) NOT NULL, MD5SUM VARCHAR(35),
            DESCRIPTION VARCHAR(255), COMMENTS VARCHAR(255), TAG VARCHAR(255),
            LIQUIBASE VARCHAR(20), CONTEXTS VARCHAR(255), LABELS VARCHAR(255),
            DEPLOYMENT_ID VARCHAR(10));
          CREATE TABLE databasechangeloglock (ID INTEGER NOT NULL, LOCKED BOOLEAN NOT NULL,
            LOCKGRANTED TIMESTAMP WITHOUT TIME ZONE, LOCKEDBY VARCHAR(255),
            CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (ID));
          INSERT INTO databasechangeloglock VALUES (1, FALSE, NULL, NULL);
          """;
    }

    @Override
    String now() {
      return "now()";
    }
  }
}
