package dev.tidegate.action.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidegate.action.github.Fault.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentsTest extends GitHubLab {

  @Test
  void readsAllPages() {
    for (int i = 0; i < 130; i++) {
      repository.comment(7, "someone", "comment " + i);
    }
    repository.comment(7, "github-actions[bot]", "ours");
    fake.pageSize = 30;

    assertThat(gitHub().comments().of(7)).hasSize(131);
    assertThat(gitHub().comments().find(7, GitHubLab::isOurs))
        .hasValueSatisfying(found -> assertThat(found.author()).isEqualTo(Account.ACTIONS));
    assertThat(fake.calls).hasSize(10);
  }

  @Test
  void findsNothingAmongNone() {
    assertThat(gitHub().comments().find(7, comment -> true)).isEmpty();
  }

  @Test
  void createsAndUpdates() {
    var comment = create();
    assertThat(comment.author().login()).isEqualTo("github-actions[bot]");

    gitHub().comments().update(comment.id(), "ours, later");
    assertThat(repository.bodies(7)).containsExactly("ours, later");
  }

  @Test
  void takesCharactersBeyondAsciiWhole() {
    gitHub().comments().create(7, "ours → \u2028 \ud83d\ude00 \\ \"", GitHubLab::isOurs);
    assertThat(repository.bodies(7)).containsExactly("ours → \u2028 \ud83d\ude00 \\ \"");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"LOST_ANSWER", "HALF_ANSWER", "CUT", "HANGING"})
  void neverWritesACommentTwice(Kind kind) {
    repository.comment(7, "someone", "foreign");
    fake.goesWrong(Fault.of(kind, "POST", COMMENTS));

    var comment = gitHub(Duration.ofMillis(700)).comments().create(7, "ours", GitHubLab::isOurs);

    assertThat(comment.body()).isEqualTo("ours");
    assertThat(repository.bodies(7)).containsExactly("foreign", "ours");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void looksBeforeItPostsAgain(int status) {
    fake.goesWrong(Fault.status(status, "POST", COMMENTS, "Server Error").times(2));
    create();
    assertThat(repository.bodies(7)).containsExactly("ours");
    assertThat(fake.calls)
        .containsExactly(
            "POST /repos/o/r/issues/7/comments",
            "GET /repos/o/r/issues/7/comments",
            "POST /repos/o/r/issues/7/comments",
            "GET /repos/o/r/issues/7/comments",
            "POST /repos/o/r/issues/7/comments");
    assertThat(clock.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void looksOnceMoreBeforeItGivesUp() {
    fake.goesWrong(Fault.status(502, "POST", COMMENTS, "Bad Gateway").times(5));
    fake.goesWrong(Fault.of(Kind.LOST_ANSWER, "POST", COMMENTS));
    assertThat(create().body()).isEqualTo("ours");
    assertThat(repository.bodies(7)).hasSize(1);
  }

  @Test
  void postsNoSecondTimeWhereItCannotLook() {
    fake.goesWrong(Fault.of(Kind.LOST_ANSWER, "POST", COMMENTS));
    fake.goesWrong(Fault.status(403, "GET", COMMENTS, "Resource not accessible").always());

    var failure = catchThrowableOfType(GitHubFailure.class, this::create);

    assertThat(failure)
        .hasMessageContaining("could not comment on pull request 7")
        .hasMessageEndingWith("and whether it was carried out could not be found out");
    assertThat(repository.bodies(7)).hasSize(1);
  }

  @Test
  void repeatsAnUpdate() {
    repository.comment(7, "github-actions[bot]", "ours");
    var id = gitHub().comments().of(7).get(0).id();
    fake.goesWrong(Fault.of(Kind.LOST_ANSWER, "PATCH", "/issues/comments/"));
    gitHub().comments().update(id, "ours, later");
    assertThat(repository.bodies(7)).containsExactly("ours, later");
    assertThat(fake.called("PATCH", ".*")).isEqualTo(2);
  }

  @Test
  void saysThatABodyIsTooLong() {
    var failure =
        catchThrowableOfType(
            GitHubFailure.class,
            () -> gitHub().comments().create(7, "x".repeat(65_537), GitHubLab::isOurs));
    assertThat(failure.kind()).isEqualTo(GitHubFailure.Kind.INVALID);
    assertThat(failure)
        .hasMessage(
            "GitHub: could not comment on pull request 7: 422 Validation Failed: Body is too long"
                + " (maximum is 65536 characters) (request AB12:34CD)");
    assertThat(fake.calls).hasSize(1);
  }

  @Test
  void saysThatAForksTokenMayNotComment() {
    fake.goesWrong(
        Fault.status(403, "POST", COMMENTS, "Resource not accessible by integration").always());
    var failure = catchThrowableOfType(GitHubFailure.class, this::create);
    assertThat(failure.kind()).isEqualTo(GitHubFailure.Kind.FORBIDDEN);
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.status()).hasValue(403);
    assertThat(failure).hasMessageContaining("(request AB12:34CD)");
    assertThat(fake.calls).hasSize(1);
  }

  @Test
  void aCommentThatWasDeletedIsNotThere() {
    var failure =
        catchThrowableOfType(
            GitHubFailure.class, () -> gitHub().comments().update(99, "ours, later"));
    assertThat(failure.kind()).isEqualTo(GitHubFailure.Kind.NOT_FOUND);
  }

  @Test
  void aDeletedAccountIsNobody() {
    repository.addComment(7, "x", "left behind").add("user", com.google.gson.JsonNull.INSTANCE);
    assertThat(gitHub().comments().of(7).get(0).author().login()).isEqualTo("ghost");
  }
}
