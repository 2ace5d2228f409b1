package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteBaseDryRunTest extends BaseDryRunContract {
  private final Path folder;

  SqliteBaseDryRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  Lab lab() {
    try {
      if (!Files.exists(folder.resolve("app.db"))) {
        Files.createFile(folder.resolve("app.db"));
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

  @Override
  String dialect() {
    return "sqlite";
  }
}
