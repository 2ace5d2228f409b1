package dev.tidegate.action.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.story.StoryRepository.Change;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusStoryIT {
  @Test
  void status() throws Exception {
    var home = Path.of(System.getProperty("tidegate.home"));
    var target = Path.of("target").toAbsolutePath();
    try (var servers = new StoryServers(home, target.resolve("scratch-cache"));
        var story =
            new Story(
                target.resolve("story/smoke"),
                new StoryLog(target.resolve("story/smoke.md"), "Smoke"))) {
      for (var database :
          List.of(servers.sqlite(target.resolve("story/x.db")), servers.postgres())) {
        database.run("create table if not exists t (a int)");
        story.repository.commit(
            "main", Change.of("db/migrations/V1__users.sql", "create table users (id int);"));
        var run =
            story.onSchedule(
                Story.inputs(
                    "command", "status", "url", database.url(), "migrations", "db/migrations"));
        assertThat(run.exit()).isZero();
      }
    }
  }
}
