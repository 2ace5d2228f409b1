package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.tidegate.action.github.FakeRepository;
import dev.tidegate.action.github.Fault;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewCommandTest extends PullRequestLab {

  private String reason() {
    return Optional.ofNullable(review()).map(Problem::reason).orElse("");
  }

  @Test
  void saysNothingWhereNothingChanges() throws IOException {
    assertThat(review()).isNull();
    assertThat(repository.bodies(7)).isEmpty();
    assertThat(step.summary()).contains("no change");
    assertThat(output(OutputName.CHANGES)).isEqualTo("false");
    step.input("comment", "always");
    assertThat(review()).isNull();
    assertThat(comment()).contains("no change");
  }

  @Test
  void showsASafeChangeAndPasses() throws IOException {
    finds("diff-equal", "deploy-safe-with-drift");
    assertThat(review()).isNull();
    assertThat(comment())
        .contains("### Tidegate: production · `services/shop` · ready to merge")
        .contains("-- 1 · V3__total.sql\nALTER TABLE orders ADD COLUMN total numeric(12,2);")
        .contains("[+] index extra")
        .contains("https://github.test/o/r/actions/runs/8123")
        .contains("commit " + HEAD);
    assertThat(output(OutputName.STATEMENTS)).isEqualTo("1");
    assertThat(output(OutputName.PLAN_HASH)).matches("[0-9a-f]{64}");
    assertThat(output(OutputName.COMMENT_URL)).startsWith("https://github.test/o/r/pull/7");
    assertThat(output(OutputName.REPORT)).isEqualTo("services/shop/target/tidegate");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:app.db, deploy-safe-with-drift, true",
    "jdbc:sqlite:app.db, deploy-destructive, false",
    "jdbc:sqlite:app.db, deploy-nothing, ''",
    "jdbc:sqlite:app.db, deploy-broken, ''",
    "'', deploy-destructive, ''"
  })
  void saysNothingOfDriftWhereNobodyCompared(String url, String deploy, String drift)
      throws IOException {
    finds("diff-equal", deploy);
    step.input("url", url);
    review();
    assertThat(output(OutputName.DRIFT)).isEqualTo(drift);
  }

  @Test
  void printsTheWholeSqlWhereACommentHasNoRoomForIt() throws IOException {
    var much = "/* " + "x".repeat(400_000) + " */";
    finds("diff-equal", "deploy-safe-with-drift");
    step.reports("deploy", "deploy-safe-with-drift", "numeric(12,2)", "numeric(12,2) " + much);
    review();
    assertThat(comment()).contains("**Left out**").doesNotContain(much);
    assertThat(step.log()).contains("::group::SQL that would run", much);
  }

  @Test
  void refusesWhatDestroysDataAndSaysHowToApproveIt() throws IOException {
    finds("diff-equal", "deploy-destructive");
    assertThat(reason()).isEqualTo("hazard-not-allowed");
    assertThat(comment())
        .contains("needs approval", "**1 not approved**", "1 value in `customer.legacy`")
        .contains("`tidegate:allow drop-column:customer.legacy`");
    assertThat(annotations())
        .containsExactly(
            "::error file=services/shop/db/V2__email.sql,line=4,title=drop-column"
                + " customer.legacy::column customer.legacy is dropped with its values%0ADeploy"
                + " code that neither reads nor writes the column first; drop it in a later"
                + " migration.");
    assertThat(output(OutputName.DESTRUCTIVE)).isEqualTo("1");
  }

  @Test
  void showsTheSqlOfAMissingMigrationAndTheCommandThatWritesIt() throws IOException {
    finds("diff-missing", "deploy-nothing");
    var problem = requireNonNull(review());
    assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_WITHOUT_MIGRATION.id());
    assertThat(comment())
        .contains("schema changed, no migration")
        .contains("ALTER TABLE orders ADD COLUMN total numeric(12,2);")
        .contains(
            "cd services/shop && mvn dev.tidegate:tidegate-maven-plugin:diff"
                + " -Dtidegate.name=changes");
    assertThat(output(OutputName.CHANGES)).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({
    "diff-missing, deploy-nothing, hazards, ''",
    "diff-equal, deploy-destructive, diff, ''",
    "diff-equal, deploy-destructive, none, ''",
    "diff-equal, deploy-safe-with-drift, 'hazards,drift', drift-not-wanted",
    "diff-broken, deploy-broken, none, migration-failed",
  })
  void failsOnWhatIsAskedFor(String diff, String deploy, String failOn, String reason)
      throws IOException {
    finds(diff, deploy);
    step.input("fail-on", failOn);
    assertThat(reason()).isEqualTo(reason);
  }

  @Test
  void failsOnTypesOfHazardsThatDestroyNothingUntilTheyAreApproved() throws IOException {
    step.reports(
        "deploy",
        "deploy-approved",
        "\"drop-column\"",
        "\"table-rewrite\"",
        "\"destroysData\": true",
        "\"destroysData\": false",
        "\"approved\": true",
        "\"approved\": false");
    assertThat(review()).isNull();
    step.input("fail-on", "hazards,table-rewrite");
    assertThat(reason()).isEqualTo("hazard-not-wanted");
    repository.label(7, "tidegate:allow table-rewrite:customer.legacy");
    assertThat(review()).isNull();
  }

  @Test
  void saysWhatIsBrokenAndWhere() throws IOException {
    write(FOLDER + "V4__broken.sql", "ALTER TABLE order");
    finds("diff-broken", "deploy-broken");
    assertThat(reason()).isEqualTo("migration-failed");
    assertThat(comment()).contains("review failed", "TG-2103 migration V4__broken.sql failed");
    assertThat(annotations())
        .singleElement()
        .asString()
        .startsWith("::error file=services/shop/db/V4__broken.sql,line=1,title=TG-2103 migration");
  }

  @Test
  void stillAnalysesWhatIsPendingWhereTheDeclaredSchemaIsBroken() throws IOException {
    finds("diff-broken", "deploy-safe-with-drift");
    step.input("url", "jdbc:sqlite:app.db");
    assertThat(reason()).isEqualTo("migration-failed");
    assertThat(comment()).contains("ALTER TABLE orders ADD COLUMN total");
    assertThat(step.requests)
        .extracting(it -> it.goals())
        .containsExactly(List.of("diff", "deploy"), List.of("deploy"));
  }

  @Test
  void reviewsMigrationsAloneWhereNobodyNamesASchema() throws IOException {
    finds("diff-no-schema-default", "deploy-safe-with-drift");
    assertThat(review()).isNull();
    assertThat(comment()).contains("no declared schema was found");
  }

  @Test
  void failsWhereASchemaThatTheInputNamesIsMissing() throws IOException {
    finds("diff-no-schema-default", "deploy-safe-with-drift");
    step.input("schema", "src/main/db/schema.sql");
    assertThat(reason()).isEqualTo("file-missing");
  }

  @Test
  void failsWhereASchemaThatThePomNamesIsMissing() throws IOException {
    finds("diff-no-schema-named", "deploy-safe-with-drift");
    assertThat(reason()).isEqualTo("file-missing");
    assertThat(comment()).contains("no file or folder");
  }

  @Test
  void tellsTheDeployWhatTheBaseBranchHolds() {
    assertThat(review()).isNull();
    assertThat(step.requests).hasSize(2);
    var deploy = step.requests.get(1);
    assertThat(deploy.parameters())
        .containsEntry("dryRun", "true")
        .containsEntry("rollback", "true");
    assertThat(step.base).containsExactly("V1__customer.sql");
    assertThat(Path.of(requireNonNull(deploy.parameters().get("base")))).doesNotExist();
  }

  @Test
  void readsADatabaseThatOnlyItIsGiven() {
    step.input("url", "jdbc:postgresql://main/app")
        .input("password", "of-main")
        .input("direct-url", "jdbc:postgresql://direct/app")
        .input("probe-url", "jdbc:postgresql://replica/app");
    assertThat(review()).isNull();
    assertThat(step.requests)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.secrets()).isEqualTo(Map.of("url", "jdbc:postgresql://replica/app"));
              assertThat(it.parameters()).doesNotContainKey("base");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "pull_request, opened", "pull_request, synchronize", "pull_request, reopened",
    "pull_request, ready_for_review", "pull_request, labeled", "pull_request, unlabeled",
    "pull_request_review, submitted",
  })
  void answersToAllThatHappensToAPullRequest(String name, String action) throws IOException {
    event(name, action, it -> {});
    finds("diff-equal", "deploy-safe-with-drift");
    assertThat(review()).isNull();
    assertThat(comment()).contains("ready to merge");
  }

  @Test
  void reviewsADraftToo() throws IOException {
    event(
        "pull_request",
        "opened",
        it -> it.getAsJsonObject("pull_request").addProperty("draft", true));
    finds("diff-equal", "deploy-safe-with-drift");
    assertThat(review()).isNull();
    assertThat(comment()).contains("ready to merge");
  }

  @Test
  void leavesAClosedPullRequestAlone() throws IOException {
    event("pull_request", "closed", it -> {});
    assertThat(review()).isNull();
    assertThat(step.requests).isEmpty();
  }

  @Test
  void checksAMergeGroupAndCommentsNothing() throws IOException {
    event("merge_group", "checks_requested", ReviewCommandTest::group);
    repository.pull(104, pull -> {});
    repository.label(104, "tidegate:allow drop-column:public.users.legacy");
    repository.comparisons.put(
        BASE + "..." + HEAD, List.of(FakeRepository.changed(FOLDER + "V2__email.sql", "added")));
    finds("diff-equal", "deploy-destructive");
    assertThat(reason()).isEqualTo("hazard-not-allowed");
    assertThat(step.requests.get(1).parameters())
        .containsEntry("allow", "drop-column:public.users.legacy");
    assertThat(fake.called("POST", ".*")).isZero();
  }

  private static void group(JsonObject event) {
    var group = event.getAsJsonObject("merge_group");
    group.addProperty("base_sha", BASE);
    group.addProperty("head_sha", HEAD);
  }

  @Test
  void countsAllAsPendingWhereNoBaseIsKnown() throws IOException {
    event("workflow_dispatch", "", it -> {});
    finds("diff-equal", "deploy-safe-with-drift");
    assertThat(review()).isNull();
    assertThat(step.requests.get(1).parameters()).containsKey("base");
    assertThat(step.base).isEmpty();
    assertThat(step.summary()).contains("all migrations count as pending");
    assertThat(fake.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pull_request_target", "issues", "workflow_run"})
  void refusesEventsThatItDoesNotAnswerTo(String name) {
    step.event = Optional.of(new dev.tidegate.action.runner.Event.Other(name));
    assertThat(reason()).isEqualTo("event-not-handled");
    assertThat(step.requests).isEmpty();
  }

  @Test
  void tellsNothingApartWhereGitHubNamesNoMoreFiles() {
    for (int i = 0; i < 3_000; i++) {
      repository.file(7, "other/" + i);
    }
    assertThat(reason()).isEqualTo("base-not-known");
    assertThat(comment()).contains("TG-5203", "probe-url");
  }

  @Test
  void runsOfForksTouchNoDatabaseAndCommentNothing() throws IOException {
    event("pull_request", "opened", PullRequestLab::ofFork);
    step.input("url", "jdbc:postgresql://main/app");
    finds("diff-equal", "deploy-safe-with-drift");
    assertThat(review()).isNull();
    assertThat(fake.called("(POST|PATCH)", ".*")).isZero();
    assertThat(step.requests)
        .allSatisfy(it -> assertThat(it.secrets()).isEmpty())
        .allSatisfy(it -> assertThat(it.parameters()).containsEntry("scratchTrust", "restricted"));
    assertThat(step.summary()).contains("ready to merge", "run without secrets");
    assertThat(checkout.resolve("services/shop/target/tidegate/review.json")).exists();
    step.input("on-fork", "skip");
    step.requests.clear();
    assertThat(review()).isNull();
    assertThat(step.requests).isEmpty();
  }

  @Test
  void leavesAReviewThatALinkInTheCheckoutCannotLeadAway() throws IOException {
    var victim = write("victim", "untouched");
    var reports = Files.createDirectories(checkout.resolve("services/shop/target/tidegate"));
    Files.createSymbolicLink(reports.resolve("review.json"), victim);
    assertThat(review()).isNull();
    assertThat(victim).hasContent("untouched");
    assertThat(Files.readString(reports.resolve("review.json"))).contains("\"pullRequest\": 7");
  }

  @Test
  void masksSecretsInAllThatItShows() throws IOException {
    step.secrets.add("hunter2hunter2");
    step.reports("deploy", "deploy-safe-with-drift", "index extra", "index hunter2hunter2");
    assertThat(review()).isNull();
    var file = Files.readString(checkout.resolve("services/shop/target/tidegate/review.json"));
    assertThat(comment() + step.summary() + step.log() + file)
        .contains("index ***")
        .doesNotContain("hunter2");
  }

  @Test
  void namesFileAndObjectsOfTheMissingMigrationInTheLog() throws IOException {
    finds("diff-missing", "deploy-nothing");
    review();
    assertThat(annotations())
        .singleElement()
        .asString()
        .startsWith("::error title=orders.total has changed%2C and no migration does so::ALTER");
  }

  @Test
  void passesWhenGitHubRefusesTheCommentUnlessAsked() throws IOException {
    finds("diff-equal", "deploy-safe-with-drift");
    fake.goesWrong(
        Fault.status(403, "POST", COMMENTS, "Resource not accessible by integration").times(2));
    assertThat(review()).isNull();
    assertThat(step.log()).contains("::warning title=Tidegate could not comment::TG-5104");
    assertThat(step.summary()).contains("ready to merge");
    step.input("on-comment-failure", "fail");
    assertThat(reason()).isEqualTo("github-refused");
  }

  @ParameterizedTest
  @CsvSource({"404, github-refused", "500, github-not-reached", "502, github-not-reached"})
  void saysWhatGitHubAnswered(int status, String reason) throws IOException {
    finds("diff-equal", "deploy-safe-with-drift");
    step.input("on-comment-failure", "fail");
    fake.goesWrong(Fault.status(status, "POST", COMMENTS, "no").always());
    assertThat(reason()).isEqualTo(reason);
  }

  @Test
  void waitsForASecondaryLimit() throws IOException {
    finds("diff-equal", "deploy-safe-with-drift");
    fake.goesWrong(Fault.status(403, "POST", COMMENTS, "You have exceeded a secondary rate limit"));
    assertThat(review()).isNull();
    assertThat(comment()).contains("ready to merge");
  }
}
