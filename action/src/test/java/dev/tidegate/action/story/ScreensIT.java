package dev.tidegate.action.story;

import static dev.tidegate.action.story.Story.inputs;
import static dev.tidegate.action.story.StoryRepository.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.story.StoryRepository.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The comments that the documentation shows, from real runs on a real database; {@code
 * -Dtidegate.golden=update} writes them anew. Only what differs from run to run is replaced.
 */
class ScreensIT {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path PAGE = MODULE.resolve("../docs/action/screens.md").normalize();

  private static final String USERS =
      """
      CREATE TABLE users (
        id integer PRIMARY KEY,
        name varchar(100) NOT NULL,
        legacy text
      );
      """;

  private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final Pattern TIME = Pattern.compile("since=[^ ]*");

  private static final String HEAD =
      """
      # What the comment looks like

      Comments of `review` as GitHub draws them. Each is from a real run on PostgreSQL 17; only hashes and times are replaced. A test
      runs them again with each build and compares.
      """;

  private final Map<String, String> hashes = new LinkedHashMap<>();
  private final List<String> screens = new ArrayList<>();

  @Test
  void theDocumentationShowsWhatRealRunsWrite() throws Exception {
    var target = MODULE.resolve("target");
    var home = Path.of(System.getProperty("tidegate.home", target.resolve("home").toString()));
    var log = new StoryLog(target.resolve("story/screens.md"), "The comments of the documentation");
    var checkout = Files.createTempDirectory("screens-").resolve("checkout");
    try (var servers = new StoryServers(home.toAbsolutePath(), target.resolve("scratch-cache"));
        var story = new Story(checkout, log)) {
      var database = servers.postgres();
      firstDeploy(story, database);
      screen(story, database, 1, "No change", readme());
      screen(story, database, 2, "A small safe change", email());
      screen(story, database, 3, "A change that destroys data", destructive());
      screen(story, database, 4, "SQL that does not run", broken());
      screen(story, database, 5, "A plan of 300 statements", large());
    }
    var page = HEAD + "\n" + String.join("\n", screens);
    if ("update".equals(System.getProperty("tidegate.golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(page).isEqualTo(Files.readString(PAGE));
  }

  private static void firstDeploy(Story story, StoryDatabase database) throws IOException {
    story.repository.commit(MAIN, schema(USERS), migration("V1__users.sql", USERS));
    var step = step("deploy", database);
    step.put("approval", "none");
    story.onPush(story.repository.head(MAIN), 0, step).assertSucceeded();
    database.run(
        "INSERT INTO users VALUES (1, 'Ada', 'x'), (2, 'Grace', NULL), (3, 'Edsger', 'y')",
        "ANALYZE users");
  }

  private static Map<String, String> step(String command, StoryDatabase database) {
    return inputs(
        "command",
        command,
        "schema",
        "db/schema.sql",
        "migrations",
        "db/migrations",
        "environment",
        "production",
        "comment",
        "always",
        "url",
        database.url());
  }

  private static Change schema(String sql) {
    return Change.of("db/schema.sql", sql);
  }

  private static Change migration(String name, String sql) {
    return Change.of("db/migrations/" + name, sql);
  }

  private static Change[] readme() {
    return new Change[] {Change.of("README.md", "Our shop.\n")};
  }

  private static Change[] email() {
    return new Change[] {
      schema(USERS.replace("legacy text", "legacy text,\n  email text")),
      migration("V2__email.sql", "ALTER TABLE users ADD COLUMN email text;\n")
    };
  }

  private static Change[] destructive() {
    return new Change[] {
      schema(
          USERS.replace(",\n  legacy text", "").replace("integer", "bigint")
              + "\nCREATE INDEX users_name ON users (name);\n"),
      migration(
          "V2__tidy.sql",
          """
          ALTER TABLE users DROP COLUMN legacy;
          ALTER TABLE users ALTER COLUMN id TYPE bigint;
          CREATE INDEX users_name ON users (name);
          """)
    };
  }

  private static Change[] broken() {
    return new Change[] {
      migration(
          "V2__email.sql",
          "ALTER TABLE users ADD COLUMN email text;\nCREATE INDEX users_email ON users (emial);\n")
    };
  }

  private static Change[] large() {
    var sql =
        IntStream.rangeClosed(1, 300)
            .mapToObj("CREATE TABLE part_%03d (id bigint PRIMARY KEY, body text);\n"::formatted)
            .collect(Collectors.joining());
    return new Change[] {schema(USERS + "\n" + sql), migration("V2__parts.sql", sql)};
  }

  private void screen(
      Story story, StoryDatabase database, long pull, String title, Change[] changes)
      throws IOException {
    story.log.chapter(title);
    story.repository.commit("branch-" + pull, changes);
    story.repository.open(pull, "branch-" + pull, "octocat");
    story.onPullRequest("opened", pull, step("review", database));
    var bodies = story.gitHub.repository.bodies(pull);
    assertThat(bodies).hasSize(1);
    screens.add(
        "## "
            + title
            + "\n\n<details><summary>The comment</summary>\n\n"
            + theSameEachTime(bodies.get(0)).strip()
            + "\n\n</details>\n");
  }

  private String theSameEachTime(String body) {
    var hashed =
        HASH.matcher(body)
            .replaceAll(
                hash ->
                    hashes.computeIfAbsent(
                        hash.group(), it -> "%064x".formatted(hashes.size() + 1)));
    return TIME.matcher(hashed).replaceAll("since=2026%2D11%2D20T10:00:00Z");
  }
}
