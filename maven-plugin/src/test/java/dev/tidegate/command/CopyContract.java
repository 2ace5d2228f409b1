package dev.tidegate.command;

import static dev.tidegate.copy.Databases.execute;
import static dev.tidegate.copy.Databases.rows;
import static dev.tidegate.copy.Databases.sqlite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy from SQLite must do whichever database it goes to. */
abstract class CopyContract {
  private static final String ROWS = "SELECT id, v FROM t ORDER BY id";

  private CopyLab lab;
  private ConnectionSettings source;

  /** A database with no tables. */
  abstract ConnectionSettings target();

  /** The name that {@code confirm} has to give. */
  abstract String name();

  @BeforeEach
  void source(@TempDir Path folder) throws SQLException {
    lab = new CopyLab(folder);
    source = sqlite(folder.resolve("source.db"));
    execute(
        source,
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);\nINSERT INTO t VALUES (1, 'new'), (2, 'b');\n");
  }

  /** A table with other rows, in a database that is marked, unless the label is empty. */
  private ConnectionSettings marked(String label) throws SQLException {
    execute(
        target(),
        "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);\nINSERT INTO t VALUES (1, 'old'), (3, 'kept');\n");
    if (!label.isEmpty()) {
      execute(
          target(),
          "CREATE TABLE tidegate_environment (label text NOT NULL);\nINSERT INTO tidegate_environment VALUES ('"
              + label
              + "');\n");
    }
    return target();
  }

  private void assertUnchanged() throws SQLException {
    assertThat(rows(target(), ROWS)).containsExactly("1|old", "3|kept");
  }

  @Test
  void namesBothDatabasesBeforeAnythingElse() {
    lab.copy(source, target());

    assertThat(lab.printed.get(0))
        .startsWith("copy\n  from\n    database     ")
        .containsSubsequence("source.db", "SQLite ", "URL from     a test", "\n  to\n", "URL from");
  }

  @Test
  void saysRowsOfEachTableAndOfAll() {
    var lines = lab.copy(source, target()).text().lines().toList();

    assertThat(lines.get(0))
        .startsWith("copy: 2 rows of 1 table copied to " + target().url().display())
        .contains("verified by digest");
    assertThat(lines)
        .anyMatch(line -> line.matches("  (public\\.)?t +2 rows +[0-9,]+ ms"))
        .anyMatch(line -> line.matches("  total +2 rows +[0-9,]+ ms  [0-9,]+ rows/s"));
  }

  @Test
  void saysThatThereIsNothingToCopy() {
    var report = lab.copy(source, target(), it -> it.exclude("t"));

    assertThat(report.text()).startsWith("copy: nothing to copy, " + source.url().display());
  }

  @Test
  void refusesAnEnvironmentThatIsNotTheDatabases() throws SQLException {
    var target = marked("staging");

    assertThatThrownBy(
            () -> lab.copy(source, target, it -> it.mode("upsert").environment("production")))
        .hasMessageContainingAll("TG-2201", "marked staging", "mvn tidegate:copy");
    assertUnchanged();
  }

  @Test
  void refusesProductionThatNobodyStated() throws SQLException {
    var target = marked("production");

    assertThatThrownBy(() -> lab.copy(source, target, it -> it.mode("replace").confirm(name())))
        .hasMessageContainingAll("TG-2202", "nothing was changed");
    assertUnchanged();
  }

  @Test
  void neverOverwritesProductionThatIsNotConfirmed() throws SQLException {
    var target = marked("production");

    assertThatThrownBy(
            () -> lab.copy(source, target, it -> it.mode("upsert").environment("production")))
        .hasMessageContainingAll("TG-4002", "-Dtidegate.confirm=" + name());
    assertUnchanged();
  }

  @Test
  void overwritesProductionThatIsStatedAndConfirmed() throws SQLException {
    lab.copy(
        source,
        marked("production"),
        it -> it.mode("upsert").environment("production").confirm(name()));

    assertThat(rows(target(), ROWS)).containsExactly("1|new", "2|b", "3|kept");
  }

  @Test
  void leavesTheLabelAsItIs() throws SQLException {
    lab.copy(
        source,
        marked("production"),
        it -> it.mode("replace").environment("production").confirm(name()));

    assertThat(rows(target(), "SELECT label FROM tidegate_environment"))
        .containsExactly("production");
  }

  @Test
  void refusesToReplaceWhatIsNotConfirmed() throws SQLException {
    var target = marked("");

    assertThatThrownBy(() -> lab.copy(source, target, it -> it.mode("replace").confirm("other")))
        .hasMessageContainingAll("TG-4002", "confirmed is other", "-Dtidegate.confirm=" + name());
    assertUnchanged();
  }

  @Test
  void replacesWhatIsConfirmed() throws SQLException {
    lab.copy(source, marked(""), it -> it.mode("replace").confirm(name()));

    assertThat(rows(target(), ROWS)).containsExactly("1|new", "2|b");
  }

  @Test
  void refusesTablesThatAreNotEmpty() throws SQLException {
    var target = marked("");

    assertThatThrownBy(() -> lab.copy(source, target))
        .hasMessageContainingAll("TG-4001", "t -- 2 rows", "nothing was changed");
    assertUnchanged();
  }

  @Test
  void changesNothingInADryRun() throws SQLException {
    var report = lab.copy(source, marked(""), it -> it.mode("replace").confirm(name()).dryRun());

    assertThat(report.text()).startsWith("copy: 2 rows of 1 table read for ");
    assertUnchanged();
  }
}
