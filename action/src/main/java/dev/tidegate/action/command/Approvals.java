package dev.tidegate.action.command;

import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.PullRequest;
import dev.tidegate.action.github.Review;
import dev.tidegate.action.maven.GoalRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hazards that somebody approved outside of the migration: by the input {@code allow}, by a label
 * {@code tidegate:allow TYPE:OBJECT}, or by a line of that form in an approving review of the head
 * commit. Labels and reviews are asked for when they are needed; an event holds those of its own
 * moment.
 *
 * @param allowed what the plugin's parameter {@code allow} takes, in the order given
 * @param notes what a reader should know of approvals that approve nothing
 */
public record Approvals(List<String> allowed, List<String> notes) {
  /** Those who may write to the repository, or were asked in by those who may. */
  private static final Set<String> TRUSTED = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  private static final Pattern LINE = Pattern.compile("tidegate:allow\\s+(\\S.*)");

  /**
   * A type and one object. The list of the plugin is divided by commas, and Maven reads <code>${…}
   * </code> in a parameter as the name of something that it knows.
   */
  private static final Pattern APPROVAL = Pattern.compile("[a-z]+(?:-[a-z]+)*:[^\\p{Cntrl},]+");

  public Approvals {
    allowed = List.copyOf(allowed);
    notes = List.copyOf(notes);
  }

  /** Those that the step's input names. */
  public static Approvals of(Step step) {
    return new Approvals(step.inputs().list(InputName.ALLOW.word()), List.of());
  }

  /**
   * Those of the input and of the pull request as it is now.
   *
   * @throws dev.tidegate.action.github.GitHubFailure if GitHub does not say
   */
  public static Approvals of(Step step, GitHub gitHub, PullRequest pull) {
    var pulls = gitHub.pullRequests();
    var ofInput = of(step);
    var allowed = new LinkedHashSet<>(ofInput.allowed());
    var notes = new ArrayList<String>();
    pulls.labels(pull.number()).forEach(label -> read(label, "label", allowed, notes));
    approving(pulls.reviews(pull.number()), pull)
        .flatMap(review -> review.body().lines())
        .forEach(line -> read(line, "review", allowed, notes));
    return new Approvals(List.copyOf(allowed), notes);
  }

  /** The request with these approvals and no others. */
  public GoalRequest addTo(GoalRequest request) {
    return allowed.isEmpty() ? request : request.with("allow", String.join(",", allowed));
  }

  private static void read(String line, String where, Set<String> allowed, List<String> notes) {
    var matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      return;
    }
    var approval = matcher.group(1).strip();
    if (APPROVAL.matcher(approval).matches() && !approval.contains("${")) {
      allowed.add(approval);
    } else {
      notes.add(
          "the "
              + where
              + " "
              + line.strip()
              + " approves nothing: it is not of the form"
              + " tidegate:allow TYPE:OBJECT, as tidegate:allow drop-column:public.users.legacy");
    }
  }

  /** Of each reviewer what was said last counts; a comment takes nothing back. */
  private static Stream<Review> approving(List<Review> reviews, PullRequest pull) {
    var last = new HashMap<String, String>();
    for (var review : reviews) {
      if (!review.state().equals("COMMENTED") && !review.state().equals("PENDING")) {
        last.put(review.author().login(), review.state());
      }
    }
    return reviews.stream().filter(review -> approves(review, pull, last));
  }

  private static boolean approves(Review review, PullRequest pull, Map<String, String> last) {
    return review.state().equals("APPROVED")
        && "APPROVED".equals(last.get(review.author().login()))
        && TRUSTED.contains(review.association())
        && !review.author().login().equals(pull.author().login())
        && review.commit().equals(Optional.of(pull.head().commit()));
  }
}
