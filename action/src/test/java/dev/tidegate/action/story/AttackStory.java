package dev.tidegate.action.story;

import static dev.tidegate.action.story.StoryRepository.MAIN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tidegate.action.process.FinishedAction;
import dev.tidegate.action.story.StoryRepository.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * What somebody could try so that something else runs than what was read. Each attack is refused
 * with the database as it was, or does no harm.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttackStory {
  static final String MIGRATIONS = "db/migrations/";
  static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, name text);\n";

  /** What a runner, a terminal, Markdown or HTML would do something with. */
  static final String HOSTILE =
      """
      ::set-env name=PWNED::1
      ::error::owned
      ##[error]owned
      ::stop-commands::x
      ```
      @everyone <img src=x onerror=alert(1)> </details> ![x](https://evil.test/x)
      """
          // coloured, and read from right to left
          + (char) 0x1b
          + "[31mred "
          + (char) 0x202e
          + "gnp";

  private final Path target =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");

  private StoryServers servers;
  Path folder;
  Story story;
  StoryDatabase production;

  abstract StoryDatabase database(StoryServers from, Path folder) throws Exception;

  @BeforeAll
  void servers() {
    var home = Path.of(System.getProperty("tidegate.home", target.resolve("home").toString()));
    servers = new StoryServers(home.toAbsolutePath(), target.resolve("scratch-cache"));
  }

  @BeforeEach
  void aDatabaseWithUsers(TestInfo test) throws Exception {
    folder = Files.createTempDirectory("attack-");
    production = database(servers, folder);
    var name = test.getTestMethod().orElseThrow().getName();
    var file = getClass().getSimpleName() + "-" + name + ".md";
    story =
        new Story(
            folder.resolve("checkout"), new StoryLog(target.resolve("story").resolve(file), name));
    var before = story.repository.head(MAIN);
    story.repository.commit(MAIN, Change.of(MIGRATIONS + "V1__users.sql", USERS));
    story.onPush(before, 1, step("deploy", "approval", "none")).assertSucceeded();
    production.run("INSERT INTO users (id, name) VALUES (1, 'Ada')");
  }

  @AfterEach
  void everyExchangeWithGitHubWasAsDescribed() {
    story.close();
  }

  @AfterAll
  void stop() throws Exception {
    servers.close();
  }

  Map<String, String> step(String command, String... more) {
    var all =
        Story.inputs(
            "command", command, "migrations", "db/migrations", "environment", "production");
    all.put("url", production.url());
    all.putAll(Story.inputs(more));
    return new LinkedHashMap<>(all);
  }

  /** Somebody opens a pull request with a migration, and it is reviewed. */
  void proposed(long pull, String file, String sql) throws IOException {
    story.repository.commit("branch" + pull, Change.of(MIGRATIONS + file, sql));
    story.repository.open(pull, "branch" + pull, "octocat");
    story.onPullRequest("opened", pull, step("review")).assertSucceeded();
  }

  FinishedAction merged(long pull, String... more) throws IOException {
    var before = story.repository.head(MAIN);
    story.repository.merge(pull);
    return story.onPush(before, pull, step("deploy", more));
  }

  FinishedAction again(long pull, String... more) throws IOException {
    return story.onPush(story.repository.head(MAIN), pull, step("deploy", more));
  }

  JsonObject posted(long pull) {
    return requireNonNull(story.gitHub.repository.comments.get(pull)).get(0);
  }

  String comment(long pull) {
    return posted(pull).get("body").getAsString();
  }

  /** Somebody with the right to write edits it. */
  void edit(long pull, String from, String to) {
    assertThat(comment(pull)).contains(from);
    posted(pull).addProperty("body", comment(pull).replace(from, to));
  }

  abstract List<String> tables();

  /** Nothing ran, the database says so, and the message says what to do. */
  void assertRefused(FinishedAction run, String reason) {
    run.assertFailed(reason);
    assertThat(run.log()).contains("State:  nothing was changed", "Hint:");
    assertThat(tables()).doesNotContain("orders");
    assertThat(production.rows("SELECT id, name FROM users")).containsExactly("1|Ada");
  }

  /** Only commands of our own, whatever the SQL says. */
  void assertNothingCommands(FinishedAction run) {
    assertThat(run.read().commands)
        .allMatch(
            it -> Set.of("group", "endgroup", "error", "warning", "notice").contains(it.name()))
        .noneMatch(it -> it.data().equals("owned"));
    for (var text : List.of(run.log(), run.summary(), comment(7))) {
      assertThat(text).doesNotContain("\u001b", "\u202e");
    }
    assertThat(run.outputs()).doesNotContainKey("PWNED");
  }

  @Test
  void anEditedComment() throws IOException {
    proposed(7, "V2__orders.sql", "CREATE TABLE orders (id integer);");
    edit(7, "CREATE TABLE orders (id integer);", "CREATE TABLE notes (id integer);");
    var run = merged(7);
    assertRefused(run, "comment-changed");
    assertThat(run.log())
        .contains("- CREATE TABLE notes (id integer);", "+ CREATE TABLE orders (id integer);");
    assertThat(comment(7)).contains("deploy refused", "TG-5303");
    assertRefused(again(7), "comment-changed");
  }

  @Test
  void aForgedComment() throws IOException {
    proposed(7, "V2__orders.sql", "CREATE TABLE orders (id integer);");
    posted(7).getAsJsonObject("user").addProperty("login", "mallory");
    var run = merged(7);
    assertRefused(run, "comment-changed");
    assertThat(run.log()).contains("by mallory");
  }

  @Test
  void aCommitAfterTheReview() throws IOException {
    proposed(7, "V2__notes.sql", "CREATE TABLE notes (id integer);");
    story.repository.commit(
        "branch7",
        Change.of(
            MIGRATIONS + "V2__notes.sql",
            "CREATE TABLE notes (id integer);\nCREATE TABLE orders (id integer);\n"));
    var run = merged(7);
    assertRefused(run, "plan-not-as-reviewed");
    assertThat(run.log()).contains("V2__notes.sql", "+ CREATE TABLE orders (id integer);");
    assertThat(tables()).doesNotContain("notes");
    assertRefused(again(7), "plan-not-as-reviewed");
  }

  @Test
  void driftInBetween() throws IOException {
    proposed(7, "V2__orders.sql", "CREATE TABLE orders (id integer);");
    production.run("CREATE TABLE hotfix (id integer)");
    var run = merged(7);
    assertRefused(run, "plan-not-as-reviewed");
    assertThat(run.log()).contains("not what its migrations build").contains("hotfix");
    production.run("DROP TABLE hotfix");
    again(7).assertSucceeded();
    assertThat(tables()).contains("orders");
  }

  @Test
  void twoMergesOfWhichTheOtherOneWentFirst() throws IOException {
    proposed(7, "V2__notes.sql", "CREATE TABLE notes (id integer);");
    proposed(8, "V3__orders.sql", "CREATE TABLE orders (id integer);");
    merged(7).assertSucceeded();
    var run = merged(8);
    assertRefused(run, "plan-not-as-reviewed");
    assertThat(run.log()).contains("V2__notes.sql was applied at");

    again(8, "approval", "none", "plan-hash", "0".repeat(64)).assertFailed("plan-not-as-promoted");
    assertThat(tables()).doesNotContain("orders");
    var hash = run.log().replaceAll("(?s).*plan-hash: ([0-9a-f]{64}).*", "$1");
    again(8, "approval", "none", "plan-hash", hash).assertSucceeded();
    assertThat(tables()).contains("orders", "notes");
  }

  @Test
  void twoMergesInTheOtherOrder() throws IOException {
    proposed(7, "V3__notes.sql", "CREATE TABLE notes (id integer);");
    proposed(8, "V2__orders.sql", "CREATE TABLE orders (id integer);");
    merged(7).assertSucceeded();
    var run = merged(8);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.log()).contains("V2__orders.sql", "nothing was changed");
    assertThat(tables()).contains("notes").doesNotContain("orders");
    assertThat(comment(8)).contains("deploy refused");
  }

  @Test
  void hostileWordsInSqlThatRuns() throws IOException {
    proposed(
        7,
        "V2__orders.sql",
        "/*\n" + HOSTILE + "\n*/\nCREATE TABLE orders (id integer, \"::error::owned\" text);\n");
    assertNothingCommands(merged(7).assertSucceeded());
    assertThat(tables()).contains("orders");
    assertThat(comment(7)).contains("deployed");
  }

  @Test
  void aPlanOfTwoMegabytes() throws IOException {
    var rows = "INSERT INTO orders VALUES " + "(1), ".repeat(40_000) + "(2);\n";
    proposed(7, "V2__orders.sql", "CREATE TABLE orders (id integer);\n" + rows.repeat(10));
    assertThat(comment(7).length()).isLessThan(65_536);
    merged(7).assertSucceeded();
    assertThat(comment(7)).contains("deployed", "had no room in the comment");
    assertThat(comment(7).length()).isLessThan(65_536);
    assertThat(production.rows("SELECT count(*) FROM orders")).containsExactly("400010");
  }

  @Test
  void amongTheCommentsOfOthers() throws IOException {
    for (int i = 0; i < 130; i++) {
      story.gitHub.repository.comment(7, "someone", "comment " + i);
    }
    story.gitHub.pageSize = 30;
    proposed(7, "V2__orders.sql", "CREATE TABLE orders (id integer);");
    merged(7).assertSucceeded();
    assertThat(story.gitHub.repository.bodies(7)).hasSize(131);
    assertThat(story.gitHub.repository.bodies(7).get(130)).contains("· deployed");
  }
}
