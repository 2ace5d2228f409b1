package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Standing;
import dev.tidegate.action.comment.Section.Part;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders a comment within a limit. Where not everything fits, room goes to the hazards first, then
 * to the SQL, to what no migration holds yet, to drift, to pending files and to the way back, and
 * the comment says what it left out.
 *
 * <p>Secrets have to be masked in the model already: masked in the text, the SQL would no longer
 * have the hash that the marker names.
 */
public final class CommentText {
  /** GitHub takes comments of at most that many characters. */
  public static final int LIMIT = 65_536;

  /** Room for what masks and line ends of GitHub's own may add. */
  private static final int MARGIN = 1_000;

  /** The sentence on what was left out, blank lines, and a marker that names gaps. */
  private static final int FRAME = 2_400;

  /** What a deploy is going to say above a plan: nothing of the plan may have to give way to it. */
  private static final int OUTCOME = 10_000;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTES = 4_000;

  private final ReviewComment comment;
  private final Optional<PostedComment> kept;
  private final Plan plan;
  private final String wholeSql;
  private final int limit;
  private final List<String> leftOut = new ArrayList<>();
  private int room;

  private CommentText(ReviewComment comment, Optional<PostedComment> kept, int limit) {
    this.comment = comment;
    this.kept = kept;
    this.plan = SqlBlock.visible(comment.plan());
    this.wholeSql = SqlSection.whole(plan);
    this.limit = limit;
  }

  /** The Markdown, below GitHub's limit. */
  public static String of(ReviewComment comment) {
    return of(comment, LIMIT);
  }

  /**
   * The Markdown in less than that many characters, which have to be at least 30,000; a job summary
   * has room for more than a comment.
   */
  public static String of(ReviewComment comment, int limit) {
    return new CommentText(comment, Optional.empty(), limit).render();
  }

  /**
   * The Markdown of a comment that takes the place of {@code posted} and goes on promising what
   * that one promised: its SQL, its marker but for the verdict. So a deploy that comes later still
   * finds what was reviewed, whatever has happened since.
   */
  public static String keeping(PostedComment posted, ReviewComment comment) {
    return new CommentText(comment, Optional.of(posted), LIMIT).render();
  }

  /** Whether a comment has no room for all of it. */
  public static boolean leavesOut(ReviewComment comment) {
    var text = new CommentText(comment, Optional.empty(), LIMIT);
    text.render();
    return !text.leftOut.isEmpty();
  }

  private String render() {
    var last = joined(notes(), footer());
    var all = Numbers.upTo(plan.statements().size());
    room = limit - MARGIN - FRAME - marker(all).length() - last.length();
    var promised = kept.map(this::promised).orElse("");
    var first = first(room - promised.length());
    room -= first.length() + (kept.isPresent() ? 0 : OUTCOME);

    var drift = Lists.drift(comment.drift());
    var pending = Lists.pending(comment.pending());
    var proposal =
        comment.proposal().map(to -> ProposalSection.of(plan, to)).orElse(Section.empty());
    var others = drift.floor() + pending.floor() + proposal.floor();
    var hazardText = take(HazardTable.of(comment.hazards()), hazardRoom(others, promised.length()));
    kept.ifPresent(it -> leaveOut(it.notShown(it.count()).size(), it.count()));
    var shown = kept.isPresent() ? all : shown(all, room - others);
    var sqlText = kept.isPresent() ? promised : SqlSection.markdown(plan, shown);
    room -= sqlText.length();
    var proposalText = take(proposal, room - drift.floor() - pending.floor());
    var driftText = take(drift, room - pending.floor());
    var pendingText = take(pending, room);
    var rollback = comment.rollback().map(Lists::rollback).orElse(Section.empty());
    var rollbackText = take(rollback, room);

    return joined(
            marker(shown) + "\n" + first,
            joined(hazardText, sqlText, proposalText, pendingText, driftText, rollbackText),
            joined(leftOut(), last))
        + "\n";
  }

  private static String joined(String... blocks) {
    return Stream.of(blocks).filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n"));
  }

  /** What is going to stand first, in less words where there is no room for all of them. */
  private String first(int most) {
    return Stream.of(
            joined(title(), counts(), trouble(TroubleText.LONGEST_DETAIL), deployment(100_000)),
            joined(title(), counts(), trouble(1_500), deployment(1_500)),
            joined(title(), counts(), trouble(300), deployment(0)))
        .filter(text -> kept.isEmpty() || text.length() <= most)
        .findFirst()
        .orElseGet(() -> joined(title(), counts()));
  }

  private String promised(PostedComment posted) {
    return posted
        .sql()
        .map(sql -> SqlSection.verbatim(sql, posted.marker().shown(), posted.count()))
        .orElse("");
  }

  /** What the SQL leaves, and two fifths where that would be less; nothing of a promised one. */
  private int hazardRoom(int others, int promised) {
    if (kept.isPresent()) {
      return room - promised - others;
    }
    var left = room - wholeSql.length() - others;
    return Math.max(left, Math.min(room * 2 / 5, room - others));
  }

  private Numbers shown(Numbers all, int forSql) {
    if (wholeSql.length() <= forSql) {
      return all;
    }
    var shown = SqlSection.choose(plan, comment.hazards(), forSql);
    leaveOut(all.sorted().size() - shown.sorted().size(), all.sorted().size());
    return shown;
  }

  private void leaveOut(int statements, int of) {
    if (statements > 0) {
      leftOut.add(
          String.format(Locale.ROOT, "%,d of ", statements) + Numbers.count(of, "statement"));
    }
  }

  private String take(Section section, int most) {
    Part part = section.in(Math.max(0, most));
    if (!part.leftOut().isEmpty()) {
      leftOut.add(part.leftOut());
    }
    room -= part.text().length();
    return part.text();
  }

  private String marker(Numbers shown) {
    return kept.map(posted -> posted.marker().state(comment.verdict().name()))
        .orElseGet(() -> newMarker(shown))
        .text();
  }

  private Marker newMarker(Numbers shown) {
    var sql =
        plan.statements().isEmpty() ? "" : SqlBlock.hash(SqlBlock.text(plan.statements(), shown));
    return new Marker(
        comment.subject().key(),
        comment.origin().run(),
        comment.origin().headCommit(),
        plan.hash().orElse(""),
        sql,
        shown,
        Optional.of(comment.origin().at().truncatedTo(ChronoUnit.SECONDS)),
        comment.verdict().name());
  }

  private String title() {
    var subject = comment.subject();
    var names =
        Stream.of(subject.environment(), subject.directory())
            .map(name -> Markdown.prose(Markdown.cutLine(name, LONGEST_NAME)))
            .filter(name -> !name.isEmpty())
            .toList();
    return "### Tidegate: "
        + String.join(" · ", names)
        + (names.isEmpty() ? "" : " · ")
        + comment.verdict().words();
  }

  private String counts() {
    var counts = new ArrayList<String>();
    var statements = kept.map(PostedComment::count).orElse(plan.statements().size());
    if (statements > 0) {
      counts.add(Numbers.count(statements, "statement"));
    }
    comment
        .proposal()
        .ifPresent(
            it ->
                counts.add(
                    Numbers.count(it.statements().size(), "statement") + " in no migration"));
    if (!counts.isEmpty()) {
      counts.add(comment.hazards().isEmpty() ? "no hazard" : hazards());
    } else if (comment.trouble().isEmpty()) {
      counts.add("no statement to run");
    }
    if (!comment.pending().isEmpty()) {
      counts.add(Numbers.count(comment.pending().size(), "file") + " not yet deployed");
    }
    if (!comment.drift().isEmpty()) {
      counts.add("drift");
    }
    return String.join(", ", counts);
  }

  private String hazards() {
    var words = new ArrayList<String>();
    words.add(Numbers.count(comment.hazards().size(), "hazard"));
    var open = count(Standing.NOT_APPROVED);
    if (open > 0) {
      words.add("**" + open + " not approved**");
    }
    var approved = count(Standing.APPROVED);
    if (approved > 0) {
      words.add(approved + " approved");
    }
    return String.join(", ", words);
  }

  private int count(Standing standing) {
    return (int) comment.hazards().stream().filter(hazard -> hazard.standing() == standing).count();
  }

  private String trouble(int detail) {
    return comment.trouble().map(it -> TroubleText.of(it, detail)).orElse("");
  }

  private String deployment(int rows) {
    return comment.deployment().map(it -> TroubleText.of(it, rows)).orElse("");
  }

  private String notes() {
    var notes =
        comment.notes().stream()
            .map(note -> "- " + Markdown.prose(Markdown.cutLine(note, LONGEST_NOTES / 2)))
            .toList();
    var text = new StringBuilder();
    for (var note : notes) {
      if (text.length() + note.length() > LONGEST_NOTES) {
        return text + "- and more notes";
      }
      text.append(note).append('\n');
    }
    return text.toString().strip();
  }

  private String leftOut() {
    return leftOut.isEmpty()
        ? ""
        : String.format(
                Locale.ROOT,
                "**Left out**, as there is room for %,d characters: %s. All of it is in the ",
                limit,
                String.join("; ", leftOut))
            + Markdown.link("run", comment.origin().runUrl())
            + ".";
  }

  /** GitHub shortens a commit and links it, where it does not stand in code. */
  private static String commit(String head) {
    return head.matches("[0-9a-f]{40}")
        ? head
        : Markdown.code(Markdown.cutLine(head, LONGEST_NAME));
  }

  private String footer() {
    var origin = comment.origin();
    var parts = new ArrayList<String>();
    kept.map(PostedComment::planHash)
        .orElse(plan.hash())
        .ifPresent(
            hash -> parts.add("plan " + Markdown.code(Markdown.cutLine(hash, LONGEST_NAME))));
    var head = kept.map(PostedComment::headCommit).orElse(origin.headCommit());
    if (!head.isEmpty()) {
      parts.add("commit " + commit(head));
    }
    if (!origin.runUrl().isEmpty()) {
      parts.add(Markdown.link("run", origin.runUrl()));
    }
    return String.join(" · ", parts);
  }
}
