package dev.tidegate.action.github;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonNull;
import dev.tidegate.action.github.Fault.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest extends GitHubLab {
  private static final String SHA = FakeRepository.COMMIT;
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  @Test
  void readsAPullRequest() {
    repository.pull(7, pull -> pull.addProperty("draft", true));
    var pull = gitHub().pullRequests().get(7);
    assertThat(pull.number()).isEqualTo(7);
    assertThat(pull.open()).isTrue();
    assertThat(pull.draft()).isTrue();
    assertThat(pull.head().commit()).isEqualTo(SHA);
    assertThat(pull.labels()).containsExactly("bug");
    assertThat(pull.isFromFork()).isFalse();
  }

  @Test
  void aHeadWithoutRepositoryIsThatOfAFork() {
    repository.pull(7, pull -> pull.getAsJsonObject("head").add("repo", JsonNull.INSTANCE));
    assertThat(gitHub().pullRequests().get(7).isFromFork()).isTrue();
    // the description calls it an object, and GitHub answers null all the same
    assertThat(fake.departures).allMatch(departure -> departure.contains("repo"));
    fake.departures.clear();
  }

  @Test
  void asksUntilTheMergedPullRequestIsKnown() {
    repository.pullOfCommit(SHA, 7, true, "main");
    repository.unknownFor = 3;
    assertThat(gitHub().pullRequests().mergedAs(SHA, List.of("main"), HALF_A_MINUTE))
        .hasValueSatisfying(pull -> assertThat(pull.number()).isEqualTo(7));
    assertThat(clock.waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
  }

  @Test
  void aCommitWithoutPullRequestWasPushedDirectly() {
    assertThat(gitHub().pullRequests().mergedAs(SHA, List.of("main"), HALF_A_MINUTE)).isEmpty();
    assertThat(clock.waited()).isLessThanOrEqualTo(HALF_A_MINUTE);
  }

  @Test
  void passesOverPullRequestsThatOnlyHoldTheCommit() {
    repository.pullOfCommit(SHA, 3, false, "main");
    repository.pullOfCommit(SHA, 4, true, "release");
    repository.pullOfCommit(SHA, 7, true, "main");
    assertThat(gitHub().pullRequests().mergedAs(SHA, List.of("main"), HALF_A_MINUTE))
        .hasValueSatisfying(pull -> assertThat(pull.number()).isEqualTo(7));
  }

  @Test
  void prefersThePullRequestWhoseMergeMadeTheCommit() {
    repository.pullOfCommit(SHA, 7, true, "main");
    repository.pullOfCommit(SHA, 8, true, "main");
    var pulls = requireNonNull(repository.pullsOfCommit.get(SHA));
    pulls.get(0).addProperty("merge_commit_sha", SHA);
    pulls.get(1).add("merge_commit_sha", JsonNull.INSTANCE);
    assertThat(gitHub().pullRequests().mergedAs(SHA, List.of("main"), HALF_A_MINUTE))
        .hasValueSatisfying(pull -> assertThat(pull.number()).isEqualTo(7));
  }

  @Test
  void aCommitThatIsNoneIsNotAskedFor() {
    assertThatThrownBy(() -> gitHub().pullRequests().ofCommit("main/../../x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(fake.calls).isEmpty();
  }

  @Test
  void listsReviewsLabelsAndFiles() {
    repository.review(7, "ann", "APPROVED");
    repository.review(7, "bob", "CHANGES_REQUESTED");
    repository.label(7, "tidegate:allow drop-column:public.users.legacy");
    for (int i = 0; i < 250; i++) {
      repository.file(7, "db/V" + i + "__x.sql");
    }
    var pulls = gitHub().pullRequests();
    assertThat(pulls.reviews(7))
        .extracting(Review::state)
        .containsExactly("APPROVED", "CHANGES_REQUESTED");
    assertThat(pulls.reviews(7).get(0).commit()).isPresent();
    assertThat(pulls.labels(7)).containsExactly("tidegate:allow drop-column:public.users.legacy");
    assertThat(pulls.files(7))
        .hasSize(250)
        .last()
        .satisfies(file -> assertThat(file.path()).isEqualTo("db/V249__x.sql"));
  }

  @Test
  void readsAFileAsItIsAtACommit() {
    repository.contents.put(SHA + ":db/übung/V1__a b+c%2e#d.sql", "SELECT 'ä';\r\n");
    var contents = gitHub().contents();
    assertThat(contents.read("db/übung/V1__a b+c%2e#d.sql", SHA))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("SELECT 'ä';\r\n");
    assertThat(catchThrowableOfType(GitHubFailure.class, () -> contents.read("db/x", SHA)).kind())
        .isEqualTo(GitHubFailure.Kind.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "db/../../y", "", "/etc/passwd", "db//x", "./x"})
  void aPathThatIsNoneIsNotAskedFor(String path) {
    assertThatThrownBy(() -> gitHub().contents().read(path, SHA))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(fake.calls).isEmpty();
  }

  @Test
  void comparesTwoCommits() {
    var other = SHA.replace('6', '7');
    repository.comparisons.put(
        SHA + "..." + other, List.of(FakeRepository.changed("db/V2__b.sql", "removed")));
    assertThat(gitHub().contents().changed(SHA, other))
        .containsExactly(new ChangedFile("db/V2__b.sql", Optional.empty(), "removed"));
    assertThatThrownBy(() -> gitHub().contents().changed("main", other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWorkflowsTokenMayNotAskWhoItIs() {
    assertThat(gitHub().author()).isEqualTo(Account.ACTIONS);
  }

  @Test
  void aPersonsTokenIsThatPersons() {
    fake.actor = "octocat";
    assertThat(gitHub().author().login()).isEqualTo("octocat");
  }

  @Test
  void aWrongTokenIsNobodys() {
    fake.goesWrong(Fault.status(401, "GET", "/user", "Bad credentials"));
    assertThat(catchThrowableOfType(GitHubFailure.class, () -> gitHub().author()).kind())
        .isEqualTo(GitHubFailure.Kind.UNAUTHORIZED);
  }

  @Test
  void keepsOneIssueThroughItsLife() {
    var issues = gitHub().issues();
    var issue = issues.create("Drift", "two columns", "tidegate drift", i -> true);
    assertThat(issues.open("tidegate drift")).containsExactly(issue);
    assertThat(issues.open("another")).isEmpty();
    assertThat(issues.update(issue.number(), "Drift", "one column").body()).isEqualTo("one column");
    var closed = issues.close(issue.number(), "Drift", "none", Issue.Reason.NOT_PLANNED);
    assertThat(closed.isClosedAs(Issue.Reason.NOT_PLANNED)).isTrue();
    assertThat(closed.isClosedAs(Issue.Reason.COMPLETED)).isFalse();
    assertThat(issues.open("tidegate drift")).isEmpty();
    assertThat(issues.all("tidegate drift")).containsExactly(closed);
    assertThat(issues.reopen(issue.number(), "Drift", "again").open()).isTrue();
    assertThat(issues.open("tidegate drift")).hasSize(1);
  }

  @Test
  void opensNoSecondIssueWhenTheAnswerIsLost() {
    fake.goesWrong(Fault.of(Kind.LOST_ANSWER, "POST", "/issues$"));
    gitHub().issues().create("Drift", "x", "drift", issue -> issue.title().equals("Drift"));
    assertThat(gitHub().issues().open("drift")).hasSize(1);
  }

  @Test
  void downloadsAnArtifactWithoutShowingTheToken() throws IOException {
    var artifact = repository.artifact(5, "report", zip("deploy.json", "{}", "../x", "y"));
    assertThat(gitHub().artifacts().ofRun(5)).containsExactly(artifact);
    var files = gitHub().artifacts().download(artifact, ArtifactBounds.usual());
    assertThat(files).containsOnlyKeys("../x", "deploy.json");
    assertThat(files.get("deploy.json")).asString().isEqualTo("{}");
    assertThat(fake.storageAuthorizations).containsExactly("null");
  }

  @Test
  void readsNoMoreOfAnArtifactThanItMay() throws IOException {
    var bomb = repository.artifact(5, "bomb", zip("zeros", "0".repeat(1_000_000)));
    assertThat(bomb.bytes()).isLessThan(2_000);
    for (var bounds :
        List.of(new ArtifactBounds(10_000, 5, 999_999), new ArtifactBounds(100, 5, 2_000_000))) {
      var failure =
          catchThrowableOfType(
              GitHubFailure.class, () -> gitHub().artifacts().download(bomb, bounds));
      assertThat(failure.kind()).isEqualTo(GitHubFailure.Kind.TOO_LARGE);
    }
  }

  @Test
  void refusesAnArtifactThatIsNoZipFile() throws IOException {
    var artifact =
        repository.artifact(5, "x", "PK\3\4 not really".getBytes(StandardCharsets.UTF_8));
    var many = repository.artifact(5, "y", manyFiles());
    for (var one : List.of(artifact, many)) {
      var failure =
          catchThrowableOfType(
              GitHubFailure.class,
              () -> gitHub().artifacts().download(one, new ArtifactBounds(99_999, 5, 99_999)));
      assertThat(failure.kind()).isEqualTo(GitHubFailure.Kind.UNREADABLE);
    }
  }

  private static byte[] manyFiles() throws IOException {
    return zip(IntStream.range(0, 12).mapToObj(i -> "f" + i).toArray(String[]::new));
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
