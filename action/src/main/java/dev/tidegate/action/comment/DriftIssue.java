package dev.tidegate.action.comment;

import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Comments;
import dev.tidegate.action.github.Issue;
import dev.tidegate.action.github.Issues;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one issue that tells how a database departs from its migrations. It is found by its label,
 * its author and its marker; an issue of somebody else is left alone, whatever it holds.
 *
 * <p>It is opened when there is something to tell, changed when what is found changes, and closed
 * when all is well. Closing it by hand does not mend the database: it is opened again, unless it
 * was closed as not planned, which holds as long as the same is found.
 */
public final class DriftIssue {
  /** The label by which issues are listed. */
  public static final String LABEL = "tidegate-drift";

  private final Issues issues;
  private final Comments comments;
  private final Account author;

  /** The issue that {@code author} opened, or is going to open. */
  public DriftIssue(Issues issues, Comments comments, Account author) {
    this.issues = issues;
    this.comments = comments;
    this.author = author;
  }

  /** What became of the issue. */
  public enum Step {
    /** There is none, and there need not be one. */
    NONE,
    OPENED,
    /** It says already what was found. */
    KEPT,
    UPDATED,
    REOPENED,
    /** Somebody closed it as not planned, and the same was found again. */
    LEFT_CLOSED,
    CLOSED,
    /** Nobody knows whether there is drift, so nothing is done. */
    NOT_TOUCHED,
    /** Another app keeps one with the key: it may be our own, under a name that we do not know. */
    OF_ANOTHER,
    /** It was opened, came without its label, and was closed: it would not be found again. */
    UNLABELLED
  }

  /** What became of it, and which one it is. */
  public record Kept(Step step, Optional<Issue> issue) {}

  /** Makes the issue say what was found. */
  public Kept keep(DriftFinding finding) {
    if (finding.isTrouble()) {
      return tell(finding, ours(finding));
    }
    return finding.isWell()
        ? close(finding, ours(finding))
        : new Kept(Step.NOT_TOUCHED, Optional.empty());
  }

  private List<Issue> ours(DriftFinding finding) {
    return issues.all(LABEL).stream().filter(issue -> isOurs(issue, finding)).toList();
  }

  private boolean isOurs(Issue issue, DriftFinding finding) {
    return issue.author().equals(author)
        && DriftMarker.parse(issue.body())
            .filter(marker -> marker.hasKey(finding.subject().key()))
            .isPresent();
  }

  private boolean isOfAnotherApp(Issue issue, DriftFinding finding) {
    return issue.open()
        && author.isApp()
        && issue.author().isApp()
        && DriftMarker.parse(issue.body())
            .filter(marker -> marker.hasKey(finding.subject().key()))
            .isPresent();
  }

  private static String found(Issue issue) {
    return DriftMarker.parse(issue.body()).map(DriftMarker::found).orElse("");
  }

  private Kept tell(DriftFinding finding, List<Issue> ours) {
    var open = ours.stream().filter(Issue::open).toList();
    if (!open.isEmpty()) {
      closeSecond(finding, open);
      return update(finding, open.get(0));
    }
    return ours.stream()
        .filter(issue -> !found(issue).isEmpty())
        .max(Comparator.comparing(Issue::number))
        .map(closedByHand -> again(finding, closedByHand))
        .orElseGet(() -> open(finding));
  }

  /** Two runs at once can open one each: the older one stays. */
  private void closeSecond(DriftFinding finding, List<Issue> open) {
    var text = new DriftText(finding);
    for (var second : open.subList(1, open.size())) {
      var body = text.bodyOfSecond(open.get(0).number());
      issues.close(second.number(), second.title(), body, Issue.Reason.NOT_PLANNED);
    }
  }

  private Kept update(DriftFinding finding, Issue issue) {
    if (found(issue).equals(finding.fingerprint())) {
      return new Kept(Step.KEPT, Optional.of(issue));
    }
    var text = new DriftText(finding);
    var updated = issues.update(issue.number(), issue.title(), text.body());
    say(issue, text.saidWhenChanged());
    return new Kept(Step.UPDATED, Optional.of(updated));
  }

  private Kept again(DriftFinding finding, Issue issue) {
    if (issue.isClosedAs(Issue.Reason.NOT_PLANNED) && found(issue).equals(finding.fingerprint())) {
      return new Kept(Step.LEFT_CLOSED, Optional.of(issue));
    }
    var text = new DriftText(finding);
    var reopened = issues.reopen(issue.number(), issue.title(), text.body());
    say(issue, text.saidWhenStillThere());
    return new Kept(Step.REOPENED, Optional.of(reopened));
  }

  private Kept open(DriftFinding finding) {
    var ofAnother =
        issues.all(LABEL).stream().filter(it -> isOfAnotherApp(it, finding)).findFirst();
    if (ofAnother.isPresent()) {
      return new Kept(Step.OF_ANOTHER, ofAnother);
    }
    var text = new DriftText(finding);
    var opened = issues.create(text.title(), text.body(), LABEL, issue -> isOurs(issue, finding));
    if (!opened.labels().contains(LABEL)) {
      var closed =
          issues.close(
              opened.number(),
              opened.title(),
              text.bodyWithoutLabel(LABEL),
              Issue.Reason.NOT_PLANNED);
      return new Kept(Step.UNLABELLED, Optional.of(closed));
    }
    var open = ours(finding).stream().filter(Issue::open).toList();
    if (open.size() > 1) {
      closeSecond(finding, open);
    }
    return new Kept(Step.OPENED, Optional.of(open.isEmpty() ? opened : open.get(0)));
  }

  private Kept close(DriftFinding finding, List<Issue> ours) {
    var text = new DriftText(finding);
    Optional<Issue> last = Optional.empty();
    for (var issue : ours) {
      if (issue.open()) {
        say(issue, text.saidWhenWell());
        last =
            Optional.of(
                issues.close(
                    issue.number(), issue.title(), text.bodyWhenWell(), Issue.Reason.COMPLETED));
      } else if (!found(issue).isEmpty()) {
        // closed by hand: what is found from now on is another matter, and gets another issue
        issues.update(issue.number(), issue.title(), text.bodyWhenWell());
      }
    }
    return new Kept(last.isPresent() ? Step.CLOSED : Step.NONE, last);
  }

  /** Changing a text notifies nobody, a comment does. */
  private void say(Issue issue, String body) {
    var marker = DriftMarker.parse(body);
    comments.create(
        issue.number(),
        body,
        comment ->
            comment.author().equals(author) && DriftMarker.parse(comment.body()).equals(marker));
  }
}
