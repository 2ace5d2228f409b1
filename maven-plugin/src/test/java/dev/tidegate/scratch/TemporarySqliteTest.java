package dev.tidegate.scratch;

import static dev.tidegate.scratch.Sql.execute;
import static dev.tidegate.scratch.Sql.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.dialect.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporarySqliteTest {

  @Test
  void holdsItsStateBetweenConnections() throws SQLException {
    try (var scratch = open(false);
        var database = scratch.create()) {
      execute(database, "CREATE TABLE t (id int)");
      execute(database, "INSERT INTO t VALUES (7)");
      assertThat(query(database, "SELECT id FROM t")).containsExactly("7");
    }
  }

  @Test
  void copiesWhatADatabaseHolds() throws SQLException {
    try (var scratch = open(false);
        var original = scratch.create()) {
      execute(original, "CREATE TABLE t (id int)");
      try (var copy = scratch.copyOf(original)) {
        execute(copy, "DROP TABLE t");
      }
      assertThat(query(original, "SELECT count(*) FROM t")).containsExactly("0");
    }
  }

  @Test
  void leavesNothingBehind() throws SQLException {
    Path file;
    try (var scratch = open(false)) {
      var database = scratch.create();
      execute(database, "CREATE TABLE t (id int)");
      file = Path.of(database.settings().url().database());
      assertThat(file).exists();
    }
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void sweepsWhatAKilledRunLeft() throws IOException {
    var killed = new RunName(1, "00000000", 1, "00000000").databaseName();
    var folder = Files.createTempDirectory(killed + "_");
    open(false).close();
    assertThat(folder).doesNotExist();
  }

  @Test
  void refusesUntrustedSqlThatWritesOtherFiles(@TempDir Path folder) {
    try (var scratch = open(true);
        var database = scratch.create()) {
      assertThatThrownBy(() -> execute(database, "ATTACH '" + folder + "/x.db' AS x"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(database, "VACUUM INTO '" + folder + "/x.db'"))
          .isInstanceOf(SQLException.class);
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static Scratch open(boolean restricted) {
    return Scratches.open(new SqliteDialect(), TestPostgres.settings(17, restricted));
  }
}
