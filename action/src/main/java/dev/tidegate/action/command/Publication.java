package dev.tidegate.action.command;

import dev.tidegate.action.comment.CommentText;
import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.problem.ActionException;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.runner.Annotation;
import dev.tidegate.action.runner.Annotation.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Shows a review wherever somebody may look: the file, the job's page, the comment, the log. */
final class Publication {
  /** Characters of a summary: each may be three bytes, and GitHub takes one MiB. */
  private static final int SUMMARY = 300_000;

  private final Step step;
  private final Reviewed reviewed;

  Publication(Step step, Reviewed reviewed) {
    this.step = step;
    this.reviewed = reviewed;
  }

  /**
   * Shows it.
   *
   * @return why the step fails, where GitHub did not take the comment and the input {@code
   *     on-comment-failure} says so
   */
  Optional<Problem> publish(ReviewComment comment, Optional<Path> reports) {
    reports.ifPresent(folder -> write(comment, folder));
    WholeSql.tell(step, comment);
    var shown = summarize(comment);
    if (!shown) {
      // the marker is for GitHub, not for a reader
      step.console()
          .print(CommentText.of(comment).lines().skip(1).collect(Collectors.joining("\n")));
    }
    return post(comment);
  }

  /** Anew, so that a link which the checkout holds under this name leads nowhere. */
  private void write(ReviewComment comment, Path folder) {
    var pull =
        reviewed.kind() == Reviewed.Kind.PULL_REQUEST
            ? reviewed.pullRequest()
            : java.util.OptionalLong.empty();
    try {
      Files.createDirectories(folder);
      var file = folder.resolve(ReviewFile.NAME);
      Files.deleteIfExists(file);
      Files.writeString(
          file,
          step.secrets().mask(new ReviewFile(pull, comment).text()),
          StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean summarize(ReviewComment comment) {
    if (step.summary().isEmpty()) {
      return false;
    }
    try {
      return step.summary().get().add(CommentText.of(comment, SUMMARY));
    } catch (IOException e) {
      step.console().print("the job summary could not be written: " + e);
      return false;
    }
  }

  private Optional<Problem> post(ReviewComment comment) {
    if (reviewed.kind() != Reviewed.Kind.PULL_REQUEST) {
      return Optional.empty();
    }
    if (reviewed.withoutSecrets()) {
      step.console()
          .print(
              "no comment: a run of a fork or of Dependabot may not write one; upload the report"
                  + " directory as artifact tidegate-review, and a workflow_run workflow posts it");
      return Optional.empty();
    }
    if (step.gitHub().isEmpty()) {
      step.console().print("no comment: there is no github-token to write one with");
      return Optional.empty();
    }
    try {
      var number = reviewed.pullRequest().orElseThrow();
      var posted = new Posting(step, step.gitHub().get(), number).post(comment);
      posted.comment().ifPresent(it -> step.outputs().set(OutputName.COMMENT_URL, it.url()));
      if (!posted.why().isEmpty()) {
        step.console().print("no comment: " + posted.why());
      }
      return Optional.empty();
    } catch (GitHubFailure | ActionException e) {
      return refused(StepProblems.of(e));
    }
  }

  /** The summary has it all; where there is none, the log has. */
  private Optional<Problem> refused(Problem problem) {
    var fails = step.input(InputName.ON_COMMENT_FAILURE).orElse("warn").equals("fail");
    if (fails) {
      return Optional.of(problem);
    }
    step.console()
        .print(problem.withState("the review is in the job summary and in this log").text());
    step.console()
        .annotate(
            List.of(
                new Annotation(
                    Level.WARNING,
                    Optional.empty(),
                    OptionalInt.empty(),
                    "Tidegate could not comment",
                    problem.text())));
    return Optional.empty();
  }
}
