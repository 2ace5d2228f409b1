package dev.tidegate.action.command;

import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.report.DeployFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what a pull request would do to a database, and says no to what nobody approved. */
final class ReviewCommand implements ActionCommand {

  @Override
  public void run(Step step) {
    var reviewed = Reviewed.of(step);
    if (reviewed.isEmpty()) {
      step.console().print("nothing to review: the pull request is closed or the branch deleted");
      return;
    }
    if (reviewed.get().withoutSecrets()
        && step.input(InputName.ON_FORK).orElse("review").equals("skip")) {
      step.console().print("not reviewed: a fork's or Dependabot's, and on-fork is skip");
      return;
    }
    review(step, reviewed.get());
  }

  private static void review(Step step, Reviewed reviewed) {
    var notes = new ArrayList<String>();
    var approvals = approvals(step, reviewed, notes);
    var facts = new ReviewGoals(step, reviewed, approvals).run();
    var judgement =
        new ReviewJudgement(
            facts,
            FailOn.words(step.inputs()),
            approvals.allowed(),
            MigrationToWrite.command(step, reviewed.branch()),
            step.input(InputName.SCHEMA).isPresent());
    if (reviewed.withoutSecrets()) {
      notes.add("computed by a run without secrets, on code that anybody may have written");
    }
    var comment = ReviewModel.of(step, reviewed, judgement, notes);
    outputs(step, judgement, comment);
    var unposted = new Publication(step, reviewed).publish(comment, facts.folder());
    step.console().annotate(ReviewAnnotations.of(step, judgement));
    var failure = judgement.failure().or(() -> unposted);
    if (failure.isPresent()) {
      throw failure.get().exception();
    }
  }

  /** Labels and reviews cannot be asked for without a token; then those of the files count. */
  private static Approvals approvals(Step step, Reviewed reviewed, List<String> notes) {
    if (step.gitHub().isEmpty() || reviewed.pullRequest().isEmpty()) {
      return Approvals.of(step);
    }
    var gitHub = step.gitHub().get();
    try {
      var pull = gitHub.pullRequests().get(reviewed.pullRequest().getAsLong());
      var approvals = Approvals.of(step, gitHub, pull);
      notes.addAll(approvals.notes());
      return approvals;
    } catch (GitHubFailure e) {
      notes.add("labels and reviews that approve hazards could not be read: " + e.getMessage());
      return Approvals.of(step);
    }
  }

  private static void outputs(Step step, ReviewJudgement judgement, ReviewComment comment) {
    var outputs = step.outputs();
    var facts = judgement.facts();
    var changes = judgement.hasStatements() || !judgement.changes().isEmpty();
    outputs.set(OutputName.CHANGES, String.valueOf(changes));
    outputs.set(
        OutputName.STATEMENTS,
        comment.plan().statements().size() + (long) judgement.changes().size());
    outputs.set(OutputName.HAZARDS, judgement.hazards(/* onlyDestructive= */ false));
    outputs.set(OutputName.DESTRUCTIVE, judgement.hazards(/* onlyDestructive= */ true));
    Optional.of(facts.deploy().map(DeployFacts::planHash).orElse(""))
        .filter(hash -> !hash.isEmpty())
        .ifPresent(hash -> outputs.set(OutputName.PLAN_HASH, hash));
    if (facts.live()) {
      facts
          .deploy()
          .flatMap(DeployFacts::drifted)
          .ifPresent(it -> outputs.set(OutputName.DRIFT, String.valueOf(it)));
    }
  }
}
