package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pull requests and what belongs to them. */
public final class PullRequests {
  /** GitHub names at most that many files of a pull request. */
  public static final int MOST_FILES = 3_000;

  private final Calls calls;

  PullRequests(Calls calls) {
    this.calls = calls;
  }

  /** One pull request. */
  public PullRequest get(long number) {
    return calls.send(
        Request.get(calls.inRepository("/pulls/" + number), "read pull request " + number),
        PullRequest::read);
  }

  /**
   * The merged pull request that brought a commit to one of the branches. Just after a merge GitHub
   * may not know it yet, so it is asked again, each time after twice the time, until {@code
   * patience} is used up. Nothing: the commit was pushed directly.
   */
  public Optional<PullRequest> mergedAs(String commit, List<String> branches, Duration patience) {
    var wait = Duration.ofSeconds(1);
    var left = patience;
    while (true) {
      var found =
          ofCommit(commit).stream()
              .filter(
                  pull -> pull.mergedAt().isPresent() && branches.contains(pull.base().branch()))
              .max(thatMade(commit));
      if (found.isPresent() || wait.compareTo(left) > 0 || !calls.sleep(wait)) {
        return found;
      }
      left = left.minus(wait);
      wait = wait.multipliedBy(2);
    }
  }

  /** First the one whose merge made this very commit, then the one merged last. */
  private static Comparator<PullRequest> thatMade(String commit) {
    return Comparator.comparing(
            (PullRequest pull) -> pull.mergeCommit().equals(Optional.of(commit)))
        .thenComparing(pull -> pull.mergedAt().orElseThrow())
        .thenComparing(PullRequest::number);
  }

  /** Every pull request that GitHub links to a commit; none for a commit it does not know yet. */
  public List<PullRequest> ofCommit(String commit) {
    requireCommit(commit);
    try {
      return list(
          "/commits/" + commit + "/pulls",
          "list the pull requests of commit " + commit,
          PullRequest::read);
    } catch (GitHubFailure e) {
      // 409, 422: not known yet, or an empty repository
      if (e.kind() == GitHubFailure.Kind.INVALID || e.status().orElse(0) == 409) {
        return List.of();
      }
      throw e;
    }
  }

  /** It becomes part of a path, and may come from an event. */
  static void requireCommit(String commit) {
    if (!commit.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a commit is 40 or 64 hexadecimal digits");
    }
  }

  /** All reviews, oldest first. */
  public List<Review> reviews(long number) {
    return list(
        "/pulls/" + number + "/reviews",
        "list the reviews of pull request " + number,
        Review::read);
  }

  /** Names of the labels as they are now; an event holds those of its own moment. */
  public List<String> labels(long number) {
    return list(
        "/issues/" + number + "/labels",
        "list the labels of pull request " + number,
        label -> label.text("name"));
  }

  /** The files it changes; where there are {@link #MOST_FILES} there may be more. */
  public List<ChangedFile> files(long number) {
    return list(
        "/pulls/" + number + "/files",
        "list the files of pull request " + number,
        ChangedFile::read);
  }

  private <T> List<T> list(String path, String operation, Function<Json, T> read) {
    return calls.list(
        Request.get(calls.inRepository(path + "?per_page=100"), operation), Json::parseArray, read);
  }
}
