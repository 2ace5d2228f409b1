package dev.tidegate.action.command;

import dev.tidegate.action.comment.StickyComment;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.github.PullRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds the pull request of a commit, and what stands there. */
record PromiseSearch(Step step, ApprovalMode mode) {
  /** Just after a merge GitHub does not always know which pull request a commit is of. */
  private static final Duration PATIENCE = Duration.ofSeconds(31);

  /** Where nothing depends on it nobody waits that long. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  /**
   * What was promised of the commit.
   *
   * @throws dev.tidegate.action.problem.ActionException if a promise is needed and GitHub cannot be
   *     asked for it
   */
  Promise find(DeployedCommit commit) {
    var gitHub = step.gitHub();
    if (gitHub.isEmpty() && mode != ApprovalMode.NONE) {
      throw DeployProblems.noToken(mode).exception();
    }
    try {
      return gitHub.map(it -> find(commit, it)).orElseGet(() -> none(commit));
    } catch (GitHubFailure e) {
      var problem = GitHubProblems.of(e).withState(DeployProblems.NOTHING_CHANGED);
      if (mode != ApprovalMode.NONE) {
        throw problem.exception();
      }
      step.console().print(problem.text());
      return none(commit);
    }
  }

  private Promise none(DeployedCommit commit) {
    return new Promise(commit, Approvals.of(step), Optional.empty());
  }

  private Promise find(DeployedCommit commit, GitHub gitHub) {
    refuseTagElsewhere(commit, gitHub);
    return pull(commit, gitHub)
        .map(
            pull ->
                new Promise(
                    commit, Approvals.of(step, gitHub, pull), Optional.of(of(gitHub, pull))))
        .orElseGet(() -> none(commit));
  }

  /** Whoever may push a tag could else deploy what no branch that is deployed ever had. */
  private static void refuseTagElsewhere(DeployedCommit commit, GitHub gitHub) {
    var contents = gitHub.contents();
    if (commit.tag().isPresent()
        && commit.branches().stream().noneMatch(it -> contents.isOn(it, commit.hash()))) {
      throw DeployProblems.otherTag(commit.tag().get(), commit.branches()).exception();
    }
  }

  private Optional<PullRequest> pull(DeployedCommit commit, GitHub gitHub) {
    var pulls = gitHub.pullRequests();
    var patience = mode == ApprovalMode.NONE ? SHORT : PATIENCE;
    return pulls.mergedAs(commit.hash(), commit.branches(), patience);
  }

  private Promise.OfPull of(GitHub gitHub, PullRequest pull) {
    var author = CommentAuthor.of(step, gitHub);
    var sticky =
        new StickyComment(gitHub.comments(), author, pull.number(), CommentSubject.of(step).key());
    var comment = sticky.find();
    var forged =
        comment.isPresent()
            ? List.<String>of()
            : sticky.ofOthers().stream().map(PromiseSearch::named).toList();
    var keys = comment.isPresent() ? List.<String>of() : sticky.keys();
    return new Promise.OfPull(pull, sticky, author, comment, keys, forged);
  }

  private static String named(Comment comment) {
    return comment.url() + " by " + comment.author().login();
  }
}
