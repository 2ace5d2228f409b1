package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalsTest extends PullRequestLab {
  private static final String LINE = "tidegate:allow drop-column:public.users.legacy";
  private static final String APPROVAL = "drop-column:public.users.legacy";

  private Map<String, String> handedOn() {
    step.requests.clear();
    assertThat(review()).isNull();
    return step.requests.get(1).parameters();
  }

  private JsonObject approved(String author, String body) {
    var review = repository.review(7, author, "APPROVED");
    review.addProperty("body", body);
    review.addProperty("author_association", "MEMBER");
    review.addProperty("commit_id", HEAD);
    return review;
  }

  private void refuses(JsonObject review) {
    assertThat(requireNonNull(review)).isNotNull();
    assertThat(handedOn()).doesNotContainKey("allow");
  }

  @Test
  void areThoseOfInputLabelsAndReviewsTogether() {
    step.input("allow", "truncate,drop-table:public.a");
    repository.label(7, LINE);
    repository.label(7, "bug");
    approved("ann", "Fine.\r\n" + LINE + "\r\n  tidegate:allow delete:public.\"my table\"  \r\n");
    assertThat(handedOn())
        .containsEntry(
            "allow", "truncate,drop-table:public.a," + APPROVAL + ",delete:public.\"my table\"");
  }

  @Test
  void areAskedForAnewSinceAnEventHoldsThoseOfItsMoment() {
    assertThat(handedOn()).doesNotContainKey("allow");
    repository.label(7, LINE);
    assertThat(handedOn()).containsEntry("allow", APPROVAL);
    repository.labels.clear();
    assertThat(handedOn()).doesNotContainKey("allow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tidegate:allow drop-column",
        "tidegate:allow everything",
        "tidegate:allow drop-column:a,drop-table:b",
        "tidegate:allow drop-column:${env.TIDEGATE_URL}",
        "tidegate:allow Drop-Column:a"
      })
  void aLabelThatIsNotATypeAndOneObjectApprovesNothing(String label) throws Exception {
    repository.label(7, label);
    assertThat(handedOn()).doesNotContainKey("allow");
    assertThat(step.summary()).contains("approves nothing");
  }

  @Test
  void noneByTheAuthor() {
    var author =
        requireNonNull(repository.pulls.get(7L)).getAsJsonObject("user").get("login").getAsString();
    refuses(approved(author, LINE));
  }

  @Test
  void noneByAStranger() {
    var review = approved("stranger", LINE);
    review.addProperty("author_association", "CONTRIBUTOR");
    refuses(review);
  }

  @Test
  void noneForAnOlderCommit() {
    var review = approved("ann", LINE);
    review.addProperty("commit_id", BASE);
    refuses(review);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMENTED", "CHANGES_REQUESTED", "DISMISSED"})
  void noneByAReviewThatDoesNotApprove(String state) {
    var review = approved("ann", LINE);
    review.addProperty("state", state);
    refuses(review);
  }

  @Test
  void whoAsksForChangesLaterTakesItBackAndACommentDoesNot() {
    approved("ann", LINE);
    repository.review(7, "ann", "COMMENTED");
    assertThat(handedOn()).containsEntry("allow", APPROVAL);
    repository.review(7, "ann", "CHANGES_REQUESTED");
    assertThat(handedOn()).doesNotContainKey("allow");
    repository.review(7, "bob", "APPROVED");
    assertThat(handedOn()).doesNotContainKey("allow");
  }
}
