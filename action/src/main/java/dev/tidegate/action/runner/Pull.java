package dev.tidegate.action.runner;

import java.util.List;
import java.util.Optional;

/**
 * A pull request as its event tells of it, at the moment of the event.
 *
 * @param number its number
 * @param author login of who opened it
 * @param sender login of who caused the event
 * @param draft whether it is not yet meant for review
 * @param merged whether it was merged
 * @param head what is to be merged
 * @param base where it is to be merged to
 * @param labels names of its labels
 */
public record Pull(
    long number,
    String author,
    String sender,
    boolean draft,
    boolean merged,
    Side head,
    Side base,
    List<String> labels) {

  private static final String DEPENDABOT = "dependabot[bot]";

  public Pull {
    labels = List.copyOf(labels);
  }

  /**
   * One side of a pull request.
   *
   * @param branch its name without {@code refs/heads/}
   * @param commit the branch's commit
   * @param repository {@code owner/name}; nothing when that repository was deleted
   */
  public record Side(String branch, String commit, Optional<String> repository) {}

  /** Whether it comes from another repository. */
  public boolean isFromFork() {
    return head.repository().isEmpty() || !head.repository().equals(base.repository());
  }

  /**
   * Whether the run has neither secrets nor a token that may write: that of a fork, and any that
   * Dependabot started.
   *
   * @param actor value of {@code GITHUB_ACTOR}
   */
  public boolean isWithoutSecrets(String actor) {
    return isFromFork() || actor.equals(DEPENDABOT) || sender.equals(DEPENDABOT);
  }
}
