package dev.tidegate.action.story;

import java.nio.file.Path;

class SqliteStoryIT extends ProductionStory {
  @Override
  String dialect() {
    return "sqlite";
  }

  @Override
  StoryDatabase database(StoryServers from, Path folder, String name) throws Exception {
    return from.sqlite(folder.resolve(name + ".db"));
  }
}
