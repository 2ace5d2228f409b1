package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A comment as it stands on GitHub, where anybody with write access may have edited it: what it
 * claims, and what it shows.
 */
public final class PostedComment {
  private static final Pattern FENCE = Pattern.compile("(`{3,})([a-z]*)");

  private static final Pattern GAP = Pattern.compile("-- (?:\\d{1,7}-)?(\\d{1,7}) not shown: .*");

  private static final Pattern RUN = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

  /** Nothing else is a plan's name; the claim becomes an argument of Maven. */
  private static final Pattern HASH = Pattern.compile("(?:sha256:)?[0-9a-f]{64}");

  private final Marker marker;
  private final Optional<String> sql;

  private PostedComment(Marker marker, Optional<String> sql) {
    this.marker = marker;
    this.sql = sql;
  }

  /** Reads a comment's text; nothing when it is none of ours. */
  public static Optional<PostedComment> parse(String body) {
    // GitHub's editor turns line ends into those of Windows
    var lines = body.replace("\r\n", "\n").split("\n", -1);
    return Marker.parse(lines[0]).map(marker -> new PostedComment(marker, sql(lines)));
  }

  /**
   * The block of code behind the mark. A mark within a block is text of others; outside of blocks
   * no line of ours begins with such text.
   */
  private static Optional<String> sql(String[] lines) {
    var marked = false;
    for (int i = 0; i < lines.length; i++) {
      var fence = FENCE.matcher(lines[i]);
      if (fence.matches()) {
        var end = end(lines, i + 1, fence.group(1));
        if (marked) {
          var isSql = fence.group(2).equals("sql") && end < lines.length;
          return isSql ? Optional.of(text(lines, i + 1, end)) : Optional.empty();
        }
        i = end;
      }
      marked |= i < lines.length && lines[i].equals(SqlSection.MARK);
    }
    return Optional.empty();
  }

  private static int end(String[] lines, int start, String fence) {
    var end = start;
    while (end < lines.length && !lines[end].equals(fence)) {
      end++;
    }
    return end;
  }

  private static String text(String[] lines, int start, int end) {
    return String.join("\n", List.of(lines).subList(start, end)) + "\n";
  }

  /** Whether it is the comment with this key. */
  public boolean isOf(String key) {
    return marker.hasKey(key);
  }

  /** What it says it is found by. */
  public String key() {
    return marker.key();
  }

  /** The run that wrote it. */
  public String run() {
    return marker.run();
  }

  /** Whether a later run wrote it than the other; runs without secrets come before all others. */
  boolean isLaterThan(PostedComment other) {
    var one = RUN.matcher(run());
    var two = RUN.matcher(other.run());
    if (!one.matches() || !two.matches()) {
      return one.matches();
    }
    var order = Long.compare(Long.parseLong(one.group(1)), Long.parseLong(two.group(1)));
    return order > 0
        || (order == 0 && Integer.parseInt(one.group(2)) > Integer.parseInt(two.group(2)));
  }

  /** The commit that it says was reviewed. */
  public String headCommit() {
    return marker.head();
  }

  /** The plan that it promises; nothing without one, or where the claim is no hash. */
  public Optional<String> planHash() {
    return Optional.of(marker.plan()).filter(plan -> HASH.matcher(plan).matches());
  }

  /** Since when it says that it shows this plan for this commit; nothing when it does not say. */
  public Optional<Instant> since() {
    return marker.since();
  }

  /**
   * The text that is to replace this one. Where it shows the same plan for the same commit it gets
   * this one's time; but not where somebody has edited the SQL, as nobody could see the plan then.
   */
  String replacedBy(String body) {
    var first = body.indexOf('\n');
    var next = first < 0 ? Optional.<Marker>empty() : Marker.parse(body.substring(0, first));
    return next.filter(it -> isIntact() && it.promises(marker))
        .map(it -> it.since(marker.since()).text() + body.substring(first))
        .orElse(body);
  }

  /** What it says that it came to; nothing where that is no word of ours. */
  public Optional<Verdict> verdict() {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().equals(marker.state()))
        .findFirst();
  }

  Marker marker() {
    return marker;
  }

  /** How many statements it is about, shown or not. */
  public int count() {
    var last = sql.map(text -> text.stripTrailing().lines().reduce("", (a, b) -> b)).orElse("");
    var gap = GAP.matcher(last);
    var shown = marker.shown().sorted();
    var highest = shown.isEmpty() ? 0 : shown.last();
    return gap.matches() ? Math.max(highest, Integer.parseInt(gap.group(1))) : highest;
  }

  /**
   * Whether it shows these statements as its last ones: what is left to run of its plan after a
   * deploy stopped halfway. A gap that reaches beyond the first of them is taken as one.
   */
  public boolean showsLast(List<Statement> statements) {
    if (!isIntact() || statements.isEmpty() || statements.size() > count()) {
      return false;
    }
    var visible = SqlBlock.visible(new Plan(Optional.empty(), statements)).statements();
    var rest = SqlBlock.rest(visible, marker.shown(), count());
    var text = sql.orElse("");
    return text.equals(rest) || text.endsWith("\n" + rest);
  }

  /** The same, but for secrets, as {@link #showsMasked}. */
  public boolean showsLastMasked(List<Statement> statements) {
    if (!isIntact() || statements.isEmpty() || statements.size() > count()) {
      return false;
    }
    var visible = SqlBlock.visible(new Plan(Optional.empty(), statements)).statements();
    var rest = lines(SqlBlock.rest(visible, marker.shown(), count()));
    var all = lines(sql.orElse(""));
    return rest.size() <= all.size()
        && MaskedText.matches(all.subList(all.size() - rest.size(), all.size()), rest);
  }

  /**
   * How what it shows differs from statements: file by file, with a minus what only it shows, with
   * a plus what it does not show. For reading; {@link #shows} decides.
   */
  public List<String> difference(List<Statement> statements) {
    var visible = SqlBlock.visible(new Plan(Optional.empty(), statements)).statements();
    return StatementDifference.lines(sql.map(ShownSql::parse).orElse(List.of()), visible);
  }

  /** Hash over the SQL that it shows, computed from what stands there now. */
  public Optional<String> shownHash() {
    return sql.map(SqlBlock::hash);
  }

  /** Whether the SQL that it shows is what its marker says it showed. */
  public boolean isIntact() {
    return shownHash().orElse("").equals(marker.sql());
  }

  /**
   * Whether it shows these statements and no others. Those that it had no room for it has to have
   * named as not shown.
   */
  public boolean shows(List<Statement> statements) {
    if (statements.isEmpty()) {
      return sql.isEmpty() && marker.sql().isEmpty();
    }
    var visible = SqlBlock.visible(new Plan(Optional.empty(), statements)).statements();
    return isIntact() && sql.orElse("").equals(SqlBlock.text(visible, marker.shown()));
  }

  /**
   * The same, but for secrets: three stars in it may stand for anything within a line. Whoever
   * edits the comment can hide words in this way, so more has to be known of the plan than that.
   */
  public boolean showsMasked(List<Statement> statements) {
    if (!isIntact() || statements.isEmpty()) {
      return false;
    }
    var visible = SqlBlock.visible(new Plan(Optional.empty(), statements)).statements();
    return MaskedText.matches(lines(sql.orElse("")), lines(SqlBlock.text(visible, marker.shown())));
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  /** Numbers of those of so many statements that nobody saw in it. */
  public List<Integer> notShown(int statements) {
    var all = new ArrayList<>(Numbers.upTo(statements).sorted());
    all.removeAll(marker.shown().sorted());
    return List.copyOf(all);
  }

  /** The SQL that it shows, as it stands there now. */
  public Optional<String> sql() {
    return sql;
  }
}
