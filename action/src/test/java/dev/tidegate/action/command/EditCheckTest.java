package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.github.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edit that was taken back is in the comment's history only. */
class EditCheckTest extends DeployLab {
  @BeforeEach
  void anApprovedPullRequest() {
    reviewed();
    input("approval", "review");
    var review = repository.review(7, "ann", "APPROVED");
    review.addProperty("author_association", "MEMBER");
    review.addProperty("submitted_at", "2026-11-20T09:45:00Z");
    review.addProperty("commit_id", HEAD);
  }

  private void edited(String by) {
    repository.edited(requireNonNull(repository.comments.get(7L)).get(0), by);
  }

  @Test
  void anEditThatWasTakenBackIsRefused() {
    edited("mallory");
    edited("mallory");
    var problem = refuses("TG-5303");
    assertThat(problem.text()).contains("edited by: mallory", "probe-url");
  }

  @Test
  void oneAmongManyEditsOfOurOwnIsFound() {
    edited("mallory");
    for (int i = 0; i < 5; i++) {
      edited("github-actions[bot]");
    }
    assertThat(refuses("TG-5303").text()).contains("mallory");
  }

  @Test
  void aUserWithTheNameOfTheAppIsAnother() {
    edited("github-actions");
    refuses("TG-5303");
  }

  @Test
  void whatWeEditedOurselvesIsNoMatter() {
    edited("github-actions[bot]");
    edited("github-actions[bot]");
    deploys();
    assertThat(fake.called("POST", "/graphql")).isEqualTo(2);
  }

  @Test
  void whereTheHashIsEnoughNobodyAsks() {
    edited("mallory");
    input("approval", "plan-hash");
    deploys();
    assertThat(fake.called("POST", "/graphql")).isZero();
  }

  @Test
  void aTokenThatMayNotAskIsSaid() {
    fake.goesWrong(Fault.status(403, "POST", "/graphql", "Resource not accessible"));
    assertThat(refuses("TG-5104").text()).contains("approval: review", "GraphQL");
  }
}
