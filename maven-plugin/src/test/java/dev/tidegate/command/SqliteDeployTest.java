package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeployTest extends DeployContract {
  private final Path folder;

  SqliteDeployTest(@TempDir Path folder) {
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
  String qualified(String name) {
    return name;
  }

  @Test
  void takesARebuildThatKeepsAllColumnsForNoDrop() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int, b text);");
    lab.deploy();
    lab.migration(
        "V2__r.sql",
        "CREATE TABLE t_new (a integer NOT NULL, b text);"
            + " INSERT INTO t_new (a, b) SELECT coalesce(a, 0), b FROM t;"
            + " DROP TABLE t; ALTER TABLE t_new RENAME TO t;");
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void takesARebuildThatLosesAColumnForADropOfTheColumn() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int, b text);");
    lab.deploy();
    lab.migration(
        "V2__r.sql",
        "CREATE TABLE t_new (a int); INSERT INTO t_new SELECT a FROM t;"
            + " DROP TABLE t; ALTER TABLE t_new RENAME TO t;");
    assertThat(lab.deploy().problem().orElseThrow().hint().orElseThrow())
        .endsWith("-Dtidegate.allow=drop-column:t.b");
  }

  @Test
  void takesARebuildThatLeavesRowsOutForADropOfTheTable() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int);");
    lab.deploy();
    lab.migration(
        "V2__r.sql",
        "CREATE TABLE t_new (a int); INSERT INTO t_new SELECT a FROM t WHERE a > 0;"
            + " DROP TABLE t; ALTER TABLE t_new RENAME TO t;");
    assertThat(lab.deploy().problem().orElseThrow().hint().orElseThrow()).contains("drop-table:t");
  }

  @Test
  void takesOnlyAColumnNamedOkForAnAnswer() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t AS SELECT 1 AS id;");
    lab.file("checks/a.sql", "SELECT id FROM t");
    lab.file("checks/b.sql", "SELECT count(*) = 1 AS ok FROM t");
    assertThat(lab.deploy().problem().orElseThrow().detail()).containsExactly("a.sql: 1 row: (1)");
  }
}
