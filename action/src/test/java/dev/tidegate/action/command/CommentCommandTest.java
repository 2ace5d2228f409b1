package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidegate.action.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run on a stranger's code has left behind is posted, and believed in nothing. */
class CommentCommandTest extends PullRequestLab {
  private static final long RUN = 30433642;
  private static final String FORK = "stranger/Hello-World";

  @BeforeEach
  void fork() throws IOException {
    repository.pull(7, it -> head(it.getAsJsonObject("head")));
    event("pull_request", "opened", PullRequestLab::ofFork);
    finds("diff-equal", "deploy-destructive");
    review();
    workflowRun(it -> {});
  }

  private static void head(JsonObject head) {
    head.addProperty("sha", HEAD);
    head.addProperty("ref", "patch-1");
    head.getAsJsonObject("repo").addProperty("full_name", FORK);
  }

  private void workflowRun(Consumer<JsonObject> change) throws IOException {
    event(
        "workflow_run",
        "completed",
        event -> {
          var run = event.getAsJsonObject("workflow_run");
          run.addProperty("id", RUN);
          run.addProperty("event", "pull_request");
          run.addProperty("head_sha", HEAD);
          run.addProperty("head_branch", "patch-1");
          run.getAsJsonObject("head_repository").addProperty("full_name", FORK);
          change.accept(run);
        });
  }

  private JsonObject left() throws IOException {
    var file = checkout.resolve("services/shop/target/tidegate/review.json");
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private void leaves(String name, String text) throws IOException {
    repository.artifact(RUN, "tidegate-review", zip(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private @Nullable Problem post() {
    return step.run(new CommentCommand());
  }

  private void isRefused(String why) {
    var problem = Optional.ofNullable(post()).orElseThrow();
    assertThat(problem.code()).isEqualTo("TG-5401");
    assertThat(problem.text()).contains(why);
    assertThat(repository.bodies(7)).isEmpty();
  }

  @Test
  void postsItAndSaysWhereItComesFrom() throws IOException {
    leaves("shop/review.json", left().toString());
    assertThat(post()).isNull();
    assertThat(comment())
        .contains("needs approval", "ALTER TABLE customer DROP COLUMN legacy;")
        .contains("run without secrets")
        .contains("https://github.test/o/r/actions/runs/" + RUN)
        .contains("key=services/shop@production run=fork:" + RUN);
    assertThat(output(OutputName.COMMENT_URL)).contains("/pull/7");
    // and in place, once more
    leavesNothing();
    leaves("review.json", left().toString());
    post();
    assertThat(repository.bodies(7)).hasSize(1);
  }

  private void leavesNothing() {
    repository.artifacts.clear();
  }

  @Test
  void saysWhenThereIsNothing() {
    assertThat(post()).isNull();
    assertThat(step.log()).contains("has left no artifact tidegate-review");
  }

  @Test
  void leavesAPullRequestThatHasMovedOn() throws IOException {
    leaves("review.json", left().toString());
    repository.pull(
        7,
        it -> {
          head(it.getAsJsonObject("head"));
          it.getAsJsonObject("head").addProperty("sha", BASE);
        });
    assertThat(post()).isNull();
    assertThat(repository.bodies(7)).isEmpty();
    assertThat(step.log()).contains("a newer commit was pushed");
  }

  @Test
  void leavesAMergedPullRequest() throws IOException {
    leaves("review.json", left().toString());
    requireNonNull(repository.pulls.get(7L)).addProperty("state", "closed");
    assertThat(post()).isNull();
    assertThat(repository.bodies(7)).isEmpty();
  }

  @Test
  void refusesThePullRequestOfSomebodyElse() throws IOException {
    repository.pull(8, it -> it.getAsJsonObject("head").addProperty("sha", HEAD));
    var review = left();
    review.addProperty("pullRequest", 8);
    leaves("review.json", review.toString());
    isRefused("pull request 8 is not the one");
    assertThat(repository.bodies(8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"head_branch, other", "head_repository, ''"})
  void refusesAnotherBranchOrRepository(String member, String value) throws IOException {
    leaves("review.json", left().toString());
    workflowRun(
        run -> {
          if (value.isEmpty()) {
            run.getAsJsonObject(member).addProperty("full_name", "octocat/Hello-World");
          } else {
            run.addProperty(member, value);
          }
        });
    isRefused("pull request 7 is not the one");
  }

  @Test
  void refusesAPullRequestThatIsNotThere() throws IOException {
    var review = left();
    review.addProperty("pullRequest", 99);
    leaves("review.json", review.toString());
    isRefused("pull request 99");
  }

  @ParameterizedTest
  @CsvSource({
    "headCommit, 0b45e2f1a3c4d5e6f708192a3b4c5d6e7f809a1b",
    "verdict, applied",
    "verdict, deploy-refused",
    "planHash, not a hash",
    "format, 2",
    "hazards, none",
    "key, ",
  })
  void refusesValuesThatNoReviewHas(String member, @Nullable String value) throws IOException {
    var review = left();
    if (value == null) {
      review.remove(member);
    } else if (value.matches("\\d")) {
      review.addProperty(member, Integer.valueOf(value));
    } else {
      review.addProperty(member, value);
    }
    leaves("review.json", review.toString());
    isRefused("is not one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null", "\"text\"", "{}"})
  void refusesWhatIsNoReview(String text) throws IOException {
    leaves("review.json", text);
    isRefused("is not one");
  }

  @Test
  void refusesBracketsWithoutEnd() throws IOException {
    leaves("review.json", "{\"format\":1,\"notes\":" + "[".repeat(100_000));
    isRefused("is not one");
  }

  @Test
  void refusesABomb() throws IOException {
    repository.artifact(RUN, "tidegate-review", zip("review.json", new byte[200_000_000]));
    isRefused("16,777,216 bytes");
  }

  @Test
  void refusesTwoReviewsWithOneKeyAndTooManyArtifacts() throws IOException {
    leaves("a/review.json", left().toString());
    leaves("b/review.json", left().toString());
    isRefused("the same key");
    for (int i = 0; i < 20; i++) {
      leaves("review.json", left().toString());
    }
    isRefused("more than 20 artifacts");
  }

  @Test
  void refusesTooLongNamesAndLists() throws IOException {
    var review = left();
    review.addProperty("key", "k".repeat(251));
    leaves("review.json", review.toString());
    isRefused("key is too long");
    leavesNothing();
    var other = left();
    var notes = new JsonArray();
    for (int i = 0; i <= 50_000; i++) {
      notes.add("x");
    }
    other.add("notes", notes);
    leaves("review.json", other.toString());
    isRefused("more than 50,000 items");
  }

  @Test
  void giganticTextsAreCutAndTheCommentIsStillOne() throws IOException {
    var review = left();
    var statement = review.getAsJsonArray("statements").get(0).getAsJsonObject();
    statement.addProperty("sql", "SELECT '" + "x`".repeat(2_000_000) + "'");
    statement.addProperty("file", "f".repeat(1_000_000));
    var hazard = review.getAsJsonArray("hazards").get(0).getAsJsonObject();
    for (var member : new String[] {"type", "object", "lock", "size", "advice"}) {
      hazard.addProperty(member, member + "|\n\0\u202e@ann`".repeat(100_000));
    }
    leaves("review.json", review.toString());
    assertThat(post()).isNull();
    assertThat(comment().length()).isLessThan(65_536);
  }

  @Test
  void markersMentionsAndMarkupInItStayText() throws IOException {
    var hostile =
        "x\n<!-- tidegate v=1 key=other@production run=1-1 head= plan= sql= shown= state=APPLIED"
            + " -->\n</details>@ann #1 <script>alert(1)</script> [a](http://evil.test)"
            + "\n::error::x\n<!-- tidegate:sql -->\n```";
    var review = left();
    for (var member : new String[] {"environment", "directory"}) {
      review.addProperty(member, hostile.substring(0, 190));
    }
    var notes = new JsonArray();
    notes.add(hostile);
    review.add("notes", notes);
    review.add("drift", notes);
    leaves("review.json", review.toString());
    assertThat(post()).isNull();
    var lines = comment().lines().toList();
    assertThat(lines.get(0)).contains("key=services/shop@production run=fork:" + RUN);
    assertThat(lines.stream().skip(1)).noneMatch(line -> line.startsWith("<!-- tidegate v=1"));
    assertThat(lines).containsOnlyOnce("<!-- tidegate:sql -->");
    assertThat(comment().replaceAll("(?s)(`+).+?\\1", "")).doesNotContain("@ann", "<script>");
  }

  @Test
  void neverTakesOverACommentOfARunWithSecrets() throws IOException {
    event("pull_request", "synchronize", it -> {});
    finds("diff-equal", "deploy-safe-with-drift");
    review();
    var trusted = comment();
    assertThat(trusted).contains("ready to merge", "run=8123%2D1");
    var forged = left();
    forged.addProperty("verdict", "no-change");
    forged.addProperty("pullRequest", 7);
    leaves("review.json", forged.toString());
    workflowRun(it -> {});
    assertThat(post()).isNull();
    assertThat(comment()).isEqualTo(trusted);
    assertThat(step.log()).contains("which had secrets, wrote the comment that stands there");
  }

  @Test
  void aRunWithSecretsTakesItsPlace() throws IOException {
    leaves("review.json", left().toString());
    post();
    assertThat(comment()).contains("run=fork:");
    event("pull_request", "synchronize", it -> {});
    review();
    assertThat(comment()).contains("run=8123%2D1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"push", "pull_request_target", "workflow_dispatch"})
  void answersToNoOtherRun(String started) throws IOException {
    workflowRun(run -> run.addProperty("event", started));
    assertThat(Optional.ofNullable(post()).orElseThrow().code()).isEqualTo("TG-5102");
  }

  @Test
  void needsAToken() {
    step.gitHub = Optional.empty();
    assertThat(Optional.ofNullable(post()).orElseThrow().code()).isEqualTo("TG-5101");
  }
}
