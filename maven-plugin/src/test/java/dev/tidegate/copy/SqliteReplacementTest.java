package dev.tidegate.copy;

import static dev.tidegate.copy.Databases.copy;
import static dev.tidegate.copy.Databases.execute;
import static dev.tidegate.copy.Databases.options;
import static dev.tidegate.copy.Databases.rows;
import static dev.tidegate.copy.Databases.sqlite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite file that others may have open while it is filled. */
class SqliteReplacementTest {
  private static final String ALL = "SELECT id FROM t ORDER BY 1";

  private Path folder;
  private ConnectionSettings source;
  private ConnectionSettings target;

  @BeforeEach
  void fill(@TempDir Path temporary) throws SQLException {
    folder = temporary;
    source = sqlite(folder.resolve("source.db"));
    target = sqlite(folder.resolve("target.db"));
    execute(source, "CREATE TABLE t (id INTEGER PRIMARY KEY);\nINSERT INTO t VALUES (1), (2);\n");
    execute(target, "CREATE TABLE t (id INTEGER PRIMARY KEY);\n");
  }

  @Test
  void whoeverHasTheTargetOpenSeesItsNewRows() throws SQLException {
    try (var application = Connections.open(target)) {
      Sql.texts(application, ALL);

      copy(source, target, options(folder));

      assertThat(Sql.texts(application, ALL)).containsExactly("1", "2");
      Sql.execute(application, "INSERT INTO t VALUES (3)");
    }
    assertThat(rows(target, ALL)).containsExactly("1", "2", "3");
  }

  @Test
  void anotherProcessCannotWriteMeanwhile() {
    var answers = new ArrayList<String>();
    var progress =
        new SilentProgress() {
          @Override
          public void begin(int tables, long rows) {
            answers.add(OtherProcess.insert(folder.resolve("target.db")));
          }
        };

    new Copy(options(folder), progress)
        .run(source, target, (from, to) -> SchemaMaker.Creation.nothing());

    assertThat(answers).hasSize(1).first().asString().contains("SQLITE_BUSY");
    assertThat(OtherProcess.insert(folder.resolve("target.db"))).isEqualTo("written");
  }

  @Test
  void aLogThatIsOpenIsRefused() throws SQLException {
    try (var application = Connections.open(target)) {
      Sql.execute(application, "PRAGMA journal_mode = WAL");
      Sql.texts(application, ALL);

      assertThatThrownBy(() -> copy(source, target, options(folder)))
          .hasMessageContainingAll("TG-4105", "is in use", "nothing was changed");
    }
  }

  @Test
  void aLogThatNobodyHasOpenIsKept() throws SQLException {
    execute(target, "PRAGMA journal_mode = WAL;\n");

    copy(source, target, options(folder));

    assertThat(rows(target, ALL)).containsExactly("1", "2");
    assertThat(rows(target, "PRAGMA journal_mode")).containsExactly("wal");
  }

  @Test
  void aLinkStaysALink() throws IOException, SQLException {
    var link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("target.db"));

    copy(source, sqlite(link), options(folder));

    assertThat(link).isSymbolicLink();
    assertThat(rows(target, ALL)).containsExactly("1", "2");
  }

  @Test
  void leavesNoFilesBehind() throws IOException {
    copy(source, target, options(folder));

    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("source.db", "target.db");
    }
  }
}
