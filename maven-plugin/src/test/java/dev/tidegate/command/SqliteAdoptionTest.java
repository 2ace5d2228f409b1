package dev.tidegate.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAdoptionTest extends AdoptionContract {
  private final Path folder;

  SqliteAdoptionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  Lab lab() {
    try {
      var file = folder.resolve("app.db");
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      return new Lab(
          folder, ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "the test"));
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
    return name;
  }

  @Override
  String prismaTable() {
    return """
        CREATE TABLE "_prisma_migrations" (
            "id"                    TEXT PRIMARY KEY NOT NULL,
            "checksum"              TEXT NOT NULL,
            "finished_at"           DATETIME,
            "migration_name"        TEXT NOT NULL,
            "logs"                  TEXT,
            "rolled_back_at"        DATETIME,
            "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
            "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
        )""";
  }

  @Override
  String liquibaseTables() {
    return """
        CREATE TABLE DATABASECHANGELOG (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255) NOT NULL,
          FILENAME VARCHAR(255) NOT NULL, DATEEXECUTED TEXT NOT NULL, ORDEREXECUTED INTEGER NOT NULL,
          EXECTYPE VARCHAR(10) NOT NULL, MD5SUM VARCHAR(35), DESCRIPTION VARCHAR(255),
          COMMENTS VARCHAR(255), TAG VARCHAR(255), LIQUIBASE VARCHAR(20), CONTEXTS VARCHAR(255),
          LABELS VARCHAR(255), DEPLOYMENT_ID VARCHAR(10));
        CREATE TABLE DATABASECHANGELOGLOCK (ID INTEGER NOT NULL, LOCKED BOOLEAN NOT NULL,
          LOCKGRANTED TEXT, LOCKEDBY VARCHAR(255), CONSTRAINT PK_DATABASECHANGELOGLOCK PRIMARY KEY (ID));
        INSERT INTO DATABASECHANGELOGLOCK VALUES (1, 0, NULL, NULL);
        """;
  }

  @Override
  String now() {
    return "1704067200000"; // Prisma keeps milliseconds
  }

  /** As Prisma changes a column on SQLite: a new table that takes the old one's place. */
  @Test
  void adoptsTablesThatPrismaMadeAnew() throws Exception {
    var init = "CREATE TABLE \"T\" (\n    \"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT\n);\n";
    var anew =
        """
        -- RedefineTables
        PRAGMA defer_foreign_keys=ON;
        PRAGMA foreign_keys=OFF;
        CREATE TABLE "new_T" (
            "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            "a" TEXT NOT NULL DEFAULT '${a}'
        );
        INSERT INTO "new_T" ("id") SELECT "id" FROM "T";
        DROP TABLE "T";
        ALTER TABLE "new_T" RENAME TO "T";
        PRAGMA foreign_keys=ON;
        PRAGMA defer_foreign_keys=OFF;
        """;
    var lab = lab().file("prisma/migrations/0_init/migration.sql", init);
    lab.file("prisma/migrations/20240101000000_anew/migration.sql", anew);
    script(lab.execute(init), anew).execute(prismaTable());
    for (var one : new String[][] {{"0_init", init}, {"20240101000000_anew", anew}}) {
      var digest = MessageDigest.getInstance("SHA-256").digest(one[1].getBytes(UTF_8));
      lab.execute(
          "INSERT INTO \"_prisma_migrations\" VALUES ('%s', '%s', 1704067200000, '%s', NULL, NULL, 1704067200000, 1)"
              .formatted(one[0], HexFormat.of().formatHex(digest), one[0]));
    }
    var report = lab.deploy(d -> d.baseline("auto"));
    assertThat(report.adopted()).contains("20240101000000");
    assertThat(folder.resolve("m/V20240101000000__anew.sql.conf"))
        .hasContent("placeholderReplacement=false\nexecuteInTransaction=true\n");
    assertThat(lab.status(true, true).problem()).isEmpty();
  }
}
