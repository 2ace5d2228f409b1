package dev.tidegate.action.story;

import static dev.tidegate.action.story.Story.inputs;
import static dev.tidegate.action.story.StoryRepository.MAIN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.process.FinishedAction;
import dev.tidegate.action.story.StoryRepository.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of a database, from its first deploy on. Each test goes on where the last one ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ProductionStory {
  private static final String USERS =
      """
      CREATE TABLE users (
        id integer PRIMARY KEY,
        name varchar(100) NOT NULL,
        legacy text
      );
      """;

  private static final String USERS_WITH_EMAIL =
      """
      CREATE TABLE users (
        id integer PRIMARY KEY,
        name varchar(100) NOT NULL,
        legacy text,
        email text
      );
      """;

  private static final String USERS_WITHOUT_LEGACY =
      """
      CREATE TABLE users (
        id integer PRIMARY KEY,
        name varchar(100) NOT NULL,
        email text
      );
      """;

  private static final String ORDERS =
      """

      CREATE TABLE orders (
        id integer PRIMARY KEY,
        user_id integer NOT NULL REFERENCES users (id)
      );
      """;

  private static final String NOTES =
      """

      CREATE TABLE notes (
        id integer PRIMARY KEY,
        body text
      );
      """;

  private static final String SCHEMA = "db/schema.sql";
  private static final String EMAIL = "db/migrations/V2__email.sql";

  private final Path target =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");

  private StoryServers servers;
  private Story story;
  private StoryDatabase production;
  private StoryDatabase staging;

  abstract String dialect();

  abstract StoryDatabase database(StoryServers from, Path folder, String name) throws Exception;

  @BeforeAll
  void aRepositoryAndItsDatabases() throws Exception {
    var home = Path.of(System.getProperty("tidegate.home", target.resolve("home").toString()));
    var folder = Files.createTempDirectory("story-");
    servers = new StoryServers(home.toAbsolutePath(), target.resolve("scratch-cache"));
    production = database(servers, folder, "production");
    staging = database(servers, folder, "staging");
    story =
        new Story(
            folder.resolve("checkout"),
            new StoryLog(
                target.resolve("story").resolve(dialect() + ".md"),
                "From the pull request to production, " + dialect()));
  }

  @AfterAll
  void everyExchangeWithGitHubWasAsDescribed() {
    servers.close();
    story.close();
  }

  private Map<String, String> step(String command, String environment, String... more) {
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
                environment));
    all.putAll(inputs(more));
    return all;
  }

  private FinishedAction review(String action, long pull) throws IOException {
    return story.onPullRequest(action, pull, step("review", "production", "url", production.url()));
  }

  private FinishedAction deploy(String before, long pull, String... more) throws IOException {
    var step = step("deploy", "production", "url", production.url());
    step.putAll(inputs(more));
    return story.onPush(before, pull, step);
  }

  private FinishedAction status() throws IOException {
    return story.onSchedule(step("status", "production", "url", production.url()));
  }

  private String comment(long pull) {
    assertThat(story.gitHub.repository.bodies(pull)).hasSize(1);
    return story.gitHub.repository.bodies(pull).get(0);
  }

  private String issue(long number, String member) {
    return requireNonNull(story.gitHub.repository.issues.get(number)).get(member).getAsString();
  }

  private List<String> users() {
    var query = "SELECT * FROM users ORDER BY id";
    var rows = production.rows(query);
    story.log.rows(query, rows);
    return rows;
  }

  @Test
  @Order(1)
  void theFirstDeployBuildsTheDatabase() throws IOException {
    story.log.chapter("The first deploy");
    var before = story.repository.head(MAIN);
    story.repository.commit(
        MAIN, Change.of(SCHEMA, USERS), Change.of("db/migrations/V1__users.sql", USERS));
    deploy(before, 1, "approval", "none").assertSucceeded();
    production.run(
        "INSERT INTO users (id, name, legacy) VALUES (1, 'Ada', 'x')",
        "INSERT INTO users (id, name, legacy) VALUES (2, 'Grace', NULL)");
    assertThat(users()).containsExactly("1|Ada|x", "2|Grace|null");
  }

  @Test
  @Order(2)
  void aPullRequestIsOpenedAndGetsItsComment() throws IOException {
    story.log.chapter("A pull request adds a column");
    story.repository.commit(
        "email",
        Change.of(SCHEMA, USERS_WITH_EMAIL),
        Change.of(EMAIL, "ALTER TABLE users ADD COLUMN email text;\n"));
    story.repository.open(7, "email", "octocat");
    var run = review("opened", 7).assertSucceeded();
    assertThat(run.output("changes")).isEqualTo("true");
    assertThat(run.output("destructive")).isEqualTo("0");
    assertThat(comment(7))
        .contains("### Tidegate: production · ready to merge", "ADD COLUMN email text");
    assertThat(comment(7)).contains(run.output("plan-hash"));
  }

  @Test
  @Order(3)
  void aSecondCommitUpdatesTheSameComment() throws IOException {
    story.log.chapter("A second commit drops another column");
    var first = comment(7);
    story.repository.commit(
        "email",
        Change.of(SCHEMA, USERS_WITHOUT_LEGACY),
        Change.of(
            EMAIL,
            "ALTER TABLE users ADD COLUMN email text;\nALTER TABLE users DROP COLUMN legacy;\n"));
    var run = review("synchronize", 7);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.output("destructive")).isEqualTo("1");
    assertThat(run.output("failure-reason")).isNotEmpty();
    assertThat(comment(7))
        .isNotEqualTo(first)
        .contains("needs approval", "`drop-column` **not approved**", "DROP COLUMN legacy");
    assertThat(StoryLog.annotations(run)).anyMatch(it -> it.startsWith("error " + EMAIL + ":2"));
  }

  @Test
  @Order(4)
  void aLabelApprovesWhatDestroysData() throws IOException {
    story.log.chapter("A label approves it");
    story.repository.label(7, "tidegate:allow drop-column:" + name("users.legacy"));
    var run = review("labeled", 7).assertSucceeded();
    assertThat(run.output("destructive")).isEqualTo("1");
    assertThat(comment(7)).contains("ready to merge", "`drop-column` approved");
  }

  /** With the schema where there is one. */
  private String name(String table) {
    return production.isSqlite() ? table : "public." + table;
  }

  @Test
  @Order(5)
  void theMergeDeploysWhatWasReviewed() throws IOException {
    story.log.chapter("The merge");
    var before = story.repository.head(MAIN);
    story.repository.merge(7);
    var run = deploy(before, 7).assertSucceeded();
    assertThat(run.output("applied")).isEqualTo("1");
    assertThat(comment(7))
        .contains("· deployed", "`V2__email.sql`", "| rows before | rows after |")
        .contains("| `" + name("users") + "` | 2 | 2 |");
    assertThat(users()).containsExactly("1|Ada|null", "2|Grace|null");
  }

  @Test
  @Order(6)
  void aQuietNightOpensNoIssue() throws IOException {
    story.log.chapter("The next night");
    var run = status().assertSucceeded();
    assertThat(run.output("drift")).isEqualTo("false");
    assertThat(story.gitHub.repository.issues).isEmpty();
  }

  @Test
  @Order(7)
  void somebodyChangesTheDatabaseByHandAndAnIssueIsOpened() throws IOException {
    story.log.chapter("Somebody changes the database by hand");
    var byHand = "ALTER TABLE users ADD COLUMN hotfix text";
    production.run(byHand);
    story.log.sql("At night, in production:", byHand);
    var run = status().assertSucceeded();
    assertThat(run.output("drift")).isEqualTo("true");
    assertThat(issue(100, "state")).isEqualTo("open");
    assertThat(issue(100, "body")).contains("hotfix");
    status().assertSucceeded();
    assertThat(story.gitHub.repository.issues).hasSize(1);
  }

  @Test
  @Order(8)
  void theChangeIsTakenBackAndTheIssueIsClosed() throws IOException {
    story.log.chapter("The change is taken back");
    production.run("ALTER TABLE users DROP COLUMN hotfix");
    story.log.sql("By hand again:", "ALTER TABLE users DROP COLUMN hotfix");
    assertThat(status().assertSucceeded().output("drift")).isEqualTo("false");
    assertThat(issue(100, "state")).isEqualTo("closed");
    assertThat(story.gitHub.repository.bodies(100)).hasSize(1);
  }

  @Test
  @Order(9)
  void aMigrationThatFailsLeavesTheDatabaseAsItWas() throws IOException {
    story.log.chapter("A migration fails on data that no scratch database has");
    story.repository.commit(
        "orders",
        Change.of(SCHEMA, USERS_WITHOUT_LEGACY + ORDERS),
        Change.of(
            "db/migrations/V3__orders.sql",
            ORDERS.strip() + "\nINSERT INTO users (id, name) VALUES (1, 'admin');\n"));
    story.repository.open(8, "orders", "octocat");
    review("opened", 8).assertSucceeded();
    var before = story.repository.head(MAIN);
    story.repository.merge(8);
    var run = deploy(before, 8);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.output("failure-reason")).isNotEmpty();
    assertThat(comment(8)).contains("· deploy failed", "V3__orders.sql", "State:", "Hint:");
    assertThat(users()).containsExactly("1|Ada|null", "2|Grace|null");
  }

  @Test
  @Order(10)
  void theCorrectedMigrationIsDeployed() throws IOException {
    story.log.chapter("The next pull request corrects it");
    story.repository.commit(
        "correct",
        Change.of(
            "db/migrations/V3__orders.sql",
            ORDERS.strip() + "\nINSERT INTO users (id, name) VALUES (3, 'admin');\n"));
    story.repository.open(9, "correct", "octocat");
    review("opened", 9).assertSucceeded();
    var before = story.repository.head(MAIN);
    story.repository.merge(9);
    deploy(before, 9).assertSucceeded();
    assertThat(comment(9)).contains("· deployed").contains("| `" + name("users") + "` | 2 | 3 |");
    assertThat(users()).containsExactly("1|Ada|null", "2|Grace|null", "3|admin|null");
  }

  @Test
  @Order(11)
  void stagingComesFirstAndProductionGetsTheSamePlan() throws IOException {
    story.log.chapter("Two environments, one after the other");
    var head = story.repository.head(MAIN);
    story
        .onPush(head, 9, step("deploy", "staging", "url", staging.url(), "approval", "none"))
        .assertSucceeded();
    story.repository.commit(
        "notes",
        Change.of(SCHEMA, USERS_WITHOUT_LEGACY + ORDERS + NOTES),
        Change.of("db/migrations/V4__notes.sql", NOTES.strip() + "\n"));
    story.repository.open(10, "notes", "octocat");
    story
        .onPullRequest("opened", 10, step("review", "staging", "url", staging.url()))
        .assertSucceeded();
    review("opened", 10).assertSucceeded();
    assertThat(story.gitHub.repository.bodies(10)).hasSize(2);
    var before = story.repository.head(MAIN);
    story.repository.merge(10);
    var first = story.onPush(before, 10, step("deploy", "staging", "url", staging.url()));
    first.assertSucceeded();
    deploy(before, 10, "plan-hash", first.output("plan-hash")).assertSucceeded();
    assertThat(story.gitHub.repository.bodies(10)).allMatch(body -> body.contains("· deployed"));
    assertThat(production.rows("SELECT count(*) FROM notes")).containsExactly("0");
    assertThat(staging.rows("SELECT count(*) FROM notes")).containsExactly("0");
  }

  @Test
  @Order(12)
  void aForksPullRequestGetsItsCommentFromAnotherWorkflow() throws IOException {
    story.log.chapter("A stranger's pull request");
    story.repository.commit(
        "patch-1",
        Change.of(SCHEMA, USERS_WITHOUT_LEGACY + ORDERS),
        Change.of("db/migrations/V5__no_notes.sql", "DROP TABLE notes;\n"));
    story.repository.open(11, "patch-1", "stranger", "stranger/r");
    var run = story.onPullRequest("opened", 11, step("review", "production"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.summary()).contains("needs approval", "drop-table");
    assertThat(story.gitHub.repository.bodies(11)).isEmpty();
    var of = story.lastRun();
    story.gitHub.repository.artifact(of, "tidegate-review", zip(story.checkout(), run));
    story.afterRun(of, 11, inputs("command", "comment")).assertSucceeded();
    assertThat(comment(11)).contains("needs approval", "DROP TABLE notes");
  }

  private static byte[] zip(Path checkout, FinishedAction run) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var folder = checkout.resolve(run.output("report"));
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
        var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (var file : files) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }
}
