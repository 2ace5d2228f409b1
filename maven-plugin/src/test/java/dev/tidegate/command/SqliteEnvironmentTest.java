package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteEnvironmentTest extends EnvironmentContract {
  private final Path folder;

  SqliteEnvironmentTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  Lab lab() {
    try {
      return new Lab(
          folder, ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "the test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String qualified(String name) {
    return name;
  }
}
