package dev.tidegate.action.runner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidegate.action.json.UnexpectedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
  private static final String COMMIT = "[0-9a-f]{40}";

  private static JsonObject payload(String file) {
    try (var stream =
        requireNonNull(EventsTest.class.getResourceAsStream("/events/" + file + ".json"), file)) {
      return JsonParser.parseString(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Event read(String file) {
    return read(file, payload(file));
  }

  private static Event read(String file, JsonObject payload) {
    return Events.read(file.replaceAll("\\..*", ""), payload.toString());
  }

  private static Pull pull(String file) {
    return ((Event.PullRequest) read(file)).pull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opened",
        "synchronize",
        "reopened",
        "labeled",
        "unlabeled",
        "ready_for_review",
        "closed"
      })
  void readsWhatHappensToAPullRequest(String action) {
    var event = (Event.PullRequest) read("pull_request." + action);
    assertThat(event.action()).isEqualTo(action);
    assertThat(event.pull().number()).isPositive();
    assertThat(event.pull().author()).isEqualTo("Codertocat");
    assertThat(event.pull().head().commit()).matches(COMMIT);
    assertThat(event.pull().base().commit()).matches(COMMIT);
    assertThat(event.pull().base().branch()).isEqualTo("master");
    assertThat(event.pull().isFromFork()).isFalse();
    assertThat(event.pull().merged()).isFalse();
  }

  @Test
  void readsAReview() {
    var event = (Event.PullRequest) read("pull_request_review.submitted");
    assertThat(event.action()).isEqualTo("submitted");
    assertThat(event.pull().number()).isEqualTo(2);
    assertThat(event.pull().head().commit()).matches(COMMIT);
  }

  @Test
  void readsTheLabels() {
    assertThat(pull("pull_request.labeled").labels()).containsExactly("bug");
  }

  @Test
  void readsAPush() {
    var push = (Event.Push) read("push");
    assertThat(push.ref()).isEqualTo("refs/heads/master");
    assertThat(push.after()).matches(COMMIT);
    assertThat(push.defaultBranch()).isEqualTo("master");
  }

  @Test
  void ofAnAnnotatedTagItIsTheCommitThatCounts() {
    var payload = payload("push");
    var commit = payload.getAsJsonObject("head_commit").get("id").getAsString();
    payload.addProperty("ref", "refs/tags/v1");
    payload.addProperty("after", "7".repeat(40));
    assertThat(((Event.Push) read("push", payload)).after()).isEqualTo(commit);
    payload.add("head_commit", JsonNull.INSTANCE);
    assertThat(((Event.Push) read("push", payload)).after()).isEqualTo("7".repeat(40));
  }

  @Test
  void takesThePullRequestOfAQueueFromItsRef() {
    var group = (Event.MergeGroup) read("merge_group.checks_requested");
    assertThat(group.pullRequest()).hasValue(104);
    assertThat(group.headCommit()).matches(COMMIT);
    assertThat(group.baseRef()).isEqualTo("refs/heads/main");
    var payload = payload("merge_group.checks_requested");
    payload.getAsJsonObject("merge_group").addProperty("head_ref", "refs/heads/other");
    assertThat(((Event.MergeGroup) read("merge_group", payload)).pullRequest())
        .isEqualTo(OptionalLong.empty());
  }

  @Test
  void readsTheRunOfAnotherWorkflow() {
    var run = (Event.WorkflowRun) read("workflow_run.completed");
    assertThat(run.run()).isPositive();
    assertThat(run.headCommit()).matches(COMMIT);
    assertThat(run.headRepository()).contains("octo-org/octo-repo");
    assertThat(run.pullRequests()).isEqualTo(List.of());
  }

  @Test
  void readsAStartByHandAndByTheClock() {
    assertThat(read("workflow_dispatch"))
        .isEqualTo(new Event.WorkflowDispatch("refs/heads/main", "main"));
    assertThat(Events.read("schedule", "{\"schedule\":\"5 4 * * *\",\"x\":1}"))
        .isEqualTo(new Event.Schedule("5 4 * * *"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"issues", "pull_request_target", "release"})
  void answersToNothingElse(String name) {
    assertThat(Events.read(name, "{\"action\":\"opened\"}")).isEqualTo(new Event.Other(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pull_request.opened",
        "push",
        "merge_group.checks_requested",
        "workflow_run.completed",
        "workflow_dispatch"
      })
  void passesOverWhatItDoesNotKnow(String file) {
    var payload = payload(file);
    var before = read(file, payload);
    payload.addProperty("tomorrow", 1);
    payload.entrySet().stream()
        .filter(entry -> entry.getValue().isJsonObject())
        .forEach(entry -> entry.getValue().getAsJsonObject().add("tomorrow", new JsonObject()));
    assertThat(read(file, payload)).isEqualTo(before);
  }

  @Test
  void saysWhatIsMissing() {
    var payload = payload("pull_request.opened");
    payload.getAsJsonObject("pull_request").getAsJsonObject("head").remove("sha");
    assertThatThrownBy(() -> read("pull_request", payload))
        .isInstanceOf(UnexpectedJson.class)
        .hasMessage("pull_request.head.sha is not a text");
  }

  @Test
  void knowsAFork() {
    var payload = payload("pull_request.opened");
    var head = payload.getAsJsonObject("pull_request").getAsJsonObject("head");
    head.getAsJsonObject("repo").addProperty("full_name", "stranger/Hello-World");
    var pull = ((Event.PullRequest) read("pull_request", payload)).pull();
    assertThat(pull.isFromFork()).isTrue();
    assertThat(pull.isWithoutSecrets("stranger")).isTrue();
    head.add("repo", JsonNull.INSTANCE);
    pull = ((Event.PullRequest) read("pull_request", payload)).pull();
    assertThat(pull.head().repository()).isEqualTo(Optional.empty());
    assertThat(pull.isFromFork()).isTrue();
  }

  @Test
  void knowsDependabot() {
    var pull = pull("pull_request.opened");
    assertThat(pull.isWithoutSecrets("Codertocat")).isFalse();
    assertThat(pull.isWithoutSecrets("dependabot[bot]")).isTrue();
  }
}
