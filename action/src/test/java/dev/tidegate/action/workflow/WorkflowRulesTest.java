package dev.tidegate.action.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidegate.action.command.InputName;
import dev.tidegate.action.command.OutputName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every workflow that we run or show; it needs no tool. */
class WorkflowRulesTest {
  private static final Pattern STEP_OUTPUT =
      Pattern.compile("steps\\.([\\w-]+)\\.outputs\\.([\\w-]+)");
  private static final Pattern JOB_OUTPUT =
      Pattern.compile("needs\\.([\\w-]+)\\.outputs\\.([\\w-]+)");
  private static final Pattern OUR_TAG = Pattern.compile("tidegate/tidegate@(\\w+)");
  private static final List<String> COMMANDS =
      List.of("review", "deploy", "status", "copy", "comment");

  /** What each command's token needs, and no more: command → scope → access. */
  private static final Map<String, Map<String, String>> PERMISSIONS =
      Map.of(
          "review", Map.of("contents", "read", "pull-requests", "write"),
          "deploy", Map.of("contents", "read", "pull-requests", "write"),
          "status", Map.of("contents", "read", "issues", "write"),
          "copy", Map.of("contents", "read"),
          "comment", Map.of("actions", "read", "pull-requests", "write"));

  static Stream<Workflow> workflows() throws IOException {
    return Workflows.all().stream();
  }

  static Stream<Workflow> whole() throws IOException {
    return workflows().filter(Workflow::whole);
  }

  /** Documents show what matters there; files are complete. */
  static Stream<Workflow> files() throws IOException {
    return whole().filter(workflow -> !workflow.name().contains(".md."));
  }

  static Stream<Workflow> examples() throws IOException {
    return whole().filter(workflow -> !workflow.name().startsWith(".github/"));
  }

  @Test
  void everyCommandIsShown() throws IOException {
    var shown = examples().flatMap(it -> it.steps().stream()).filter(Workflow.Step::isOurs);
    assertThat(shown.map(step -> step.input("command")).distinct())
        .containsExactlyInAnyOrderElementsOf(COMMANDS);
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void givesOnlyInputsThatExist(Workflow workflow) {
    var known = Arrays.stream(InputName.values()).map(InputName::word).toList();
    for (var step : workflow.steps()) {
      if (step.isOurs()) {
        assertThat(Workflow.members(step.node().path("with")).keySet()).isSubsetOf(known);
        assertThat(step.input("command")).isIn(COMMANDS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void readsOnlyOutputsThatExist(Workflow workflow) {
    var known = Arrays.stream(OutputName.values()).map(OutputName::word).toList();
    STEP_OUTPUT
        .matcher(workflow.text())
        .results()
        .forEach(
            use -> {
              var step = workflow.step(use.group(1)).orElseThrow();
              if (step.isOurs()) {
                assertThat(use.group(2)).isIn(known);
              }
            });
    JOB_OUTPUT
        .matcher(workflow.text())
        .results()
        .forEach(
            use ->
                assertThat(
                        workflow.root().at("/jobs/" + use.group(1) + "/outputs").has(use.group(2)))
                    .as(use.group())
                    .isTrue());
  }

  /** It would run with the repository's secrets what a stranger wrote. */
  @ParameterizedTest
  @MethodSource("workflows")
  void neverRunsAPullRequestWithTheTargetsRights(Workflow workflow) {
    assertThat(workflow.root().path("on").toString()).doesNotContain("pull_request_target");
  }

  @ParameterizedTest
  @MethodSource("whole")
  void saysWhatItsTokenMayDo(Workflow workflow) {
    assertThat(workflow.root().path("permissions").isObject()).isTrue();
    assertThat(workflow.permissions().values()).extracting(JsonNode::asText).doesNotContain("all");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheTokenWhatItsCommandsNeedAndNoMore(Workflow workflow) {
    var needed = new TreeMap<String, String>();
    for (var command : COMMANDS) {
      if (!workflow.running(command).isEmpty()) {
        needed.putAll(PERMISSIONS.getOrDefault(command, Map.of()));
      }
    }
    if (workflow.root().path("on").has("merge_group")) {
      needed.put("pull-requests", "read");
    }
    var given = new TreeMap<String, String>();
    workflow.permissions().forEach((scope, access) -> given.put(scope, access.asText()));
    assertThat(given).isEqualTo(needed);
    assertThat(workflow.jobs().values()).noneMatch(job -> job.has("permissions"));
  }

  /** Without {@code queue: max} the next run in a group cancels the one that waits. */
  @ParameterizedTest
  @MethodSource("examples")
  void dropsNoDeploy(Workflow workflow) {
    if (!workflow.running("deploy").isEmpty()) {
      var concurrency = workflow.root().path("concurrency");
      assertThat(concurrency.path("group").asText("")).isNotEmpty().doesNotContain("${{");
      assertThat(concurrency.path("cancel-in-progress").asBoolean(false)).isFalse();
      assertThat(concurrency.path("queue").asText("")).isEqualTo("max");
    }
  }

  /** A label or a review is an approval, and its removal takes it back. */
  @ParameterizedTest
  @MethodSource("examples")
  void reviewsAgainWhenApprovalsChange(Workflow workflow) {
    var events = workflow.root().path("on");
    if (!workflow.running("review").isEmpty() && events.has("pull_request")) {
      assertThat(types(events.path("pull_request")))
          .containsExactlyInAnyOrder(
              "opened", "reopened", "synchronize", "ready_for_review", "labeled", "unlabeled");
      assertThat(types(events.path("pull_request_review")))
          .containsExactlyInAnyOrder("submitted", "dismissed");
    }
  }

  private static Stream<String> types(JsonNode event) {
    return Workflow.elements(event.path("types")).map(JsonNode::asText);
  }

  /** A job that is skipped counts as a check that is passed, whatever an earlier one found. */
  @ParameterizedTest
  @MethodSource("examples")
  void skipsNoReview(Workflow workflow) {
    for (var step : workflow.running("review")) {
      assertThat(workflow.root().at("/jobs/" + step.job()).has("if")).isFalse();
      assertThat(step.node().has("if")).isFalse();
    }
  }

  /** A run that somebody's remark cancels would leave a red check. */
  @ParameterizedTest
  @MethodSource("examples")
  void letsNoReviewOfAPersonCancelTheCheck(Workflow workflow) {
    var concurrency = workflow.root().path("concurrency");
    if (workflow.root().path("on").has("pull_request_review") && !concurrency.isMissingNode()) {
      assertThat(concurrency.path("group").asText("")).contains("${{ github.event_name }}");
    }
  }

  /** What {@code DeployedCommit} refuses would fail every time. */
  @ParameterizedTest
  @MethodSource("whole")
  void deploysForNoEventThatADeployRefuses(Workflow workflow) {
    var events = Workflow.members(workflow.root().path("on")).keySet();
    for (var step : workflow.running("deploy")) {
      if (!List.of("push", "workflow_dispatch").containsAll(events)) {
        assertThat(step.node().path("if").asText("")).isEqualTo("github.event_name == 'push'");
      }
    }
  }

  /** Runs without secrets comment on nothing: those of forks, and those of Dependabot. */
  @ParameterizedTest
  @MethodSource("examples")
  void commentsForEveryRunThatCannot(Workflow workflow) {
    for (var step : workflow.running("comment")) {
      assertThat(workflow.root().at("/jobs/" + step.job() + "/if").asText(""))
          .contains("head_repository.full_name != github.repository")
          .contains("|| github.event.workflow_run.actor.login == 'dependabot[bot]'")
          .contains("[\"pull_request\", \"pull_request_review\"]");
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void checksOutBeforeItReadsFiles(Workflow workflow) {
    var checkedOut = new HashSet<String>();
    for (var step : workflow.steps()) {
      if (step.uses().startsWith("actions/checkout@")) {
        checkedOut.add(step.job());
      }
      // a block of steps only shows the step
      if (step.isOurs() && !step.input("command").equals("comment") && !step.isAlone()) {
        assertThat(checkedOut).contains(step.job());
      }
    }
  }

  /** The release moves the tag of its own major version and no other. */
  @Test
  void namesTheTagThatTheReleaseMoves() throws IOException {
    var pom = Files.readString(Workflows.ROOT.resolve("pom.xml"));
    var revision = Pattern.compile("<revision>(\\d+)\\.").matcher(pom);
    assertThat(revision.find()).isTrue();
    for (var text : Workflows.texts()) {
      assertThat(OUR_TAG.matcher(text).results().map(use -> use.group(1)))
          .allMatch(tag -> tag.equals("v" + revision.group(1)));
    }
  }

  /** A deploy looks for the comment by this key, so whoever copies a pair has to get the same. */
  @Test
  void everyDeployHasAReviewWithItsKey() throws IOException {
    var reviews = keys("review");
    assertThat(keys("deploy")).isNotEmpty().isSubsetOf(reviews);
    assertThat(reviews).doesNotContain("");
  }

  private static List<String> keys(String command) throws IOException {
    return examples()
        .flatMap(
            workflow ->
                workflow.steps().stream()
                    .filter(step -> step.isOurs() && step.input("command").equals(command))
                    .flatMap(step -> keys(workflow, step)))
        .distinct()
        .toList();
  }

  private static Stream<String> keys(Workflow workflow, Workflow.Step step) {
    var key = step.input(step.input("comment-key").isEmpty() ? "environment" : "comment-key");
    return key.startsWith("${{ matrix.")
        ? workflow
            .root()
            .at("/jobs/" + step.job() + "/strategy/matrix")
            .findValues(matrix(key))
            .stream()
            .flatMap(value -> value.isArray() ? Workflow.elements(value) : Stream.of(value))
            .map(JsonNode::asText)
        : Stream.of(key);
  }

  private static String matrix(String expression) {
    return expression.replaceAll("\\$\\{\\{ matrix\\.([\\w-]+) }}", "$1");
  }

  @ParameterizedTest
  @MethodSource("files")
  void pinsActionsOfOthersByTheirCommit(Workflow workflow) {
    for (var step : workflow.steps()) {
      if (!step.uses().isEmpty() && !step.isOurs()) {
        assertThat(step.uses()).matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}");
        assertThat(workflow.text()).contains(step.uses() + " # v");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void leavesTheTokenInNoCheckoutThatDoesNotPush(Workflow workflow) {
    for (var step : workflow.steps()) {
      var pushes = workflow.root().at("/jobs/" + step.job() + "/permissions/contents").asText("");
      if (step.uses().startsWith("actions/checkout@") && !pushes.equals("write")) {
        assertThat(step.input("persist-credentials")).isEqualTo("false");
      }
    }
  }

  /** An expression in a script is text of others that the shell runs; variables are not. */
  @ParameterizedTest
  @MethodSource("workflows")
  void putsNoExpressionIntoAScript(Workflow workflow) {
    for (var step : workflow.steps()) {
      assertThat(step.node().path("run").asText("")).doesNotContain("${{");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void endsWhenSomethingHangs(Workflow workflow) {
    assertThat(workflow.jobs().values()).allMatch(job -> job.path("timeout-minutes").asInt(0) > 0);
  }

  /** https://docs.github.com/en/actions/reference/workflows-and-actions/dockerfile-support */
  @Test
  void theImageSetsWhatGitHubAllows() throws IOException {
    var lines = Files.readAllLines(Workflows.ROOT.resolve("Dockerfile"));
    var last = lines.subList(lines.lastIndexOf("FROM scratch"), lines.size());
    assertThat(last)
        .noneMatch(line -> line.startsWith("USER ") || line.startsWith("WORKDIR "))
        .filteredOn(line -> line.startsWith("ENTRYPOINT "))
        .singleElement()
        .asString()
        .startsWith("ENTRYPOINT [\"/");
    assertThat(Workflows.manifest().at("/runs/image").asText()).isEqualTo("Dockerfile");
  }
}
