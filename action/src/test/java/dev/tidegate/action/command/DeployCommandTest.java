package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.comment.PostedComment;
import dev.tidegate.action.comment.Verdict;
import dev.tidegate.action.github.Fault;
import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.runner.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeployCommandTest extends DeployLab {

  @Test
  void deploysWhatTheCommentShows() throws IOException {
    reviewed();
    var hash = planned().planHash();
    deploys();
    assertThat(database.applied).hasSize(3);
    assertThat(database.deploys()).hasSize(1);
    assertThat(database.deploys().get(0).parameters()).containsEntry("planHash", hash);
    assertThat(verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(comment())
        .contains("| `V2__bio.sql` | 2 | 41 ms |", "| `public.users` | 1,204 | 1,204 |")
        .doesNotContain("Not yet deployed");
    assertThat(output(OutputName.PLAN_HASH)).isEqualTo(hash);
    assertThat(output(OutputName.APPLIED)).isEqualTo("2");
    assertThat(output(OutputName.STATEMENTS)).isEqualTo("3");
    assertThat(output(OutputName.CHANGES)).isEqualTo("true");
    assertThat(output(OutputName.COMMENT_URL)).startsWith("https://github.test/o/r/pull/7");
    assertThat(summary()).contains("deployed").contains("V3__orders.sql");
  }

  @Test
  void theCommentSaysThatItRunsWhileItRuns() {
    reviewed();
    var seen = new ArrayList<Verdict>();
    database.meanwhile = () -> seen.add(verdict());
    deploys();
    assertThat(seen).containsExactly(Verdict.APPLYING);
  }

  @Test
  void oneThatWasDeployedIsDeployedAgainWithoutEffect() {
    reviewed();
    deploys();
    var hash = output(OutputName.PLAN_HASH);
    var comment = comment();
    deploys();
    assertThat(comment()).isEqualTo(comment);
    assertThat(output(OutputName.PLAN_HASH)).isEqualTo(hash);
    assertThat(output(OutputName.APPLIED)).isEqualTo("0");
    assertThat(output(OutputName.CHANGES)).isEqualTo("false");
  }

  @Test
  void oneThatStoppedHalfwayGoesOnWithTheRest() {
    reviewed();
    var hash = planned().planHash();
    database.fails = "V3__orders.sql";
    var problem = deploy().orElseThrow();
    assertThat(problem.reason()).isEqualTo("migration-failed");
    assertThat(verdict()).isEqualTo(Verdict.DEPLOY_FAILED);
    assertThat(comment())
        .contains("TG-2103 V3__orders.sql failed", "| `V2__bio.sql` | 2 | 41 ms |");
    assertThat(output(OutputName.APPLIED)).isEqualTo("1");
    assertThat(output(OutputName.PLAN_HASH)).isEmpty();

    deploys();
    assertThat(verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(output(OutputName.PLAN_HASH)).isEqualTo(hash);
    assertThat(comment()).contains("ALTER TABLE users ADD bio text");
  }

  @Test
  void whatIsLeftIsComparedToo() {
    reviewed();
    database.fails = "V3__orders.sql";
    deploy();
    database.folder.put("V3__orders.sql", List.of("DROP TABLE users"));
    var problem = deploy().orElseThrow();
    assertThat(problem.code()).isEqualTo("TG-5304");
    assertThat(database.applied).hasSize(2);
    assertThat(problem.detail()).contains("  + DROP TABLE users;");
  }

  @Test
  void aDirectPushIsRefused() throws IOException {
    repository.pullsOfCommit.clear();
    assertThat(refuses("TG-5301").summary()).contains(MERGED);
    input("on-direct-push", "deploy");
    deploys();
    assertThat(database.applied).hasSize(3);
    assertThat(summary()).contains("GitHub named no pull request for this commit");
  }

  @Test
  void aDirectPushWithoutMigrationsIsNoMatter() {
    repository.pullsOfCommit.clear();
    database.applied.addAll(List.of("V2__bio.sql", "V3__orders.sql"));
    deploys();
  }

  @Test
  void aPullRequestWithoutMigrationsNeedsNoComment() throws IOException {
    database.applied.addAll(List.of("V2__bio.sql", "V3__orders.sql"));
    deploys();
    assertThat(repository.bodies(7)).isEmpty();
    assertThat(summary()).contains("no change");
  }

  @Test
  void withoutACommentItIsRefused() {
    var problem = refuses("TG-5302");
    assertThat(problem.detail()).contains("  V2__bio.sql", "  V3__orders.sql");
    posted("github-actions[bot]", shown("staging"));
    refuses("TG-5302");
  }

  @Test
  void aCommentOfSomebodyElseIsNoPromise() {
    posted("mallory", shown("production"));
    assertThat(String.join("\n", refuses("TG-5303").detail())).contains("mallory");
  }

  @Test
  void theTokenOfAnAppNeedsItsName() {
    posted("my-app[bot]", shown("production"));
    refuses("TG-5303");
    input("comment-author", "my-app[bot]");
    deploys();
    assertThat(verdict()).isEqualTo(Verdict.APPLIED);
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE TABLE orders (id int),SELECT 1",
    "'-- 3 · V3__orders.sql\nCREATE TABLE orders (id int);\n',''",
  })
  void anEditedCommentIsRefusedNowAndLater(String from, String to) {
    reviewed();
    edit(from, to);
    var problem = refuses("TG-5303");
    assertThat(problem.detail()).contains("  + CREATE TABLE orders (id int);");
    assertThat(verdict()).isEqualTo(Verdict.DEPLOY_REFUSED);
    refuses("TG-5303");
  }

  @Test
  void anEditOfSqlAndMarkerIsSeen() {
    reviewed();
    edit("CREATE TABLE orders (id int)", "SELECT 1");
    var hash = PostedComment.parse(comment()).orElseThrow().shownHash().orElseThrow();
    var body = comment().replaceFirst("sql=sha256:[0-9a-f]+", "sql=" + hash);
    requireNonNull(repository.comments.get(7L)).get(0).addProperty("body", body);
    refuses("TG-5303");
    refuses("TG-5303");
  }

  @Test
  void anEditedPlanHashIsRefused() {
    reviewed();
    edit("plan=" + planned().planHash(), "plan=" + "1".repeat(64));
    assertThat(String.join("\n", refuses("TG-5304").detail())).contains("marker was edited");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%24%7Benv.TIDEGATE_URL%7D", "%00", "1"})
  void whatIsNoHashIsHandedToNoGoal(String claim) {
    reviewed();
    edit("plan=" + planned().planHash(), "plan=" + claim);
    refuses("TG-5304");
    database.applied.add("V2__bio.sql");
    refuses("TG-5304");
    assertThat(database.requests)
        .noneMatch(it -> !it.parameters().getOrDefault("planHash", "").isEmpty());
  }

  @Test
  void aCommitAfterTheReviewIsShownStatementByStatement() {
    reviewed();
    database.folder.put(
        "V2__bio.sql",
        List.of("ALTER TABLE users ADD bio text NOT NULL", "CREATE INDEX bio ON users (bio)"));
    database.folder.put("V4__gone.sql", List.of("DROP TABLE\n  users"));
    var problem = refuses("TG-5304");
    assertThat(problem.detail())
        .containsSequence(
            "V2__bio.sql",
            "  - ALTER TABLE users ADD bio text;",
            "  + ALTER TABLE users ADD bio text NOT NULL;",
            "V4__gone.sql",
            "  + DROP TABLE",
            "      users;");
    assertThat(problem.hint().orElseThrow()).contains("plan-hash: " + planned().planHash());
    assertThat(verdict()).isEqualTo(Verdict.DEPLOY_REFUSED);
    assertThat(comment()).contains("TG-5304", "+ DROP TABLE");
    assertThat(output(OutputName.PLAN_HASH)).isEmpty();

    // what the comment now says is no promise either
    refuses("TG-5304");
  }

  @Test
  void whoHasReadTheDifferenceDeploysByHand() {
    reviewed();
    database.folder.put("V4__more.sql", List.of("CREATE TABLE more (id int)"));
    refuses("TG-5304");
    event = Optional.of(new Event.WorkflowDispatch("refs/heads/main", "main"));
    input("approval", "none");
    input("plan-hash", planned().planHash());
    deploys();
    assertThat(database.applied).hasSize(4);
    assertThat(verdict()).isEqualTo(Verdict.APPLIED);
  }

  @Test
  void whatWasAppliedSinceIsNamed() {
    reviewed();
    database.folder.put("V1_1__other.sql", List.of("SELECT 1"));
    database.applied.add("V1_1__other.sql");
    database.appliedOn.addAll(List.of("2026-11-01T10:00:00Z", "2026-11-20T10:20:00Z"));
    var text = String.join("\n", refuses("TG-5304").detail());
    assertThat(text)
        .contains("V1_1__other.sql was applied at 2026-11-20 10:20 UTC")
        .contains("since 2026-11-20 09:30 UTC")
        .doesNotContain("V1__users.sql");
  }

  @Test
  void driftIsNamed() {
    reviewed();
    database.drift.add("[+] table public.tmp_export");
    assertThat(refuses("TG-5304").detail())
        .contains("the database is not what its migrations build:")
        .contains("  [+] table public.tmp_export");
  }

  @Test
  void whatTheGoalRefusesIsTheGoalsWord() {
    reviewed();
    database.objection = "plan would delete data";
    var problem = deploy().orElseThrow();
    assertThat(problem.reason()).isEqualTo("data-loss-not-allowed");
    assertThat(database.deploys()).isEmpty();
    assertThat(verdict()).isEqualTo(Verdict.DEPLOY_REFUSED);
    assertThat(comment()).contains("TG-3201 plan would delete data");

    database.folder.put("V4__gone.sql", List.of("DROP TABLE users"));
    assertThat(deploy().map(Problem::code)).hasValue("TG-5304");
  }

  @Test
  void labelsOfThePullRequestApproveHazards() {
    reviewed();
    repository.label(7, "tidegate:allow drop-table:public.users");
    deploys();
    assertThat(database.deploys().get(0).parameters())
        .containsEntry("allow", "drop-table:public.users");
  }

  private void review(String author, String state, String time) {
    review(author, state, time, "MEMBER", HEAD);
  }

  private void review(String author, String state, String time, String what, String commit) {
    repository.review(7, author, state);
    var reviews = requireNonNull(repository.reviews.get(7L));
    var review = reviews.get(reviews.size() - 1);
    review.addProperty("submitted_at", time);
    review.addProperty("author_association", what);
    review.addProperty("commit_id", commit);
  }

  private static final String AFTER = "2026-11-20T09:40:00Z";

  @Test
  void aReviewAfterTheCommentIsEnough() {
    reviewed();
    input("approval", "review");
    assertThat(refuses("TG-5305").detail()).containsExactly("nobody has approved it");
    review("ann", "APPROVED", AFTER);
    review("ann", "COMMENTED", "2026-11-20T09:50:00Z");
    deploys();
  }

  @ParameterizedTest
  @CsvSource({
    "octocat, APPROVED, 2026-11-20T09:40:00Z, OWNER, " + HEAD,
    "github-actions[bot], APPROVED, 2026-11-20T09:40:00Z, MEMBER, " + HEAD,
    "ann, APPROVED, 2026-11-20T09:29:00Z, MEMBER, " + HEAD,
    "ann, APPROVED, 2026-11-20T09:40:00Z, CONTRIBUTOR, " + HEAD,
    "ann, APPROVED, 2026-11-20T09:40:00Z, NONE, " + HEAD,
    "ann, APPROVED, 2026-11-20T09:40:00Z, MEMBER, " + MERGED,
    "ann, CHANGES_REQUESTED, 2026-11-20T09:40:00Z, MEMBER, " + HEAD,
    "ann, DISMISSED, 2026-11-20T09:40:00Z, MEMBER, " + HEAD,
  })
  void notEveryReviewCounts(String who, String state, String time, String what, String commit) {
    reviewed();
    input("approval", "review");
    review(who, state, time, what, commit);
    assertThat(String.join("\n", refuses("TG-5305").detail())).contains(who + ":");
  }

  @Test
  void aReviewThatWasTakenBackCountsNoMore() {
    reviewed();
    input("approval", "review");
    review("ann", "APPROVED", AFTER);
    review("ann", "CHANGES_REQUESTED", "2026-11-20T09:50:00Z");
    refuses("TG-5305");
    review("bob", "APPROVED", AFTER);
    deploys();
  }

  @Test
  void aMarkerThatSaysEarlierThanTheCommentIsNotBelieved() {
    reviewed();
    edit("since=2026%2D11%2D20T09:30:00Z", "since=2020%2D01%2D01T00:00:00Z");
    input("approval", "review");
    review("ann", "APPROVED", "2026-11-20T09:30:30Z");
    refuses("TG-5305");
  }

  @Test
  void aReviewOfACommitThatTheCommentDoesNotShowIsNone() {
    posted("github-actions[bot]", shown("production", MERGED));
    input("approval", "review");
    review("ann", "APPROVED", AFTER);
    refuses("TG-5305");
  }

  @Test
  void whatHadNoRoomCannotBeReviewed() {
    database.folder.put(
        "V4__seed.sql",
        IntStream.range(0, 900)
            .mapToObj(i -> "INSERT INTO t VALUES " + "(1),".repeat(40))
            .toList());
    reviewed();
    input("approval", "review");
    review("ann", "APPROVED", AFTER);
    refuses("TG-5311");
    input("approval", "plan-hash");
    deploys();
    assertThat(comment()).contains("statements had no room in the comment");
  }

  @Test
  void onlyThePlanOfTheFormerEnvironmentIsDeployed() {
    reviewed();
    input("plan-hash", "2".repeat(64));
    refuses("TG-5306");
    input("plan-hash", planned().planHash());
    database.fails = "V3__orders.sql";
    assertThat(deploy()).isPresent();
    deploys();
  }

  @Test
  void eachEnvironmentHasItsComment() {
    posted("github-actions[bot]", shown("staging"));
    reviewed();
    var staging = repository.bodies(7).get(0);
    deploys();
    assertThat(repository.bodies(7).get(0)).isEqualTo(staging);
    assertThat(repository.bodies(7).get(1)).contains("state=APPLIED");
  }

  @Test
  void withoutApprovalNothingIsNeeded() {
    input("approval", "none");
    withToken = false;
    deploys();
    assertThat(database.applied).hasSize(3);
  }

  @Test
  void withoutApprovalACommentStillTellsWhatBecame() {
    reviewed();
    database.folder.put("V4__more.sql", List.of("CREATE TABLE more (id int)"));
    input("approval", "none");
    deploys();
    assertThat(verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(comment())
        .contains("| `V4__more.sql` | 1 | 41 ms |", "not the SQL that this comment shows");
  }

  @Test
  void withoutATokenNoPromiseCanBeRead() {
    withToken = false;
    refuses("TG-5101");
  }

  @Test
  void aGitHubThatIsNotThereStopsADeployThatNeedsIt() {
    fake.goesWrong(Fault.status(403, "GET", "/comments$", "Resource not accessible").always());
    refuses("TG-5104");
    input("approval", "none");
    deploys();
    assertThat(log()).contains("TG-5104");
  }

  @Test
  void aCommentThatCannotBeWrittenHidesNothing() throws IOException {
    reviewed();
    fake.goesWrong(Fault.status(403, "PATCH", ".*", "Resource not accessible").always());
    deploys();
    assertThat(database.applied).hasSize(3);
    assertThat(log()).contains("::warning title=the comment was not updated");
    assertThat(summary()).contains("deployed");
  }

  @Test
  void whereTheCommentMustBeWrittenNothingBeginsWithoutIt() {
    reviewed();
    input("on-comment-failure", "fail");
    fake.goesWrong(Fault.status(403, "PATCH", ".*", "Resource not accessible").always());
    refuses("TG-5104");
  }

  @Test
  void whereTheCommentMustBeWrittenTheStepFailsAfterTheDeploy() {
    reviewed();
    input("on-comment-failure", "fail");
    fake.goesWrong(Fault.status(403, "PATCH", ".*", "Resource not accessible").after(1).always());
    var problem = deploy().orElseThrow();
    assertThat(problem.state()).hasValue("the migrations are applied");
    assertThat(database.applied).hasSize(3);
    assertThat(output(OutputName.APPLIED)).isEqualTo("2");
  }

  @Test
  void aDeployWithoutReportSaysThatNothingIsKnown() {
    reviewed();
    database.withoutReport = true;
    var problem = deploy().orElseThrow();
    assertThat(problem.state().orElseThrow()).startsWith("not known");
    assertThat(verdict()).isEqualTo(Verdict.DEPLOY_FAILED);
    assertThat(comment()).contains("not known");
  }

  @Test
  void aReportThatIsCutOffLeavesNoCommentThatSaysDeploying() throws IOException {
    reviewed();
    database.meanwhile = () -> Json.parseObject("{\"format\": 1, \"plan\": [{\"scr");
    var problem = deploy().orElseThrow();
    assertThat(problem.code()).isEqualTo("TG-5107");
    assertThat(problem.state().orElseThrow()).startsWith("not known");
    assertThat(verdict()).isEqualTo(Verdict.DEPLOY_FAILED);
    assertThat(comment()).contains("not known, as the deploy ended without a report");
    assertThat(summary()).contains("TG-5107");
  }

  @Test
  void noErrorOfTheMachineHidesThatTheDeployBegan() {
    reviewed();
    database.meanwhile =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    var problem = deploy().orElseThrow();
    assertThat(problem.code()).isEqualTo("TG-5901");
    assertThat(String.join("\n", problem.detail())).contains("Java heap space");
    assertThat(problem.state().orElseThrow()).startsWith("not known");
    assertThat(verdict()).isEqualTo(Verdict.DEPLOY_FAILED);
  }

  @Test
  void aSummaryThatCannotBeWrittenHidesNothing() throws IOException {
    reviewed();
    database.meanwhile = this::blockSummary;
    deploys();
    assertThat(verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(output(OutputName.APPLIED)).isEqualTo("2");
    assertThat(log()).contains("the job summary could not be written", "V3__orders.sql");
  }

  @Test
  void whoComesSecondClaimsNothing() {
    reviewed();
    var first = new String[1];
    database.meanwhile =
        () -> {
          database.applied.addAll(List.of("V2__bio.sql", "V3__orders.sql"));
          first[0] = comment().replace("state=APPLYING", "state=APPLIED");
          requireNonNull(repository.comments.get(7L)).get(0).addProperty("body", first[0]);
        };
    deploys();
    assertThat(comment()).isEqualTo(first[0]);
    assertThat(output(OutputName.APPLIED)).isEqualTo("0");
  }

  @Test
  void whoComesSecondTellsSoWhereNobodyElseDid() {
    reviewed();
    database.meanwhile = () -> database.applied.addAll(List.of("V2__bio.sql", "V3__orders.sql"));
    deploys();
    assertThat(verdict()).isEqualTo(Verdict.APPLIED);
    assertThat(comment()).contains("another one had applied it").doesNotContain("41 ms");
  }

  @Test
  void aDryRunChangesNeitherDatabaseNorComment() {
    reviewed();
    input("dry-run", "true");
    var before = comment();
    deploys();
    assertThat(comment()).isEqualTo(before);
    assertThat(database.deploys()).isEmpty();
    assertThat(output(OutputName.PLAN_HASH)).isEqualTo(planned().planHash());
    edit("CREATE TABLE orders", "CREATE TABLE orderz");
    assertThat(deploy().map(Problem::code)).hasValue("TG-5303");
  }

  @Test
  void aDryRunThatIsRefusedChangesNoCommentEither() throws IOException {
    reviewed();
    input("dry-run", "true");
    database.folder.put("V4__more.sql", List.of("CREATE TABLE more (id int)"));
    var before = comment();
    refuses("TG-5304");
    assertThat(comment()).isEqualTo(before);
    assertThat(fake.called("PATCH", ".*")).isZero();
    assertThat(output(OutputName.COMMENT_URL)).isNotEmpty();
    assertThat(summary()).contains("TG-5304");
  }

  @Test
  void manyDatabasesAreNotComparedWithAComment() {
    reviewed();
    database.ofMany = true;
    refuses("TG-5312");
    input("approval", "none");
    deploys();
  }

  private void standing(String commit, String status) {
    repository.comparisons.put(commit, List.of());
    repository.comparisonStatus.put(commit, status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"behind", "identical"})
  void aTagOnTheDefaultBranchIsDeployedToo(String status) {
    reviewed();
    standing("main..." + MERGED, status);
    event = Optional.of(push("refs/tags/v1", MERGED));
    deploys();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ahead", "diverged"})
  void aTagElsewhereIsNot(String status) {
    reviewed();
    standing("main..." + MERGED, status);
    event = Optional.of(push("refs/tags/v1", MERGED));
    assertThat(refuses("TG-5102").summary()).contains("v1");
    assertThat(database.requests).isEmpty();
    input("approval", "none");
    refuses("TG-5102");
  }

  @Test
  void ofATagOnlyPullRequestsToTheDefaultBranchCount() {
    repository.pullsOfCommit.clear();
    repository.pullOfCommit(MERGED, 7, true, "elsewhere");
    reviewed();
    standing("main..." + MERGED, "behind");
    event = Optional.of(push("refs/tags/v1", MERGED));
    refuses("TG-5301");
  }

  @Test
  void anotherBranchIsDeployedOnlyIfAnInputSaysSo() {
    repository.pullOfCommit(MERGED, 8, true, "release/2");
    repository.comment(8, "github-actions[bot]", shown("production"));
    for (var started :
        List.of(
            push("refs/heads/release/2", MERGED),
            new Event.WorkflowDispatch("refs/heads/release/2", "main"))) {
      event = Optional.of(started);
      var problem = refuses("TG-5102");
      assertThat(problem.summary()).contains("release/2");
      assertThat(problem.hint()).hasValueSatisfying(it -> assertThat(it).contains("branches:"));
    }
    assertThat(fake.calls).isEmpty();
    assertThat(database.requests).isEmpty();
    input("branches", "main, release/2");
    deploys();
    assertThat(repository.bodies(8).get(0)).contains("state=APPLIED");
  }

  @Test
  void theDefaultBranchIsLeftOutWhereOthersAreNamed() {
    input("branches", "release");
    refuses0("TG-5102");
  }

  @Test
  void aTagMayBeOnAnyOfTheBranches() {
    reviewed();
    input("branches", "release/2, main");
    standing("release%2F2..." + MERGED, "diverged");
    standing("main..." + MERGED, "behind");
    event = Optional.of(push("refs/tags/v1", MERGED));
    deploys();
  }

  @Test
  void anotherBranchIsAskedForItsOwnPullRequests() {
    reviewed();
    input("branches", "release");
    event = Optional.of(push("refs/heads/release", MERGED));
    refuses("TG-5301");
  }

  @Test
  void aDeletedBranchHasNothingToDeploy() {
    event =
        Optional.of(new Event.Push("refs/heads/x", MERGED, "0".repeat(40), true, false, "main"));
    refuses0("TG-5102");
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "pull_request_target", "issues"})
  void otherEventsAreRefused(String name) {
    event = Optional.of(new Event.Other(name));
    refuses0("TG-5102");
    assertThat(database.requests).isEmpty();
  }

  private void refuses0(String code) {
    var problem = deploy().orElseThrow();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.state()).hasValue("nothing was changed");
    assertThat(database.requests).isEmpty();
  }

  @Test
  void withoutGitHubTheGoalIsAllThereIs() {
    event = Optional.empty();
    withToken = false;
    deploys();
    assertThat(database.requests).hasSize(1);
    assertThat(database.applied).hasSize(3);
    assertThat(fake.calls).isEmpty();
    database.applied.remove("V3__orders.sql");
    database.fails = "V3__orders.sql";
    assertThat(deploy().map(Problem::code)).hasValue("TG-2103");
  }

  @Test
  void onGitHubNothingIsDeployedWithoutAnEvent() {
    event = Optional.empty();
    environment.put("GITHUB_ACTIONS", "true");
    refuses0("TG-5102");
  }

  @Test
  void aPasswordThatOnlyTheDeployKnowsDoesNotMakeTheSqlAnother() {
    reviewed();
    secrets.add("orders");
    deploys();
    assertThat(database.applied).hasSize(3);
  }

  @Test
  void hiddenAmongTheCommentsOfOthersItIsFound() {
    for (int i = 0; i < 130; i++) {
      posted("someone", "comment " + i);
    }
    reviewed();
    fake.pageSize = 30;
    deploys();
    assertThat(repository.bodies(7).get(130)).contains("state=APPLIED");
  }
}
