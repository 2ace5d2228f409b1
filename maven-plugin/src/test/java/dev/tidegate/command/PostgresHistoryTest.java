package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class PostgresHistoryTest extends HistoryContract {
  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);

  PostgresHistoryTest(@TempDir Path folder) {
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
  Path folder() {
    return folder;
  }
}
