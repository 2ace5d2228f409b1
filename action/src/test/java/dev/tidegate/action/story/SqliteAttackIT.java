package dev.tidegate.action.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SqliteAttackIT extends AttackStory {
  @Override
  StoryDatabase database(StoryServers from, Path folder) throws Exception {
    var file = folder.resolve("production.db");
    var database = from.sqlite(file);
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    return database;
  }

  @Override
  List<String> tables() {
    return production.rows("SELECT name FROM sqlite_master WHERE type = 'table'");
  }
}
