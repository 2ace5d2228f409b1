package dev.tidegate.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a comment counts as a promise, where not all of it can be compared letter by letter. */
class PromiseTest extends DeployLab {
  private static final String FORK = "fork:8001";

  @BeforeEach
  void aGrant() {
    database.folder.put(
        "V4__grant.sql",
        List.of("GRANT SELECT ON orders TO readonly", "GRANT SELECT ON users TO readonly, app"));
  }

  /** The review knows the URL of a role that only reads; the deploy has another one. */
  private void reviewedWithPassword(String password) {
    posted(
        "github-actions[bot]",
        shown("production", HEAD, text -> text.replace(password, "***"), "1-1"));
    assertThat(comment()).contains("***").doesNotContain(password);
  }

  @Test
  void aPasswordThatOnlyTheReviewKnewDoesNotMakeTheSqlAnother() {
    reviewedWithPassword("readonly");
    deploys();
    assertThat(database.applied).hasSize(4);
    assertThat(comment()).contains("stands for secrets that the review knew");
    assertThat(comment()).doesNotContain("readonly");
  }

  @Test
  void neitherDoTwoPasswords() {
    reviewedWithPassword("readonly");
    secrets.add("orders");
    deploys();
    assertThat(comment()).doesNotContain("TO readonly");
  }

  @Test
  void whatIsLeftOfSuchAPlanGoesOn() {
    reviewedWithPassword("readonly");
    database.fails = "V3__orders.sql";
    assertThat(deploy()).isPresent();
    deploys();
    assertThat(database.applied).hasSize(4);
  }

  @Test
  void starsHideNoOtherPlan() {
    reviewedWithPassword("readonly");
    database.folder.put("V4__grant.sql", List.of("GRANT ALL ON orders TO readonly"));
    refuses("TG-5304");
  }

  @Test
  void besideStarsEveryLetterCounts() {
    reviewedWithPassword("readonly");
    edit("GRANT SELECT ON orders", "GRANT SELECT ON notes");
    refuses("TG-5303");
  }

  private void longPlan() {
    database.folder.put(
        "V5__seed.sql",
        IntStream.range(0, 900)
            .mapToObj(i -> "INSERT INTO t VALUES " + "(1),".repeat(40))
            .toList());
  }

  @Test
  void theLengthOfWhatIsNotShownIsCountedWithItsMasks() {
    longPlan();
    database.folder.put(
        "V6__grants.sql", IntStream.range(0, 90).mapToObj(i -> "GRANT a TO readonly").toList());
    reviewedWithPassword("readonly");
    assertThat(comment()).contains(" not shown: ");
    deploys();
    // who reads it after the deploy sees as well that this is not all
    assertThat(comment()).containsPattern("SQL: \\d+ of 995 statements");
    assertThat(comment()).containsPattern("\\*\\*Left out.* of 995 statements");
  }

  @Test
  void aCommentWithAnotherKeyIsNamed() {
    posted("github-actions[bot]", shown("default"));
    posted("mallory", shown("forged"));
    assertThat(refuses("TG-5302").detail())
        .contains("found instead, with other keys: default")
        .noneMatch(line -> line.contains("forged"));
  }

  @Test
  void aRunWithoutSecretsPromisesWhatItsCommentShows() {
    posted("github-actions[bot]", shown("production", HEAD, text -> text, FORK));
    deploys();
    assertThat(comment()).contains("a run without secrets had computed the comment");
  }

  @Test
  void aRunWithoutSecretsPromisesNothingThatItsCommentDoesNotShow() {
    longPlan();
    posted("github-actions[bot]", shown("production", HEAD, text -> text, FORK));
    var problem = refuses("TG-5304");
    assertThat(problem.text()).contains("without secrets", "probe-url", "a maintainer");
  }
}
