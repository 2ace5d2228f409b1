package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCausesTest extends CausesContract {
  private final Path folder;

  SqliteCausesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  Lab lab() {
    try {
      Files.createFile(folder.resolve("app.db"));
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
  String locked(String table) {
    return "";
  }

  @Override
  String lockedByRows(String table) {
    return "";
  }

  @Test
  void columnThatARebuildLeavesOutGoesWithTheOldTable() {
    assertThat(
            causes(
                """
                CREATE TABLE users_new (id integer PRIMARY KEY, name text, other text);
                INSERT INTO users_new SELECT id, name, other FROM users;
                DROP TABLE users;
                ALTER TABLE users_new RENAME TO users;
                """))
        .containsEntry("drop-column:users.legacy", "3");
  }
}
