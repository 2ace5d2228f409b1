package dev.tidegate.action.story;

import java.nio.file.Path;

class PostgresStoryIT extends ProductionStory {
  @Override
  String dialect() {
    return "postgresql";
  }

  @Override
  StoryDatabase database(StoryServers from, Path folder, String name) throws Exception {
    return from.postgres();
  }
}
