package dev.tidegate.action.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.process.ActionProcess;
import dev.tidegate.action.process.RunningAction;
import dev.tidegate.action.story.StoryRepository.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PostgresAttackIT extends AttackStory {
  @Override
  StoryDatabase database(StoryServers from, Path folder) throws Exception {
    return from.postgres();
  }

  @Override
  List<String> tables() {
    return production.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  }

  /** A deploy beside others, in a checkout of its own. */
  private RunningAction start(String checkout, String before) throws IOException {
    var own = folder.resolve(checkout);
    story.repository.checkout(own);
    var process =
        ActionProcess.in(own)
            .gitHub(story.gitHub)
            .event("push", story.repository.pushEvent(before).toString())
            .variable("GITHUB_SHA", story.repository.head(StoryRepository.MAIN));
    step("deploy").forEach(process::input);
    return process.start();
  }

  private static final String CALLBACK = "CREATE TABLE IF NOT EXISTS orders (id integer);";

  /** Only where there are rows, as in no scratch database. */
  private static String sleeping(int seconds) {
    return "DO $x$ BEGIN IF EXISTS (SELECT 1 FROM users) THEN PERFORM pg_sleep("
        + seconds
        + "); END IF; END $x$;\n";
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private boolean isSleeping() {
    return !production
        .rows(
            "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(%'"
                + " AND pid <> pg_backend_pid()")
        .isEmpty();
  }

  @Test
  void twoDeploysAtOnce() throws IOException, InterruptedException {
    proposed(7, "V2__orders.sql", "CREATE TABLE orders (id integer);\n" + sleeping(12));
    var before = story.repository.head(StoryRepository.MAIN);
    story.repository.merge(7);
    var first = start("one", before);
    await(this::isSleeping);
    var second = start("two", before);
    var one = first.await().assertSucceeded();
    var two = second.await().assertSucceeded();
    assertThat(one.output("applied")).isEqualTo("1");
    assertThat(two.output("applied")).isEqualTo("0");
    assertThat(two.output("plan-hash")).isEqualTo(one.output("plan-hash"));
    assertThat(production.rows("SELECT count(*) FROM flyway_schema_history WHERE success"))
        .containsExactly("2");
    assertThat(comment(7)).contains("· deployed");
  }

  @Test
  void aCancelledDeploy() throws IOException, InterruptedException {
    proposed(7, "V2__orders.sql", "CREATE TABLE orders (id integer);\n" + sleeping(60));
    var before = story.repository.head(StoryRepository.MAIN);
    story.repository.merge(7);
    var run = start("one", before);
    await(this::isSleeping);
    assertThat(comment(7)).contains("state=APPLYING");
    run.process().destroy();
    run.await();
    assertThat(tables()).doesNotContain("orders");
    assertThat(comment(7)).contains("· deploy failed", "State:");
  }

  @Test
  void oneThatStoppedOutsideOfATransactionGoesOn() throws IOException {
    proposed(
        7,
        "V2__index.sql",
        """
        CREATE INDEX CONCURRENTLY users_id ON users (id);
        CREATE INDEX CONCURRENTLY users_part ON users ((1 / (id - 1)));
        """);
    var run = merged(7);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(comment(7)).contains("· deploy failed");
    production.run("UPDATE users SET id = 2");
    var hash = again(7).assertSucceeded().output("plan-hash");
    assertThat(comment(7)).contains("· deployed", "plan=" + hash);
    assertThat(production.rows("SELECT indexname FROM pg_indexes WHERE tablename = 'users'"))
        .contains("users_id", "users_part");
  }

  @Test
  void hostileWordsInTheDatabasesError() throws IOException {
    proposed(
        7,
        "V2__orders.sql",
        "CREATE TABLE orders (id integer);\n"
            + "DO $x$ BEGIN IF EXISTS (SELECT 1 FROM users) THEN\n"
            + "RAISE EXCEPTION USING MESSAGE = '"
            + HOSTILE
            + "'; END IF; END $x$;\n");
    var run = merged(7);
    assertThat(run.exit()).isEqualTo(1);
    assertNothingCommands(run);
    assertThat(tables()).doesNotContain("orders");
    assertThat(comment(7)).contains("· deploy failed", "evil.test");
  }

  @Test
  void thePasswordInTheDatabasesError() throws IOException {
    var password = production.password().orElseThrow().replace("'", "''");
    proposed(
        7,
        "V2__orders.sql",
        "CREATE TABLE orders (id integer);\n"
            + "DO $x$ BEGIN IF EXISTS (SELECT 1 FROM users) THEN\n"
            + "RAISE EXCEPTION USING MESSAGE = concat('login with ', current_user, ' ', '"
            + password
            + "'); END IF; END $x$;\n");
    // that it is seen nowhere is asserted of every run
    var run = merged(7);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.log()).contains("login with");
    assertThat(tables()).doesNotContain("orders");
  }

  @Test
  void aDatabaseThatIsNotThere() throws IOException {
    proposed(7, "V2__orders.sql", "CREATE TABLE orders (id integer);");
    var run = merged(7, "url", production.url().replaceFirst(":\\d+/", ":1/"));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(comment(7)).contains("· deploy refused");
    again(7).assertSucceeded();
  }

  @Test
  void aCallbackThatCameAfterTheReview() throws IOException {
    proposed(7, "V2__notes.sql", "CREATE TABLE notes (id integer);");
    story.repository.commit("branch7", Change.of(MIGRATIONS + "afterMigrate.sql", CALLBACK));
    var run = merged(7);
    assertRefused(run, "plan-not-as-reviewed");
    assertThat(run.log()).contains("afterMigrate.sql", "+ " + CALLBACK);
  }
}
