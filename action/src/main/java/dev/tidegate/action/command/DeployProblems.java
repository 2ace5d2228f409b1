package dev.tidegate.action.command;

import dev.tidegate.action.command.Promise.OfPull;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words why a deploy is refused before it begins. */
final class DeployProblems {
  static final String NOTHING_CHANGED = "nothing was changed";

  static final String NOT_KNOWN =
      "not known, as the deploy ended without a report; command: status says what is applied";

  private DeployProblems() {}

  static Problem notDeployed(String event) {
    return refused(ProblemCode.EVENT_NOT_HANDLED, "a deploy does not answer to event " + event)
        .withDetail("only a commit on a branch, or a tag, is deployed")
        .withHint("on: { push: { branches: [main] }, workflow_dispatch: }");
  }

  static Problem noEvent() {
    return refused(ProblemCode.EVENT_NOT_HANDLED, "the event of the workflow is not known")
        .withDetail("GITHUB_EVENT_PATH is empty, so what was promised cannot be looked for")
        .withHint("pass GITHUB_EVENT_NAME and GITHUB_EVENT_PATH on to the container");
  }

  static Problem otherBranch(String branch, List<String> deployed) {
    return refused(ProblemCode.EVENT_NOT_HANDLED, "a deploy does not answer to branch " + branch)
        .withDetail("it answers to " + String.join(", ", deployed) + ", and to tags there")
        .withHint("where it should: branches: " + String.join(", ", deployed) + ", " + branch);
  }

  static Problem otherTag(String tag, List<String> deployed) {
    return refused(
            ProblemCode.EVENT_NOT_HANDLED,
            "tag " + tag + " is not on " + String.join(" or ", deployed))
        .withDetail("only commits of branches that are deployed are deployed by a tag")
        .withHint("set the tag on a commit there, or name its branch in the input branches");
  }

  static Problem deleted(String ref) {
    return refused(ProblemCode.EVENT_NOT_HANDLED, ref + " was deleted")
        .withDetail("there is no commit to deploy");
  }

  static Problem noToken(ApprovalMode mode) {
    return refused(ProblemCode.INPUT_INVALID, "input github-token is not given")
        .withDetail(
            "approval: " + word(mode) + " compares the plan with the pull request's comment")
        .withHint("github-token: ${{ github.token }}, or approval: none");
  }

  static Problem noPullRequest(DeployedCommit commit) {
    return refused(
            ProblemCode.PULL_REQUEST_NOT_FOUND,
            "no merged pull request brought commit " + commit.hash())
        .withDetail(
            "it came to "
                + String.join(" or ", commit.branches())
                + " directly, so nobody was shown what it would run")
        .withHint(
            "bring migrations by pull requests; on-direct-push: deploy lets this one through");
  }

  static Problem noComment(OfPull pull, String key, PlanModel model) {
    var lines = new ArrayList<String>();
    lines.add("looked for: a comment by " + pull.author().login() + " with the key " + key);
    if (!pull.keys().isEmpty()) {
      lines.add("found instead, with other keys: " + String.join(", ", pull.keys()));
    }
    lines.add("pending and promised nowhere:");
    model.pending().forEach(file -> lines.add("  " + file.path()));
    return refused(
            ProblemCode.COMMENT_NOT_FOUND, named(pull) + " has no comment that promises a plan")
        .withDetail(lines)
        .withHint(
            "let a review comment with the same directory, environment and comment-key; with a"
                + " GitHub App's token set comment-author. What an earlier merge left pending is"
                + " deployed by running that one's job again");
  }

  static Problem forged(OfPull pull) {
    var lines = new ArrayList<String>();
    lines.add("our comments are written by " + pull.author().login());
    pull.forged().forEach(comment -> lines.add("has the marker of one: " + comment));
    return refused(
            ProblemCode.COMMENT_CHANGED,
            "the comment of " + named(pull) + " was not written by the action")
        .withDetail(lines)
        .withHint(
            "find out why it is there and delete it; where the account is the right one, as with a"
                + " GitHub App's token: comment-author: NAME[bot]");
  }

  static Problem edited(OfPull pull, List<String> difference) {
    var lines = new ArrayList<String>();
    lines.add(pull.comment().orElseThrow().url());
    lines.add("what it shows (-) and what would run (+):");
    lines.addAll(
        difference.isEmpty() ? List.of("the same statements, written another way") : difference);
    return refused(ProblemCode.COMMENT_CHANGED, "the comment of " + named(pull) + " was edited")
        .withDetail(lines)
        .withHint("see the comment's edit history for who did it, and " + again());
  }

  static Problem editedBy(OfPull pull, List<String> others) {
    return refused(
            ProblemCode.COMMENT_CHANGED, "the comment of " + named(pull) + " was edited by others")
        .withDetail(pull.comment().orElseThrow().url())
        .withDetail("edited by: " + String.join(", ", others))
        .withDetail(
            "it shows what would run now; whoever approved it may have been shown other SQL")
        .withHint("see the comment's edit history, and " + again());
  }

  static Problem planDiffers(OfPull pull, PlanModel model, List<String> difference) {
    var lines = new ArrayList<String>();
    lines.add("promised (-) in " + pull.comment().orElseThrow().url() + ", would run (+):");
    lines.addAll(difference);
    return refused(
            ProblemCode.PLAN_NOT_AS_REVIEWED,
            "what would run is not what " + named(pull) + " showed")
        .withDetail(lines)
        .withHint(again() + byHand(model));
  }

  static Problem notReviewed(OfPull pull, List<String> reasons) {
    return refused(
            ProblemCode.REVIEW_NOT_GIVEN,
            "nobody approved " + named(pull) + " with this plan shown")
        .withDetail(reasons)
        .withHint(
            "approve the pull request's last commit, which is possible after the merge too, and run"
                + " this job again");
  }

  static Problem notShown(OfPull pull, int unseen, int all) {
    return refused(
            ProblemCode.PLAN_NOT_SHOWN,
            unseen + " of " + all + " statements had no room in the comment of " + named(pull))
        .withDetail("approval: review cannot be given to what nobody could read there")
        .withHint("split the migration over several pull requests, or approval: plan-hash");
  }

  static Problem notShownByFork(OfPull pull, int unseen, int all) {
    return refused(
            ProblemCode.PLAN_NOT_AS_REVIEWED,
            unseen + " of " + all + " statements had no room in the comment of " + named(pull))
        .withDetail(
            "a run without secrets computed it, so which ones were left out is for the pull request's"
                + " author to choose: such a comment has to show all")
        .withHint(
            again()
                + ". Before a merge: a maintainer pushes the commits to a branch of this repository,"
                + " whose review has secrets");
  }

  static Problem notPromoted(String wanted, PlanModel model, List<String> drift) {
    var lines = new ArrayList<String>();
    lines.add("plan-hash says " + wanted);
    lines.add("pending is " + model.hash().orElse("a plan without a name") + ":");
    model.pending().forEach(file -> lines.add("  " + file.path()));
    if (!drift.isEmpty()) {
      lines.add("and the database is not what its migrations build:");
      drift.forEach(line -> lines.add("  " + line));
    }
    return refused(
            ProblemCode.PLAN_NOT_AS_PROMOTED,
            "what would run is not what the input plan-hash names")
        .withDetail(lines)
        .withHint(
            "bring both databases to the same migrations first: deploy the commits that only the"
                + " former one has, in order");
  }

  static Problem ofMany(ApprovalMode mode) {
    return refused(
            ProblemCode.PLAN_OF_MANY, "a deploy to many databases is not compared with a comment")
        .withDetail("approval: " + word(mode) + " and targets were given")
        .withHint("approval: none, and plan-hash with the hash of the plan that was reviewed");
  }

  /** A review without a database takes what is merged for deployed, and would not show it. */
  private static String again() {
    return "open "
        + PullRequestHints.WITH_DATABASE
        + ": its comment shows all that is pending, and its merge deploys that";
  }

  private static String byHand(PlanModel model) {
    return model
        .hash()
        .map(
            hash ->
                "; or, where the difference is right, start the workflow by hand with approval: none"
                    + " and plan-hash: "
                    + hash)
        .orElse("");
  }

  private static String named(OfPull pull) {
    return "pull request " + pull.request().number();
  }

  private static String word(ApprovalMode mode) {
    return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Problem refused(ProblemCode code, String summary) {
    return Problem.of(code, summary).withState(NOTHING_CHANGED);
  }
}
