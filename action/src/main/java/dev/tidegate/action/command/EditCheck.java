package dev.tidegate.action.command;

import dev.tidegate.action.command.Promise.OfPull;
import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.GitHubFailure;
import java.util.List;

/**
 * Whether somebody edited the comment, for {@code approval: review}: an edit that was taken back
 * leaves no trace in the text, and whoever approved in between was shown something else.
 */
record EditCheck(Step step, OfPull pull) {

  /**
   * Refuses where anybody but its author did.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5303; TG-5104 or TG-5105 if GitHub does
   *     not say
   */
  void refuseIfEdited() {
    var others =
        editors().stream()
            .map(Account::login)
            .filter(login -> !login.equals(pull.author().login()))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      throw DeployProblems.editedBy(pull, others).exception();
    }
  }

  private List<Account> editors() {
    try {
      var comment = pull.comment().orElseThrow();
      return step.gitHub().orElseThrow().comments().editors(comment);
    } catch (GitHubFailure e) {
      throw GitHubProblems.of(e)
          .withDetail("approval: review has to know who edited the comment, and asks by GraphQL")
          .withState(DeployProblems.NOTHING_CHANGED)
          .withHint(
              "permissions: { contents: read, pull-requests: write } in the workflow's job, and a"
                  + " github-token that may ask by GraphQL; or approval: plan-hash")
          .exception();
    }
  }
}
