package dev.tidegate.action.comment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.Fault;
import dev.tidegate.action.github.GitHubLab;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    draft.origin =
        new ReviewComment.Origin("", Examples.ORIGIN.runUrl(), run, Examples.ORIGIN.at());
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

  private static String at(String time, String sql) {
    var draft = ofRun("1-1");
    var origin = draft.origin;
    draft.origin =
        new ReviewComment.Origin("c0ffee", origin.runUrl(), origin.run(), Instant.parse(time));
    draft.statements = List.of(new ReviewComment.Statement("V1__a.sql", sql));
    return CommentText.of(draft.comment());
  }

  @Test
  void ofSeveralTheNewestIsTheOne() {
    sticky().add(CommentText.of(ofRun("1-1").comment()));
    sticky().add(CommentText.of(ofRun("2-1").comment()));
    sticky().put(SECOND);
    var bodies = repository.bodies(7);
    assertThat(bodies).hasSize(2);
    assertThat(bodies.get(1)).isEqualTo(SECOND);
    assertThat(sticky().find().map(Comment::body)).hasValue(SECOND);
  }

  private void writtenMeanwhile(String text) {
    repository.beforeNextComment = () -> repository.comment(7, "github-actions[bot]", text);
  }

  @Test
  void twoRunsThatWriteAtOnceLeaveOne() {
    writtenMeanwhile(CommentText.of(ofRun("1-1").comment()));
    var mine = CommentText.of(ofRun("2-1").comment());
    assertThat(sticky().put(mine).body()).isEqualTo(mine);
    assertThat(repository.bodies(7)).hasSize(2).endsWith(mine);
    assertThat(repository.bodies(7).get(0)).contains("written twice").doesNotContain("<!--");
    assertThat(sticky().put(SECOND).body()).isEqualTo(SECOND);
    assertThat(repository.bodies(7)).hasSize(2).endsWith(SECOND);
  }

  @Test
  void ofTwoRunsThatWriteAtOnceTheLaterOneHasTheWord() {
    var theirs = CommentText.of(ofRun("3-1").comment());
    writtenMeanwhile(theirs);
    sticky().put(CommentText.of(ofRun("2-1").comment()));
    assertThat(sticky().find().map(Comment::body)).hasValue(theirs);
    assertThat(sticky().keys()).containsExactly("production");
    assertThat(repository.bodies(7).get(0)).contains("written twice");
  }

  @Test
  void aRunWithoutSecretsNeverHasTheWordOverOneWithThem() {
    var theirs = CommentText.of(ofRun("3-1").comment());
    writtenMeanwhile(theirs);
    sticky().put(CommentText.of(ofRun("fork:9000-1").comment()));
    assertThat(sticky().find().map(Comment::body)).hasValue(theirs);
  }

  private Optional<Instant> since() {
    return PostedComment.parse(sticky().find().orElseThrow().body()).orElseThrow().since();
  }

  @Test
  void saysSinceWhenItShowsAPlan() {
    sticky().put(at("2026-11-20T10:00:00Z", "SELECT 1"));
    sticky().put(at("2026-11-20T11:00:00Z", "SELECT 1"));
    assertThat(since()).hasValue(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(fake.called("PATCH", ".*")).isZero();
    sticky().put(at("2026-11-20T12:00:00Z", "SELECT 2"));
    assertThat(since()).hasValue(Instant.parse("2026-11-20T12:00:00Z"));
  }

  @Test
  void aPlanThatSomebodyEditedIsShownSinceItIsRestored() {
    sticky().put(at("2026-11-20T10:00:00Z", "SELECT 1"));
    var posted = requireNonNull(repository.comments.get(7L)).get(0);
    posted.addProperty("body", posted.get("body").getAsString().replace("SELECT 1", "SELECT 9"));
    sticky().put(at("2026-11-20T11:00:00Z", "SELECT 1"));
    assertThat(since()).hasValue(Instant.parse("2026-11-20T11:00:00Z"));
  }

  @Test
  void twoMegabytesOfPlanAreTaken() {
    sticky().put(CommentText.of(Examples.twoMegabytes()));
    assertThat(repository.bodies(7)).hasSize(1);
  }
}
