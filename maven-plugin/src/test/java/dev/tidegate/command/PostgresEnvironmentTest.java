package dev.tidegate.command;

import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class PostgresEnvironmentTest extends EnvironmentContract {
  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);

  PostgresEnvironmentTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Override
  Lab lab() {
    try {
      return new Lab(folder, database.settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String qualified(String name) {
    return "public." + name;
  }
}
