package dev.tidegate.action.comment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidegate.action.comment.DriftIssue.Step;
import dev.tidegate.action.comment.ReviewComment.Origin;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Fault;
import dev.tidegate.action.github.GitHubLab;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftIssueTest extends GitHubLab {
  private static final String LEGACY = "[+] column public.users.legacy";
  private static final String INDEX = "[-] index public.users_name";
  private static final long FIRST = 100;

  private int runs = 0;

  private DriftFinding found(String... drift) {
    return finding("production", true, Optional.empty(), drift);
  }

  private DriftFinding finding(
      String key, boolean compared, Optional<Trouble> obstacle, String... drift) {
    runs++;
    return new DriftFinding(
        new Subject(key, "production", "services/shop"),
        List.of(drift),
        compared,
        obstacle,
        new Origin("", "https://github.test/o/r/actions/runs/" + runs, runs + "-1", Instant.EPOCH));
  }

  private Step keep(DriftFinding finding) {
    var api = gitHub();
    return new DriftIssue(api.issues(), api.comments(), Account.ACTIONS).keep(finding).step();
  }

  private JsonObject issue(long number) {
    return requireNonNull(repository.issues.get(number));
  }

  private String body(long number) {
    return issue(number).get("body").getAsString();
  }

  private String state(long number) {
    return issue(number).get("state").getAsString();
  }

  private void closedBySomebody(long number, String reason) {
    issue(number).addProperty("state", "closed");
    issue(number).addProperty("state_reason", reason);
  }

  private static JsonObject copyOf(JsonObject issue) {
    var labels = new JsonArray();
    labels.add(DriftIssue.LABEL);
    var copy = new JsonObject();
    copy.add("title", issue.get("title"));
    copy.add("body", issue.get("body"));
    copy.add("labels", labels);
    return copy;
  }

  @Test
  void thereIsNoneWithoutDrift() {
    assertThat(keep(found())).isEqualTo(Step.NONE);
    assertThat(repository.issues).isEmpty();
  }

  @Test
  void isOpenedOnceAndKeptWhileTheDriftIsTheSame() {
    assertThat(keep(found(LEGACY))).isEqualTo(Step.OPENED);
    var body = body(FIRST);
    assertThat(keep(found(LEGACY))).isEqualTo(Step.KEPT);
    assertThat(repository.issues).hasSize(1);
    assertThat(issue(FIRST).get("title").getAsString())
        .isEqualTo("Database drift: production · services/shop");
    assertThat(body(FIRST)).isEqualTo(body).contains(LEGACY, "mvn tidegate:diff", "/runs/1");
    assertThat(fake.called("PATCH", ".*")).isZero();
  }

  @Test
  void isUpdatedWhenTheDriftChanges() {
    keep(found(LEGACY));
    assertThat(keep(found(LEGACY, INDEX))).isEqualTo(Step.UPDATED);
    assertThat(repository.issues).hasSize(1);
    assertThat(body(FIRST)).contains(LEGACY, INDEX);
    assertThat(repository.bodies(FIRST)).singleElement().asString().contains("2 differences");
  }

  @Test
  void isClosedWithTheReasonWhenTheDriftIsGone() {
    keep(found(LEGACY));
    assertThat(keep(found())).isEqualTo(Step.CLOSED);
    assertThat(state(FIRST)).isEqualTo("closed");
    assertThat(issue(FIRST).get("state_reason").getAsString()).isEqualTo("completed");
    assertThat(repository.bodies(FIRST))
        .singleElement()
        .asString()
        .contains("The database is what its migrations build");
    assertThat(keep(found())).isEqualTo(Step.NONE);
    assertThat(repository.bodies(FIRST)).hasSize(1);
  }

  @Test
  void newDriftGetsANewIssue() {
    keep(found(LEGACY));
    keep(found());
    assertThat(keep(found(INDEX))).isEqualTo(Step.OPENED);
    assertThat(repository.issues.keySet()).containsExactly(FIRST, FIRST + 1);
    assertThat(state(FIRST)).isEqualTo("closed");
  }

  @Test
  void isOpenedAgainWhenSomebodyClosedItAndTheDriftIsStillThere() {
    keep(found(LEGACY));
    closedBySomebody(FIRST, "completed");
    assertThat(keep(found(LEGACY))).isEqualTo(Step.REOPENED);
    assertThat(repository.issues).hasSize(1);
    assertThat(state(FIRST)).isEqualTo("open");
    assertThat(repository.bodies(FIRST)).singleElement().asString().contains("still there");
  }

  @Test
  void staysClosedAsNotPlannedUntilTheDriftChanges() {
    keep(found(LEGACY));
    closedBySomebody(FIRST, "not_planned");
    assertThat(keep(found(LEGACY))).isEqualTo(Step.LEFT_CLOSED);
    assertThat(state(FIRST)).isEqualTo("closed");
    assertThat(keep(found(LEGACY, INDEX))).isEqualTo(Step.REOPENED);
    assertThat(state(FIRST)).isEqualTo("open");
  }

  @Test
  void oneClosedByHandIsOverOnceTheDriftIsGone() {
    keep(found(LEGACY));
    closedBySomebody(FIRST, "completed");
    assertThat(keep(found())).isEqualTo(Step.NONE);
    assertThat(keep(found(LEGACY))).isEqualTo(Step.OPENED);
    assertThat(repository.issues).hasSize(2);
  }

  @Test
  void isNotTouchedWhenNobodyLookedForDrift() {
    keep(found(LEGACY));
    var unknown = finding("production", false, Optional.empty());
    assertThat(keep(unknown)).isEqualTo(Step.NOT_TOUCHED);
    assertThat(state(FIRST)).isEqualTo("open");
  }

  @Test
  void tellsOfWhatWouldStopADeployToo() {
    var failed = new Trouble("TG-2104 V8 stopped after statement 1 of 2", List.of(), "", "");
    assertThat(keep(finding("production", false, Optional.of(failed)))).isEqualTo(Step.OPENED);
    assertThat(body(FIRST)).contains("A deploy would be refused", "TG-2104");
    assertThat(keep(found())).isEqualTo(Step.CLOSED);
  }

  @Test
  void eachDatabaseHasItsOwn() {
    keep(found(LEGACY));
    keep(finding("staging", true, Optional.empty(), LEGACY));
    assertThat(repository.issues).hasSize(2);
    assertThat(keep(finding("staging", true, Optional.empty()))).isEqualTo(Step.CLOSED);
    assertThat(state(FIRST)).isEqualTo("open");
    assertThat(state(FIRST + 1)).isEqualTo("closed");
  }

  @Test
  void anIssueOfSomebodyElseIsLeftAloneWhateverItHolds() {
    keep(found(LEGACY));
    var copy = copyOf(issue(FIRST));
    repository.issues.clear();
    repository.addIssue("mallory", copy);
    var before = issue(FIRST).toString();
    assertThat(keep(found(LEGACY))).isEqualTo(Step.OPENED);
    assertThat(keep(found())).isEqualTo(Step.CLOSED);
    assertThat(issue(FIRST)).hasToString(before);
  }

  @Test
  void isNeverOpenedTwiceThoughAnswersAreLost() {
    fake.goesWrong(Fault.of(Fault.Kind.LOST_ANSWER, "POST", "/issues$").times(2));
    assertThat(keep(found(LEGACY))).isEqualTo(Step.OPENED);
    assertThat(repository.issues).hasSize(1);
  }

  @Test
  void saysItsReasonOnceThoughTheAnswerIsLost() {
    keep(found(LEGACY));
    fake.goesWrong(Fault.of(Fault.Kind.LOST_ANSWER, "POST", "/comments$"));
    keep(found());
    assertThat(repository.bodies(FIRST)).hasSize(1);
  }

  @Test
  void ofTwoThatRunsAtTheSameTimeOpenedTheOlderOneStays() {
    keep(found(LEGACY));
    repository.addIssue("github-actions[bot]", copyOf(issue(FIRST)));
    assertThat(keep(found(LEGACY))).isEqualTo(Step.KEPT);
    assertThat(state(FIRST)).isEqualTo("open");
    assertThat(state(FIRST + 1)).isEqualTo("closed");
    assertThat(body(FIRST + 1)).contains("#100");
  }

  @Test
  void isClosedAtOnceWhereItsLabelWasDropped() {
    repository.takesLabels = false;
    assertThat(keep(found(LEGACY))).isEqualTo(Step.UNLABELLED);
    assertThat(state(FIRST)).isEqualTo("closed");
  }

  @Test
  void textOfTheDatabaseStaysText() {
    keep(found("[+] table public.\"``` @everyone <img src=x> #1 [a](http://evil.test)\""));
    assertThat(body(FIRST)).contains("````text\n[+] table public.\"``` @everyone");
    var outside = body(FIRST).replaceAll("(?s)````text.*?````", "");
    assertThat(outside).doesNotContain("@", "evil", "<img");
  }

  @Test
  void whatIsTooLongIsLeftOutAndSaidSo() {
    keep(found(Collections.nCopies(3_000, LEGACY).toArray(String[]::new)));
    assertThat(body(FIRST).length()).isLessThan(CommentText.LIMIT);
    assertThat(body(FIRST)).contains("**Left out**", "of 3,000 lines of drift");
  }
}
