package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStatusScreenTest extends StatusContract {
  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);

  PostgresStatusScreenTest(@TempDir Path folder) {
    this.folder = folder;
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
  String qualified(String name) {
    return "public." + name;
  }

  @Test
  void showsAllElseWhereNoScratchServerStarts() throws SQLException {
    var lab = lab().migration("V1__a.sql", "CREATE TABLE a (x int);");
    lab.deploy();
    lab.withoutScratch();
    assertThat(text(lab.status(true, false)))
        .contains(
            "is at version 1: 1 applied",
            "drift: not checked",
            "note: drift was not checked: TG-1004 ",
            "  public.a",
            "next: nothing to do");
    assertThat(lab.status(false, true).problem().orElseThrow().text())
        .contains("TG-2110", "drift could not be checked", "TG-1004");
  }
}
