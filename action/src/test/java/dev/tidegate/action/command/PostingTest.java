package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.github.Fault;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One comment, whatever happens around it. */
class PostingTest extends PullRequestLab {
  private static final String OURS = "github-actions[bot]";

  private void shows(String deploy) throws IOException {
    finds("diff-equal", deploy);
    review();
  }

  private void asRun(String run, String attempt) {
    step.environment.put("GITHUB_RUN_ID", run);
    step.environment.put("GITHUB_RUN_ATTEMPT", attempt);
  }

  @Test
  void isUpdatedAlsoWhenNothingIsLeftToSay() throws IOException {
    shows("deploy-destructive");
    shows("deploy-nothing");
    assertThat(comment()).contains("no change");
  }

  @Test
  void isFoundAmong130OthersAndAForgedOne() throws IOException {
    shows("deploy-destructive");
    var forged = comment();
    repository.comments.clear();
    repository.comment(7, "mallory", forged);
    IntStream.range(0, 130).forEach(i -> repository.comment(7, "someone", "comment " + i));
    fake.pageSize = 30;
    shows("deploy-destructive");
    shows("deploy-nothing");
    var bodies = repository.bodies(7);
    assertThat(bodies).hasSize(132).startsWith(forged);
    assertThat(bodies.get(131)).contains("no change");
  }

  @Test
  void whoEditedItIsOverwritten() throws IOException {
    shows("deploy-destructive");
    var comment = requireNonNull(repository.comments.get(7L)).get(0);
    comment.addProperty("body", comment().replace("needs approval", "all fine"));
    shows("deploy-destructive");
    assertThat(comment()).contains("needs approval").doesNotContain("all fine");
  }

  @Test
  void isNotWrittenByARunOnAnOlderCommit() throws IOException {
    shows("deploy-destructive");
    repository.pull(7, it -> it.getAsJsonObject("head").addProperty("sha", BASE));
    shows("deploy-nothing");
    assertThat(comment()).contains("needs approval");
    assertThat(step.log()).contains("a newer commit was pushed");
  }

  @Test
  void isLeftToTheDeployOnceThePullRequestIsMerged() throws IOException {
    shows("deploy-destructive");
    repository.pull(7, it -> it.addProperty("state", "closed"));
    shows("deploy-nothing");
    assertThat(comment()).contains("needs approval");
  }

  @Test
  void aSlowerRunThatBeganEarlierDoesNotOverwriteIt() throws IOException {
    asRun("9000", "1");
    shows("deploy-destructive");
    asRun("8999", "1");
    shows("deploy-nothing");
    assertThat(comment()).contains("needs approval");
    asRun("8999", "2");
    shows("deploy-nothing");
    assertThat(comment()).contains("no change");
  }

  @Test
  void oneForEachRunAsAsked() throws IOException {
    step.input("comment", "new");
    shows("deploy-destructive");
    asRun("9000", "1");
    shows("deploy-destructive");
    assertThat(repository.bodies(7)).hasSize(2);
  }

  @Test
  void theTokenOfAnAppWithoutItsNameIsWarnedAndWritesNoSecondOne() throws IOException {
    fake.actor = "my-app[bot]";
    shows("deploy-destructive");
    assertThat(step.log()).contains("::warning title=", "comment-author: my-app[bot]");
    shows("deploy-safe-with-drift");
    assertThat(comment()).contains("needs approval");
    assertThat(step.log()).contains("Tidegate could not comment", "TG-5101");
    step.input("on-comment-failure", "fail");
    finds("diff-equal", "deploy-safe-with-drift");
    assertThat(requireNonNull(review()).code()).isEqualTo("TG-5101");
    step.input("comment-author", "my-app[bot]");
    shows("deploy-nothing");
    assertThat(comment()).contains("no change");
  }

  @Test
  void aPersonWhoCopiesTheMarkerStopsNoComment() throws IOException {
    shows("deploy-destructive");
    var copied = comment();
    repository.comments.clear();
    repository.comment(7, "mallory", copied);
    shows("deploy-destructive");
    assertThat(repository.bodies(7)).hasSize(2);
    assertThat(step.log()).doesNotContain("comment-author");
  }

  @Test
  void noneAsAsked() throws IOException {
    step.input("comment", "never");
    shows("deploy-destructive");
    assertThat(fake.called("(POST|PATCH)", ".*")).isZero();
  }

  @Test
  void directoriesAndEnvironmentsHaveTheirOwn() throws IOException {
    shows("deploy-destructive");
    step.input("environment", "staging");
    shows("deploy-destructive");
    step.input("comment-key", "another");
    shows("deploy-destructive");
    shows("deploy-destructive");
    assertThat(repository.bodies(7)).hasSize(3);
  }

  @Test
  void twoMegabytesOfPlanFitAndSayWhatIsLeftOut() throws IOException {
    var column = ", c" + "x".repeat(50) + "%d text";
    var sql = new StringBuilder("CREATE TABLE big (id integer");
    for (int i = 0; sql.length() < 2_000_000; i++) {
      sql.append(column.formatted(i));
    }
    finds("diff-equal", "deploy-safe-with-drift");
    step.reports(
        "deploy",
        "deploy-safe-with-drift",
        "ALTER TABLE orders ADD COLUMN total numeric(12,2)",
        sql.append(")").toString());
    assertThat(review()).isNull();
    assertThat(comment().length()).isLessThan(65_536);
    assertThat(comment()).contains("**Left out**");
    assertThat(step.summary().length()).isLessThan(1 << 20);
  }

  @Test
  void isWrittenOnceThoughAnswersAreLost() throws IOException {
    fake.goesWrong(Fault.of(Fault.Kind.LOST_ANSWER, "POST", COMMENTS));
    shows("deploy-destructive");
    assertThat(comment()).contains("needs approval");
    assertThat(step.summary()).doesNotContain(OURS);
  }
}
