package dev.tidegate.action.story;

import java.nio.file.Path;

class PostgresDefaultReviewIT extends DefaultReviewStory {
  @Override
  String dialect() {
    return "postgresql";
  }

  @Override
  StoryDatabase database(StoryServers from, Path folder) throws Exception {
    return from.postgres();
  }
}
