package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks from disaster to recovery with the commands of docs/recovery.md, in their order. */
class RecoveryDrillTest {
  private static final String SCHEMA =
      "CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, legacy text);"
          + " CREATE TABLE orders (id integer PRIMARY KEY, user_id integer NOT NULL"
          + " REFERENCES users, total numeric NOT NULL);";
  private static final String ROWS =
      " INSERT INTO users VALUES (1, 'Ada', 'keep'), (2, 'Bob', NULL), (3, 'Cy', 'me');"
          + " INSERT INTO orders VALUES (1, 1, 9.99), (2, 3, 1);";
  private static final String DISASTER = "DROP TABLE orders; ALTER TABLE users DROP COLUMN legacy;";

  private final Path folder;

  RecoveryDrillTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static Stream<Arguments> servers() {
    return Stream.of(14, 17, 18).map(Arguments::of);
  }

  private static List<String> everything(Lab lab) throws Exception {
    var rows = lab.query("SELECT id || name || coalesce(legacy, '-') FROM users ORDER BY id");
    rows.addAll(lab.query("SELECT id || ':' || user_id || ':' || total FROM orders ORDER BY id"));
    return rows;
  }

  @ParameterizedTest
  @MethodSource("servers")
  void bringsPostgresBack(int major) throws Exception {
    try (ScratchDatabase database = TestPostgres.database(major)) {
      var lab = new Lab(folder, database.settings());
      assertThat(lab.migration("V1__schema.sql", SCHEMA + ROWS).deploy().problem()).isEmpty();
      var before = everything(lab);

      lab.migration("V2__tidy.sql", DISASTER);
      var disaster =
          lab.deploy(d -> d.allow("drop-table:public.orders", "drop-column:public.users.legacy"));
      assertThat(disaster.problem()).isEmpty();

      var known = lab.status(false, false).backups();
      assertThat(known).containsExactly(disaster.backup().orElseThrow());

      assertThat(lab.diff("migrations@1").written().orElseThrow()).endsWith("V3__next.sql");
      var forward = lab.deploy();
      assertThat(forward.problem()).isEmpty();
      assertThat(everything(lab)).containsExactly("1Ada-", "2Bob-", "3Cy-");

      var restored = lab.restore(known.get(0).file(), "insert");
      assertThat(restored.restored().statements()).isEmpty();
      assertThat(everything(lab)).isEqualTo(before);

      assertThat(lab.status(true, true).problem()).isEmpty();
      assertThat(lab.deploy().drift()).isEmpty();
    }
  }

  @Test
  void bringsSqliteBack() throws Exception {
    var file = folder.resolve("app.db");
    var lab =
        new Lab(
            folder, ConnectionSettings.of(DatabaseUrl.parse(file.toString(), folder), "the test"));
    assertThat(lab.migration("V1__schema.sql", SCHEMA + ROWS).deploy().problem()).isEmpty();
    var before = everything(lab);

    lab.migration("V2__tidy.sql", DISASTER);
    var disaster = lab.deploy(d -> d.allow("drop-table:orders", "drop-column:users.legacy"));
    assertThat(disaster.problem()).isEmpty();
    var backup = lab.status(false, false).backups().get(0);
    assertThat(backup).isEqualTo(disaster.backup().orElseThrow());
    assertThat(backup.restore())
        .startsWith("rm -f " + file + "-wal ")
        .endsWith("-journal && cp " + backup.file() + " " + file);

    assertThat(lab.diff("migrations@1").written().orElseThrow()).endsWith("V3__next.sql");
    var forward = lab.deploy();
    assertThat(forward.problem()).isEmpty();
    lab.copyFrom(backup.file(), "upsert");
    assertThat(everything(lab)).isEqualTo(before);
    assertThat(lab.status(true, true).problem()).isEmpty();

    // what a writer that was killed leaves would undo the restore
    Files.writeString(folder.resolve("app.db-wal"), "left over");
    assertThat(new ProcessBuilder("sh", "-c", backup.restore()).inheritIO().start().waitFor())
        .isZero();
    assertThat(folder.resolve("app.db-wal")).doesNotExist();
    assertThat(everything(lab)).isEqualTo(before);
    assertThat(lab.status(false, false).version()).contains("1");
  }
}
