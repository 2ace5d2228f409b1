package dev.tidegate.action.command;

import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.GitHub;

/** Whose comments are taken for our own. */
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
}
