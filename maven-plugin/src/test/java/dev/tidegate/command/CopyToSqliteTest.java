package dev.tidegate.command;

import static dev.tidegate.copy.Databases.sqlite;

import dev.tidegate.jdbc.ConnectionSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class CopyToSqliteTest extends CopyContract {
  private final Path folder;

  CopyToSqliteTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  ConnectionSettings target() {
    return sqlite(folder.resolve("target.db"));
  }

  @Override
  String name() {
    return "target.db";
  }
}
