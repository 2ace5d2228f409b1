package dev.tidegate.action.command;

import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.maven.GoalRequest;
import dev.tidegate.action.maven.GoalRun;
import dev.tidegate.action.problem.ActionException;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.DeployFacts;
import dev.tidegate.action.report.DiffFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs the goals of a review. With a database both run at once; without one {@code deploy} is told
 * what the base branch holds, and where the migrations lie is in the report of {@code diff}, since
 * the pom may say so.
 */
final class ReviewGoals {
  /** What says where a live database is; a review without one is told none of it. */
  private static final List<String> DATABASE =
      List.of("url", "directUrl", "user", "password", "serverId");

  /** What is for the deploy to come, or for many databases. */
  private static final List<String> NOT_FOR_REVIEWS =
      List.of("planHash", "resumeAt", "targets", "shard", "canary", "onFailure");

  private static final String DEFAULT_FOLDER = "src/main/resources/db/migration";

  private final Step step;
  private final Reviewed reviewed;
  private final Approvals approvals;

  ReviewGoals(Step step, Reviewed reviewed, Approvals approvals) {
    this.step = step;
    this.reviewed = reviewed;
    this.approvals = approvals;
  }

  /** What they found; a goal that failed says so in its facts. */
  ReviewFacts run() {
    return hasDatabase() ? withDatabase() : withBase();
  }

  private boolean hasDatabase() {
    return !reviewed.withoutSecrets() && database().isPresent();
  }

  private Optional<String> database() {
    return step.input(InputName.PROBE_URL).or(() -> step.input(InputName.URL));
  }

  private ReviewFacts withDatabase() {
    var first = step.goals().run(ofDatabase("diff", "deploy"));
    var facts = facts(first);
    if (first.report("deploy").isPresent()) {
      return facts.withDeploy(deploy(first));
    }
    // a diff that fails is the last goal of its Maven
    var second = step.goals().run(ofDatabase("deploy"));
    return facts.withDeploy(deploy(second)).withFailure(second.failure());
  }

  private GoalRequest ofDatabase(String... goals) {
    var request = request(goals);
    var probe = step.input(InputName.PROBE_URL);
    if (probe.isEmpty()) {
      return request;
    }
    // login and direct URL are those of the database that is written
    return without(request, DATABASE)
        .withSecret("url", DatabasePaths.database(probe.get(), step.directory()));
  }

  private ReviewFacts withBase() {
    var first = step.goals().run(without(request("diff"), DATABASE));
    var facts = facts(first);
    if (facts.failure().isPresent()) {
      return facts;
    }
    try {
      var base = base(facts);
      var second = step.goals().run(onTop(base));
      BaseFolder.delete(base.folder());
      return facts
          .noting(base.note())
          .withDeploy(
              deploy(second).map(it -> it.wording(PullRequestHints::ofReviewWithoutDatabase)))
          .withFailure(second.failure())
          .withFolder(second.folder());
    } catch (ActionException e) {
      return facts.withFailure(Optional.of(e.problem()));
    } catch (GitHubFailure e) {
      return facts.withFailure(Optional.of(GitHubProblems.of(e)));
    }
  }

  private GoalRequest onTop(Base base) {
    return without(request("deploy"), DATABASE)
        .with("base", base.folder().toString())
        .without("baseline");
  }

  /** The folder that is taken for deployed, and what is to be said of it. */
  private record Base(Path folder, String note) {}

  private Base base(ReviewFacts facts) {
    if (reviewed.base().isEmpty()) {
      return new Base(empty(), "no base branch is known: all migrations count as pending");
    }
    var gitHub =
        step.gitHub()
            .orElseThrow(
                () -> BaseFolder.notKnown("there is no github-token to ask with").exception());
    var commit = reviewed.base().get();
    var folder =
        BaseFolder.make(
            Checkout.root(step),
            facts.migrations(),
            reviewed.changes(gitHub),
            path -> gitHub.contents().read(path, commit));
    return new Base(folder, "the migrations of the base branch count as deployed");
  }

  private static Path empty() {
    try {
      return Files.createTempDirectory("tidegate-base-").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GoalRequest request(String... goals) {
    var request =
        approvals
            .addTo(without(GoalInputs.of(step, goals), NOT_FOR_REVIEWS))
            .with("dryRun", "true")
            .with("rollback", "true")
            .with("failOnDiff", "false");
    return reviewed.withoutSecrets() ? request.with("scratchTrust", "restricted") : request;
  }

  private static GoalRequest without(GoalRequest request, List<String> parameters) {
    var less = request;
    for (var parameter : parameters) {
      less = less.without(parameter);
    }
    return less;
  }

  private ReviewFacts facts(GoalRun run) {
    var diff = run.report("diff").map(json -> GoalReports.read(run, "diff", DiffFacts::read));
    GoalReports.tellFolder(step, run);
    var migrations =
        diff.flatMap(DiffFacts::migrations)
            .map(Path::of)
            .orElseGet(
                () ->
                    step.directory()
                        .resolve(step.input(InputName.MIGRATIONS).orElse(DEFAULT_FOLDER)));
    // where diff left a report, Maven's failure is the one that the report tells of
    var failure = diff.isPresent() ? Optional.<Problem>empty() : run.failure();
    return new ReviewFacts(
        diff,
        Optional.empty(),
        migrations,
        Optional.of(run.folder()),
        failure,
        hasDatabase(),
        List.of());
  }

  private static Optional<DeployFacts> deploy(GoalRun run) {
    return run.report("deploy").map(json -> GoalReports.read(run, "deploy", DeployFacts::read));
  }
}
