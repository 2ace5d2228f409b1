package dev.tidegate.action.story;

import static dev.tidegate.action.story.Story.inputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.process.FinishedAction;
import dev.tidegate.action.story.StoryRepository.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The workflows of the examples as they are: {@code review.yml} knows no database, {@code
 * deploy.yml} has one. Each test goes on where the last one ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class DefaultReviewStory {
  private static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, name text);\n";

  private static final String USERS_WITH_EMAIL =
      "CREATE TABLE users (id integer PRIMARY KEY, name text, email text);\n";

  private static final String ORDERS = "CREATE TABLE orders (id integer PRIMARY KEY);\n";
  private static final String SCHEMA = "db/schema.sql";
  private static final String EMAIL = "db/migrations/V2__email.sql";
  private static final String THIRD = "db/migrations/V3__orders.sql";

  private final Path target =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");

  private StoryServers servers;
  private Story story;
  private StoryDatabase production;

  abstract String dialect();

  abstract StoryDatabase database(StoryServers from, Path folder) throws Exception;

  @BeforeAll
  void aRepositoryAndItsDatabase() throws Exception {
    var home = Path.of(System.getProperty("tidegate.home", target.resolve("home").toString()));
    var folder = Files.createTempDirectory("default-review-");
    servers = new StoryServers(home.toAbsolutePath(), target.resolve("scratch-cache"));
    production = database(servers, folder);
    story =
        new Story(
            folder.resolve("checkout"),
            new StoryLog(
                target.resolve("story").resolve("default-review-" + dialect() + ".md"),
                "A review without a database, " + dialect()));
  }

  @AfterAll
  void everyExchangeWithGitHubWasAsDescribed() {
    servers.close();
    story.close();
  }

  private Map<String, String> step(String command, String... more) {
    var all =
        new LinkedHashMap<>(
            inputs(
                "command",
                command,
                "schema",
                SCHEMA,
                "migrations",
                "db/migrations",
                "dialect",
                dialect(),
                "environment",
                "production"));
    all.putAll(inputs(more));
    return all;
  }

  private FinishedAction review(long pull, String... more) throws IOException {
    return story.onPullRequest("opened", pull, step("review", more));
  }

  private FinishedAction merge(long pull) throws IOException {
    var before = story.repository.head(StoryRepository.MAIN);
    story.repository.merge(pull);
    return story.onPush(before, pull, step("deploy", "url", production.url()));
  }

  private String comment(long pull) {
    assertThat(story.gitHub.repository.bodies(pull)).hasSize(1);
    return story.gitHub.repository.bodies(pull).get(0);
  }

  @Test
  @Order(1)
  void theFirstDeployBuildsTheDatabase() throws IOException {
    story.log.chapter("The first deploy");
    story.repository.commit(
        StoryRepository.MAIN,
        Change.of(SCHEMA, USERS),
        Change.of("db/migrations/V1__users.sql", USERS));
    var before = story.repository.head(StoryRepository.MAIN);
    story
        .onPush(before, 1, step("deploy", "url", production.url(), "approval", "none"))
        .assertSucceeded();
    production.run("INSERT INTO users (id, name) VALUES (1, 'Ada')");
  }

  @Test
  @Order(2)
  void whatWasReviewedWithoutADatabaseIsDeployedToOne() throws IOException {
    story.log.chapter("A pull request, reviewed without a database, is merged");
    story.repository.commit(
        "email",
        Change.of(SCHEMA, USERS_WITH_EMAIL),
        Change.of(EMAIL, "ALTER TABLE users ADD COLUMN email text;\n"));
    story.repository.open(7, "email", "octocat");
    var reviewed = review(7).assertSucceeded();
    assertThat(comment(7)).contains("· ready to merge", reviewed.output("plan-hash"));
    var deployed = merge(7).assertSucceeded();
    assertThat(deployed.output("plan-hash")).isEqualTo(reviewed.output("plan-hash"));
    assertThat(comment(7)).contains("· deployed");
    assertThat(production.rows("SELECT email FROM users")).containsExactly("null");
  }

  @Test
  @Order(3)
  void aMigrationFailsOnRowsThatNoReviewKnew() throws IOException {
    story.log.chapter("A migration fails on the rows");
    story.repository.commit(
        "orders",
        Change.of(SCHEMA, USERS_WITH_EMAIL + ORDERS),
        Change.of(THIRD, ORDERS + "INSERT INTO users (id, name) VALUES (1, 'admin');\n"));
    story.repository.open(8, "orders", "octocat");
    review(8).assertSucceeded();
    assertThat(merge(8).exit()).isEqualTo(1);
    assertThat(comment(8)).contains("· deploy failed", "TG-2103", "probe-url");
    assertThat(comment(8)).doesNotContain("mvn tidegate:deploy");
    assertThat(production.rows("SELECT name FROM users")).containsExactly("Ada");
  }

  @Test
  @Order(4)
  void theReviewOfTheCorrectionSaysWhatItNeeds() throws IOException {
    story.log.chapter("The next pull request corrects it; its review has no database");
    story.repository.commit(
        "correct",
        Change.of(THIRD, ORDERS + "INSERT INTO users (id, name) VALUES (2, 'admin');\n"));
    story.repository.open(9, "correct", "octocat");
    assertThat(review(9).exit()).isEqualTo(1);
    assertThat(comment(9)).contains("TG-2101", "base branch count as deployed", "probe-url");
  }

  @Test
  @Order(5)
  void withADatabaseToReadItIsReviewedAndDeployed() throws IOException {
    story.log.chapter("The same with a database to read");
    review(9, "probe-url", production.readUrl()).assertSucceeded();
    assertThat(comment(9)).contains("· ready to merge", "V3__orders.sql");
    merge(9).assertSucceeded();
    assertThat(comment(9)).contains("· deployed");
    assertThat(production.rows("SELECT name FROM users ORDER BY id"))
        .containsExactly("Ada", "admin");
  }
}
