package dev.tidegate.action.command;

import dev.tidegate.action.comment.CommentText;
import dev.tidegate.action.comment.PostedComment;
import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.StickyComment;
import dev.tidegate.action.comment.Verdict;
import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.PullRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts a review's comment on its pull request, unless somebody who knows more has written there: a
 * run that began later, a deploy, or a run on a newer commit.
 */
final class Posting {
  private static final Pattern RUN = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

  private final Step step;
  private final GitHub gitHub;
  private final long pullRequest;

  Posting(Step step, GitHub gitHub, long pullRequest) {
    this.step = step;
    this.gitHub = gitHub;
    this.pullRequest = pullRequest;
  }

  /**
   * What came of it.
   *
   * @param comment the comment as it stands now; nothing where there is none
   * @param why in words, where nothing was written; empty where there was nothing to say
   */
  record Posted(Optional<Comment> comment, String why) {
    static Posted not(String why) {
      return new Posted(Optional.empty(), why);
    }
  }

  /**
   * Writes it, as the input {@code comment} says.
   *
   * @throws dev.tidegate.action.github.GitHubFailure if GitHub does not take it
   * @throws dev.tidegate.action.problem.ActionException TG-5101 if another app wrote it before
   */
  Posted post(ReviewComment comment) {
    var how = step.input(InputName.COMMENT).orElse("changes");
    if (how.equals("never")) {
      return Posted.not("");
    }
    var now = gitHub.pullRequests().get(pullRequest);
    var stale = stale(comment, now);
    if (stale.isPresent()) {
      return Posted.not(stale.get());
    }
    var author = CommentAuthor.of(step, gitHub);
    var key = comment.subject().key();
    var sticky = new StickyComment(gitHub.comments(), author, pullRequest, key);
    var text = CommentText.of(comment);
    if (how.equals("new")) {
      return written(sticky.add(text), author);
    }
    var found = sticky.find();
    if (found.isEmpty() && how.equals("changes") && !saysSomething(comment)) {
      return Posted.not("");
    }
    var later =
        found.flatMap(it -> PostedComment.parse(it.body())).filter(it -> later(it, comment));
    if (later.isPresent()) {
      return new Posted(found, "run " + later.get().run() + " has written the comment since");
    }
    return put(sticky, found, text, author);
  }

  /**
   * Writes what a run without secrets has left behind. It never takes over a comment with its key
   * that another kind of run wrote: whoever opened the pull request chose the key, and could put a
   * review of their own in the place of one that is to be believed.
   *
   * @param now the pull request as it is
   * @throws dev.tidegate.action.github.GitHubFailure if GitHub does not take it
   */
  Posted postOfOthers(ReviewComment comment, PullRequest now) {
    var stale = stale(comment, now);
    if (stale.isPresent()) {
      return Posted.not(stale.get());
    }
    var author = CommentAuthor.of(step, gitHub);
    var key = comment.subject().key();
    var sticky = new StickyComment(gitHub.comments(), author, pullRequest, key);
    var found = sticky.find();
    var posted = found.flatMap(it -> PostedComment.parse(it.body())).map(PostedComment::run);
    if (posted.filter(run -> !run.startsWith(ReviewArtifacts.WITHOUT_SECRETS)).isPresent()) {
      return new Posted(
          found,
          "run " + posted.get() + ", which had secrets, wrote the comment that stands there");
    }
    if (found.isEmpty() && !saysSomething(comment)) {
      return Posted.not("");
    }
    return put(sticky, found, CommentText.of(comment), author);
  }

  private Posted put(StickyComment sticky, Optional<Comment> found, String text, Account author) {
    if (found.isEmpty()) {
      CommentAuthor.refuseIfAnotherAppWrote(sticky, author);
    }
    return written(sticky.put(text), author);
  }

  private Posted written(Comment comment, Account author) {
    CommentAuthor.warnIfAnother(step, comment, author);
    return new Posted(Optional.of(comment), "");
  }

  /** Why this review is no longer about the pull request as it is. */
  static Optional<String> stale(ReviewComment comment, PullRequest now) {
    if (!now.open()) {
      return Optional.of("the pull request is no longer open: what stands there is kept");
    }
    if (!now.head().commit().equals(comment.origin().headCommit())) {
      return Optional.of(
          "a newer commit was pushed, %s: the comment is for its run to write"
              .formatted(now.head().commit()));
    }
    return Optional.empty();
  }

  private static boolean saysSomething(ReviewComment comment) {
    return comment.verdict() != Verdict.NO_CHANGE || !comment.drift().isEmpty();
  }

  /**
   * Whether a later run on the same commit wrote it: one that was started by a label, say, and was
   * quicker. A job that is run again has its old number and comes after it all the same.
   */
  private static boolean later(PostedComment posted, ReviewComment comment) {
    var theirs = RUN.matcher(posted.run());
    var ours = RUN.matcher(comment.origin().run());
    return posted.headCommit().equals(comment.origin().headCommit())
        && theirs.matches()
        && ours.matches()
        && ours.group(2).equals("1")
        && Long.parseLong(theirs.group(1)) > Long.parseLong(ours.group(1));
  }
}
