package dev.tidegate.action.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Fault;
import dev.tidegate.action.github.GitHubLab;
import org.junit.jupiter.api.Test;

class StickyCommentTest extends GitHubLab {
  private static final String FIRST = CommentText.of(Examples.destructiveChange());
  private static final String SECOND = CommentText.of(Examples.noChange());
  private static final String ELSEWHERE = CommentText.of(Examples.smallSafeChange());

  private StickyComment sticky() {
    return new StickyComment(gitHub().comments(), Account.ACTIONS, 7, "production");
  }

  private static Examples.Draft ofRun(String run) {
    var draft = Examples.small();
    draft.subject = new ReviewComment.Subject("production", "production", "");
    draft.origin = new ReviewComment.Origin("", Examples.ORIGIN.runUrl(), run);
    return draft;
  }

  @Test
  void isWrittenOnceAndUpdatedInPlace() {
    sticky().put(FIRST);
    sticky().put(SECOND);
    sticky().put(SECOND);
    assertThat(repository.bodies(7)).containsExactly(SECOND);
    assertThat(fake.called("PATCH", ".*")).isEqualTo(1);
  }

  @Test
  void isFoundAmongThePagesOfOthers() {
    for (int i = 0; i < 130; i++) {
      repository.comment(7, "someone", "comment " + i);
    }
    fake.pageSize = 30;
    sticky().put(FIRST);
    sticky().put(SECOND);
    assertThat(repository.bodies(7)).hasSize(131).endsWith(SECOND);
  }

  @Test
  void aMarkerInACommentOfSomebodyElseIsNotOurs() {
    repository.comment(7, "someone", FIRST);
    repository.comment(7, "other-app[bot]", FIRST);
    assertThat(sticky().find()).isEmpty();
    sticky().put(SECOND);
    assertThat(repository.bodies(7)).containsExactly(FIRST, FIRST, SECOND);
  }

  @Test
  void aPersonWhoseNameIsLikeOursIsSomebodyElse() {
    repository
        .addComment(7, "github-actions[bot]", FIRST)
        .getAsJsonObject("user")
        .addProperty("type", "User");
    assertThat(sticky().find()).isEmpty();
  }

  @Test
  void eachKeyHasItsOwn() {
    new StickyComment(gitHub().comments(), Account.ACTIONS, 7, "services/shop@production")
        .put(ELSEWHERE);
    sticky().put(FIRST);
    sticky().put(SECOND);
    assertThat(repository.bodies(7)).containsExactly(ELSEWHERE, SECOND);
  }

  @Test
  void isWrittenOnceThoughTheAnswerIsLost() {
    fake.goesWrong(Fault.of(Fault.Kind.LOST_ANSWER, "POST", COMMENTS));
    assertThat(sticky().put(FIRST).body()).isEqualTo(FIRST);
    assertThat(repository.bodies(7)).hasSize(1);
  }

  @Test
  void isWrittenAnewWhenItWasDeletedInTheMeantime() {
    repository.comment(7, "github-actions[bot]", FIRST);
    fake.goesWrong(Fault.status(404, "PATCH", "/issues/comments/", "Not Found"));
    sticky().put(SECOND);
    assertThat(repository.bodies(7)).contains(SECOND);
  }

  @Test
  void oneForEachRunIsAddedThoughAnswersAreLost() {
    fake.goesWrong(Fault.of(Fault.Kind.LOST_ANSWER, "POST", COMMENTS).times(2));
    var one = CommentText.of(ofRun("1-1").comment());
    var two = CommentText.of(ofRun("1-2").comment());
    sticky().add(one);
    sticky().add(two);
    assertThat(repository.bodies(7)).containsExactly(one, two);
  }

  @Test
  void twoMegabytesOfPlanAreTaken() {
    sticky().put(CommentText.of(Examples.twoMegabytes()));
    assertThat(repository.bodies(7)).hasSize(1);
  }
}
