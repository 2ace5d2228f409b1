package dev.tidegate.action.github;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A test with a GitHub of its own; whatever it said is held against the description at the end. */
public abstract class GitHubLab {
  protected static final String COMMENTS = "/issues/7/comments$";

  protected final FakeGitHub fake;
  protected final FakeRepository repository;
  final TestClock clock = new TestClock();

  protected GitHubLab() {
    try {
      fake = new FakeGitHub();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    repository = fake.repository;
  }

  @AfterEach
  protected void everyExchangeWasAsDescribed() {
    fake.close();
  }

  protected GitHub gitHub() {
    return gitHub(Duration.ofSeconds(5));
  }

  GitHub gitHub(Duration answer) {
    return new GitHub(
        new GitHubSettings(
            fake.api(),
            Repository.parse("o/r"),
            new Token(FakeGitHub.TOKEN),
            new Patience(Duration.ofMinutes(3), 6, Duration.ofSeconds(1), answer),
            clock));
  }

  static boolean isOurs(Comment comment) {
    return comment.body().startsWith("ours");
  }

  Comment create() {
    return gitHub().comments().create(7, "ours", GitHubLab::isOurs);
  }
}
