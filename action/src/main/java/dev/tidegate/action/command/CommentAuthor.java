package dev.tidegate.action.command;

import dev.tidegate.action.comment.StickyComment;
import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.runner.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whose comments and issues are taken for our own. */
final class CommentAuthor {
  private CommentAuthor() {}

  /**
   * As the input {@code comment-author} says, else whom the token acts for. The token of a GitHub
   * App may not ask whom it acts for, and is then taken for {@code GITHUB_TOKEN}: with one the
   * input is needed, {@code my-app[bot]}.
   *
   * @throws dev.tidegate.action.github.GitHubFailure if GitHub cannot be asked
   */
  static Account of(Step step, GitHub gitHub) {
    return step.input(InputName.COMMENT_AUTHOR).map(Account::named).orElseGet(gitHub::author);
  }

  /**
   * Before a first comment: one with its key that another app wrote may be our own under a name
   * that we were not told, and then each run would write one more.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5101 if there is one
   */
  static void refuseIfAnotherAppWrote(StickyComment sticky, Account author) {
    if (!author.isApp()) {
      return;
    }
    sticky.ofOthers().stream()
        .filter(comment -> comment.author().isApp())
        .findFirst()
        .ifPresent(
            comment -> {
              throw Problem.of(
                      ProblemCode.INPUT_INVALID,
                      "the comment is by "
                          + comment.author().login()
                          + ", and not by "
                          + author.login())
                  .withDetail(comment.url())
                  .withHint(hint(comment.author()) + "; or delete that comment")
                  .exception();
            });
  }

  /** After a comment was written: whoever it is by, the next run has to look for. */
  static void warnIfAnother(Step step, Comment written, Account author) {
    if (!written.author().equals(author)) {
      step.console()
          .annotate(
              List.of(
                  new Annotation(
                      Annotation.Level.WARNING,
                      Optional.empty(),
                      OptionalInt.empty(),
                      "the comment would not be found again",
                      "it was looked for as one by "
                          + author.login()
                          + "; "
                          + hint(written.author()))));
    }
  }

  /** What makes comments and issues of an account our own. */
  static String hint(Account account) {
    return "where the token acts for it: comment-author: " + account.login();
  }
}
