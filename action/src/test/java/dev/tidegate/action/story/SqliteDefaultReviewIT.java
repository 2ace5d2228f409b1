package dev.tidegate.action.story;

import java.nio.file.Path;

class SqliteDefaultReviewIT extends DefaultReviewStory {
  @Override
  String dialect() {
    return "sqlite";
  }

  @Override
  StoryDatabase database(StoryServers from, Path folder) throws Exception {
    return from.sqlite(folder.resolve("production.db"));
  }
}
