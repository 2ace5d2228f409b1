package dev.tidegate.action.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidegate.action.github.Fault.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest extends GitHubLab {

  private GitHubFailure failure() {
    return catchThrowableOfType(GitHubFailure.class, () -> gitHub().comments().of(7));
  }

  @Test
  void waitsAsLongAsALimitAsks() {
    fake.goesWrong(
        Fault.status(429, "GET", COMMENTS, "Too many requests").with(Map.of("Retry-After", "17")));
    gitHub().comments().of(7);
    assertThat(clock.waits).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void readsADateAsAProxyWritesIt() {
    fake.goesWrong(
        Fault.status(503, "GET", COMMENTS, "busy")
            .with(Map.of("Retry-After", "Fri, 20 Nov 2026 10:00:09 GMT")));
    gitHub().comments().of(7);
    assertThat(clock.waits).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void waitsForThePrimaryLimitToLift() {
    var reset = TestClock.START.plusSeconds(40).getEpochSecond();
    fake.goesWrong(
        Fault.status(403, "GET", COMMENTS, "API rate limit exceeded")
            .with(Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "" + reset)));
    gitHub().comments().of(7);
    assertThat(clock.waits).containsExactly(Duration.ofSeconds(41));
  }

  @Test
  void waitsAMinuteForASecondaryLimitThatNamesNoTime() {
    fake.goesWrong(Fault.status(403, "POST", COMMENTS, "You have exceeded a secondary rate limit"));
    create();
    assertThat(clock.waits).containsExactly(Duration.ofMinutes(1));
    assertThat(repository.bodies(7)).hasSize(1);
  }

  @Test
  void doesNotWaitForALimitThatLiftsTooLate() {
    fake.goesWrong(
        Fault.status(403, "GET", COMMENTS, "API rate limit exceeded")
            .with(
                Map.of(
                    "x-ratelimit-remaining",
                    "0",
                    "x-ratelimit-reset",
                    "" + TestClock.START.plusSeconds(3599).getEpochSecond()))
            .always());
    var failure = failure();
    assertThat(failure.kind()).isEqualTo(GitHubFailure.Kind.LIMITED);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure)
        .hasMessageContaining(
            "403 API rate limit exceeded; the next attempt would be in 3600 s, and only 180 s are"
                + " left for waiting");
    assertThat(clock.waits).isEmpty();
  }

  @Test
  void allCallsShareOnePatience() {
    fake.goesWrong(
        Fault.status(429, "GET", COMMENTS, "slow down").with(Map.of("Retry-After", "50")).always());
    var comments = gitHub().comments();
    assertThatThrownBy(() -> comments.of(7)).isInstanceOf(GitHubFailure.class);
    assertThat(clock.waited()).isEqualTo(Duration.ofSeconds(150));
    assertThatThrownBy(() -> comments.of(7)).hasMessageContaining("only 30 s are left");
    assertThat(clock.waited()).isEqualTo(Duration.ofSeconds(150));
  }

  @Test
  void anAnswerWithoutWordsIsToldByItsNumber() {
    fake.goesWrong(Fault.status(502, "GET", COMMENTS, "").always());
    assertThat(failure()).hasMessageContaining("pull request 7: 502; tried 6 times");
  }

  @Test
  void givesUpAfterAsManyAttempts() {
    fake.goesWrong(Fault.status(502, "GET", COMMENTS, "Bad Gateway").always());
    assertThat(failure()).hasMessageContaining("502 Bad Gateway; tried 6 times");
    assertThat(fake.calls).hasSize(6);
    assertThat(clock.waited()).isEqualTo(Duration.ofSeconds(1 + 2 + 4 + 8 + 16));
  }

  @Test
  void aLaterPageMayFailAndComeBack() {
    for (int i = 0; i < 70; i++) {
      repository.comment(7, "someone", "c");
    }
    fake.pageSize = 30;
    fake.goesWrong(Fault.of(Kind.CUT, "GET", COMMENTS).after(1));
    fake.goesWrong(Fault.status(500, "GET", COMMENTS, "oh").after(2));
    assertThat(gitHub().comments().of(7)).hasSize(70);
  }

  @Test
  void asksNoOtherOriginForTheNextPage() {
    for (int i = 0; i < 40; i++) {
      repository.comment(7, "someone", "c");
    }
    fake.pageSize = 30;
    fake.nextPageOrigin = fake.elsewhere().resolve("/").toString().replaceAll("/$", "");
    assertThat(failure().kind()).isEqualTo(GitHubFailure.Kind.UNREADABLE);
    assertThat(failure()).hasMessageContaining("its next page lies on another origin");
    assertThat(fake.storageAuthorizations).isEmpty();
  }

  @Test
  void followsARenamedRepositoryOnTheSameOrigin() {
    repository.comment(7, "someone", "c");
    fake.goesWrong(
        Fault.status(301, "GET", "/repos/o/r/issues$", "Moved Permanently")
            .with(Map.of("Location", fake.api() + "/repos/o/r/issues?state=open&labels=x")));
    assertThat(gitHub().issues().open("x")).isEmpty();
    assertThat(fake.calls).hasSize(2);
  }

  @Test
  void carriesTheTokenToNoOtherOrigin() {
    fake.goesWrong(
        Fault.status(301, "GET", "/repos/o/r/issues$", "Moved Permanently")
            .with(Map.of("Location", fake.elsewhere() + "/repos/o/r/issues")));
    assertThatThrownBy(() -> gitHub().issues().open("x"))
        .hasMessageContaining("could not list the issues labelled x");
    assertThat(fake.calls).hasSize(1);
    assertThat(fake.storageAuthorizations).isEmpty();
  }

  @Test
  void aPageOfAProxyIsNoAnswer() {
    fake.goesWrong(Fault.page(503, "GET", COMMENTS, "<html>down</html>").always());
    assertThat(failure().kind()).isEqualTo(GitHubFailure.Kind.UNAVAILABLE);
  }

  @Test
  void saysWhichMemberIsNotAsExpected() {
    repository.addComment(7, "someone", "c").addProperty("id", 1.5);
    var failure = failure();
    assertThat(failure.kind()).isEqualTo(GitHubFailure.Kind.UNREADABLE);
    assertThat(failure).hasMessageContaining("[0].id is not a whole number");
    assertThat(fake.departures).isNotEmpty();
    fake.departures.clear();
  }

  @Test
  void readsWhatGitHubMayAddTomorrow() {
    repository.addComment(7, "someone", "c").addProperty("tomorrow", true);
    assertThat(gitHub().comments().of(7)).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() {
    var settings =
        new GitHubSettings(
            URI.create("http://localhost:1"),
            Repository.parse("o/r"),
            new Token(FakeGitHub.TOKEN),
            new Patience(Duration.ofMinutes(1), 2, Duration.ofSeconds(1), Duration.ofSeconds(5)),
            clock);
    var failure =
        catchThrowableOfType(GitHubFailure.class, () -> new GitHub(settings).comments().of(7));
    assertThat(failure.kind()).isEqualTo(GitHubFailure.Kind.UNREACHABLE);
    assertThat(failure.status()).isEmpty();
  }

  @Test
  void noMessageHoldsTheToken() {
    fake.goesWrong(
        Fault.status(400, "GET", COMMENTS, "you sent Bearer " + FakeGitHub.TOKEN).always());
    var trace = new StringWriter();
    failure().printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).contains("you sent Bearer ***").doesNotContain(FakeGitHub.TOKEN);
    assertThat(new Token("secret")).hasToString("***");
    fake.departures.clear();
  }

  @Test
  void whatGitHubSaysStaysOnOneShortLine() {
    fake.goesWrong(
        Fault.status(500, "GET", COMMENTS, "a\\n::error::b" + "x".repeat(9_999)).always());
    assertThat(failure().getMessage()).hasLineCount(1).hasSizeLessThan(700).contains("a ::error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ghs_a b", "ghs_a\nX-Other: b", "gh\u00e9"})
  void refusesWhatIsNoTokenWithoutQuotingIt(String value) {
    assertThatThrownBy(() -> new Token(value))
        .hasMessage("the token is empty or holds a character that no token has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "o", "o/", "/r", "o/r/x", "o/..", "../r", "o/r?x", "o/r%2f", "o/r#"})
  void refusesWhatIsNoRepository(String value) {
    assertThatThrownBy(() -> Repository.parse(value)).hasMessageContaining("OWNER/NAME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"api.github.com", "ftp://x", "https://u:p@x", "https:///x", "https://x?y"})
  void refusesWhatIsNoAddressOfTheApi(String value) {
    assertThatThrownBy(
            () ->
                GitHubSettings.of(
                    URI.create(value), Repository.parse("o/r"), new Token(FakeGitHub.TOKEN)))
        .hasMessageContaining("is not like https://api.github.com")
        .hasMessageNotContaining("u:p");
  }
}
