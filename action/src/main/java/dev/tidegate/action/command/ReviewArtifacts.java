package dev.tidegate.action.command;

import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.ReviewComment.Origin;
import dev.tidegate.action.github.Artifact;
import dev.tidegate.action.github.ArtifactBounds;
import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.json.UnexpectedJson;
import dev.tidegate.action.problem.ActionException;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.runner.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reviews that a run has left behind. Whoever opened the pull request decides what is in its
 * artifacts, so all of it is bounded, nothing is written to disk, and nothing in it says where it
 * comes from: commit and run are those of the event.
 */
final class ReviewArtifacts {
  /** How its name begins; a matrix adds to it. */
  static final String NAME = "tidegate-review";

  /** A run of another origin than our own writes comments that are told apart by this. */
  static final String WITHOUT_SECRETS = "fork:";

  private static final int MOST_ARTIFACTS = 20;
  private static final int MOST_REVIEWS = 20;

  private final GitHub gitHub;
  private final Event.WorkflowRun event;
  private final Step step;

  ReviewArtifacts(GitHub gitHub, Event.WorkflowRun event, Step step) {
    this.gitHub = gitHub;
    this.event = event;
    this.step = step;
  }

  /**
   * All of them, with their origin and a note that says it.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5401 if an artifact cannot be taken
   */
  List<ReviewFile> read() {
    var artifacts =
        gitHub.artifacts().ofRun(event.run()).stream()
            .filter(it -> it.name().startsWith(NAME) && !it.expired())
            .toList();
    if (artifacts.size() > MOST_ARTIFACTS) {
      throw refused("it left more than " + MOST_ARTIFACTS + " artifacts " + NAME);
    }
    var reviews = new ArrayList<ReviewFile>();
    for (var artifact : artifacts) {
      reviews.addAll(read(artifact));
    }
    if (reviews.size() > MOST_REVIEWS) {
      throw refused("it left more than " + MOST_REVIEWS + " reviews");
    }
    var keys = reviews.stream().map(it -> it.comment().subject().key()).distinct().count();
    if (keys < reviews.size()) {
      throw refused("two reviews have the same key; give each its own comment-key");
    }
    return reviews;
  }

  private List<ReviewFile> read(Artifact artifact) {
    try {
      return gitHub.artifacts().download(artifact, ArtifactBounds.usual()).entrySet().stream()
          .filter(file -> isReview(file.getKey()))
          .map(file -> review(new String(file.getValue(), StandardCharsets.UTF_8)))
          .toList();
    } catch (GitHubFailure e) {
      if (e.kind() == GitHubFailure.Kind.TOO_LARGE || e.kind() == GitHubFailure.Kind.UNREADABLE) {
        throw refused(String.valueOf(e.getMessage()));
      }
      throw e;
    } catch (UnexpectedJson | IllegalArgumentException e) {
      // messages of our own, which quote nothing of the file
      throw refused("its " + ReviewFile.NAME + " is not one: " + e.getMessage());
    }
  }

  private static boolean isReview(String path) {
    var name = path.replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1)
        .toLowerCase(Locale.ROOT)
        .equals(ReviewFile.NAME);
  }

  private ReviewFile review(String text) {
    var run = String.valueOf(event.run());
    var origin =
        new Origin(
            event.headCommit(),
            RunOrigin.page(step.environment(), run),
            WITHOUT_SECRETS + run,
            Instant.now());
    var read = ReviewFile.read(text, origin);
    return new ReviewFile(read.pullRequest(), noting(read.comment()));
  }

  private ReviewComment noting(ReviewComment it) {
    var notes = new ArrayList<String>();
    notes.add(
        "computed by a run without secrets, on code that anybody may have written:"
            + " a deploy computes it anew");
    it.notes().stream().filter(note -> !note.startsWith("computed by a run")).forEach(notes::add);
    return new ReviewComment(
        it.subject(),
        it.verdict(),
        it.plan(),
        it.proposal(),
        it.hazards(),
        it.pending(),
        it.drift(),
        it.rollback(),
        it.trouble(),
        it.deployment(),
        notes,
        it.origin());
  }

  private ActionException refused(String why) {
    return refused(event.run(), List.of(why)).exception();
  }

  /** TG-5401. */
  static Problem refused(long run, List<String> why) {
    return Problem.of(ProblemCode.ARTIFACT_REFUSED, "review that run " + run + " left is refused")
        .withDetail(why)
        .withState("nothing was posted of it")
        .withHint("see what the pull request changes in the workflow of its review");
  }
}
