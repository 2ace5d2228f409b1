package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedWriteTest {
  private final Path folder;

  InterruptedWriteTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** The journal is what a process leaves that is killed in a transaction. */
  @Test
  void statusShowsWhatWillBeThereAndTouchesNothing() throws IOException, SQLException {
    Files.createFile(folder.resolve("app.db"));
    var lab = lab("app.db").migration("V1__t.sql", "CREATE TABLE t (a int, b text);");
    lab.deploy();
    leaveJournal("app.db", "cut.db");
    var file = Files.readAllBytes(folder.resolve("cut.db"));
    var journal = Files.readAllBytes(folder.resolve("cut.db-journal"));

    var cut = lab("cut.db");
    var report = cut.status(false, true);

    assertThat(cut.printed).anyMatch(line -> line.contains("on cut.db was cut off"));
    assertThat(report.problem()).isEmpty();
    assertThat(report.tables()).allMatch(table -> table.rows().equals(Optional.of(0L)));
    assertThat(report.database().database()).endsWith("cut.db");
    assertThat(folder.resolve("cut.db")).hasBinaryContent(file);
    assertThat(folder.resolve("cut.db-journal")).hasBinaryContent(journal);
  }

  private Lab lab(String file) throws IOException {
    return new Lab(folder, ConnectionSettings.of(DatabaseUrl.parse(file, folder), "the test"));
  }

  /** With hardly a cache the pages of an open transaction are written to the file. */
  private void leaveJournal(String from, String to) throws IOException, SQLException {
    var settings = ConnectionSettings.of(DatabaseUrl.parse(from, folder), "the test");
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA cache_size = 1");
      connection.setAutoCommit(false);
      statement.execute(
          "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
              + " 5000) SELECT i, hex(randomblob(50)) FROM n");
      for (var end : new String[] {"", "-journal"}) {
        Files.copy(folder.resolve(from + end), folder.resolve(to + end));
      }
      connection.rollback();
    }
  }
}
