package dev.tidegate.action.command;

import dev.tidegate.action.comment.Markdown;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.report.StatusFacts;
import dev.tidegate.action.report.StatusFacts.MigrationFact;
import dev.tidegate.action.report.StatusFacts.TargetFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a database stands, for the job's page. */
final class StatusSummary {
  private static final int LONGEST_NAME = 300;

  /** Together below what a job's page holds; all of it is in the report. */
  private static final int MOST_LINES = 500;

  private final StatusFacts facts;
  private final List<String> blocks = new ArrayList<>();

  private StatusSummary(StatusFacts facts) {
    this.facts = facts;
  }

  static String of(Subject subject, StatusFacts facts, DriftReport issue) {
    return new StatusSummary(facts).render(subject, issue);
  }

  private String render(Subject subject, DriftReport issue) {
    blocks.add(title(subject));
    if (!facts.database().isEmpty()) {
      blocks.add(
          Markdown.code(cut(facts.database()))
              + facts
                  .version()
                  .map(version -> " is at version " + Markdown.code(cut(version)))
                  .orElse(" has no history"));
    }
    trouble();
    migrations();
    targets();
    drift(issue);
    tables();
    notes();
    return blocks.stream().filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private String title(Subject subject) {
    var parts =
        Stream.of(subject.environment(), subject.directory())
            .map(name -> Markdown.prose(cut(name)))
            .filter(name -> !name.isEmpty());
    return "### Tidegate status: "
        + Stream.concat(parts, Stream.of(verdict())).collect(Collectors.joining(" · "));
  }

  private String verdict() {
    if (!facts.isComplete()) {
      return "not known";
    }
    var words = new ArrayList<String>();
    facts.obstacle().ifPresent(why -> words.add("a deploy would be refused"));
    var pending = facts.pending();
    words.add(pending == 0 ? "nothing pending" : pending + " pending");
    words.add(
        !facts.allDrift().isEmpty()
            ? "drift"
            : facts.allDriftChecked() ? "no drift" : "drift not checked");
    return String.join(", ", words);
  }

  private void trouble() {
    facts.problem().ifPresent(why -> blocks.add(Markdown.fenced("text", why.text())));
    facts
        .obstacle()
        .ifPresent(
            why ->
                blocks.add("A deploy would be refused:\n\n" + Markdown.fenced("text", why.text())));
  }

  /** Those that are not applied; the applied ones are history. */
  private void migrations() {
    var others =
        facts.migrations().stream()
            .filter(it -> !List.of("applied", "baseline", "below-baseline").contains(it.status()))
            .toList();
    table(Markdown.header("migration", "status"), others.stream().map(this::row).toList());
    facts
        .interrupted()
        .forEach(
            it ->
                blocks.add(
                    Markdown.code(cut(it.script()))
                        + " is interrupted after "
                        + it.done()
                        + " of "
                        + it.statements()
                        + " statements"));
  }

  private String row(MigrationFact it) {
    return Markdown.row(
        List.of(Markdown.code(cut(it.script())), Markdown.prose(it.status().replace('-', ' '))));
  }

  private void targets() {
    table(
        Markdown.header("target", "version", "standing", "pending"),
        facts.targets().stream().map(StatusSummary::target).toList());
  }

  private static String target(TargetFact it) {
    return Markdown.row(
        List.of(
            Markdown.code(cut(it.name())),
            it.version().map(version -> Markdown.code(cut(version))).orElse(""),
            Markdown.prose(it.standing()),
            String.valueOf(it.pending().size())));
  }

  private void drift(DriftReport issue) {
    var lines = facts.allDrift();
    if (!lines.isEmpty()) {
      var shown = lines.stream().limit(MOST_LINES).map(StatusSummary::cut).toList();
      blocks.add("**Drift:** the database is not what its migrations build.");
      blocks.add(Markdown.fenced("text", String.join("\n", shown)));
      blocks.add(more(lines.size(), "line"));
    }
    if (!issue.sentence().isEmpty()) {
      blocks.add(
          Markdown.prose(issue.sentence())
              + issue.address().map(at -> " " + Markdown.link("Issue", at)).orElse(""));
    }
  }

  private void tables() {
    var rows =
        facts.tables().stream()
            .map(
                it ->
                    Markdown.row(
                        List.of(
                            Markdown.code(cut(it.table())),
                            it.rows().isPresent()
                                ? String.format(Locale.ROOT, "%,d", it.rows().getAsLong())
                                : "not known")))
            .toList();
    if (!rows.isEmpty()) {
      var header = Markdown.header("table", facts.rowsExact() ? "rows" : "rows, estimated");
      var shown = rows.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
      blocks.add(
          Markdown.folded(
                  rows.size() == 1 ? "1 table" : rows.size() + " tables", header + "\n" + shown)
              + (rows.size() > MOST_LINES ? "\n\n" + more(rows.size(), "table") : ""));
    }
  }

  private void table(String header, List<String> rows) {
    if (!rows.isEmpty()) {
      blocks.add(header + "\n" + rows.stream().limit(MOST_LINES).collect(Collectors.joining("\n")));
      blocks.add(more(rows.size(), "row"));
    }
  }

  private static String more(int all, String what) {
    return all > MOST_LINES ? "and " + (all - MOST_LINES) + " more " + what + "s" : "";
  }

  private void notes() {
    var notes = new ArrayList<String>();
    facts.invalidIndexes().forEach(it -> notes.add("index that is not used: " + it));
    facts.lookAlikes().forEach(it -> notes.add("look-alike: " + it));
    notes.addAll(facts.notes());
    blocks.add(
        notes.stream()
            .limit(MOST_LINES)
            .map(note -> "- " + Markdown.prose(Markdown.cutLine(note, 2_000)))
            .collect(Collectors.joining("\n")));
    // an obstacle has its own hint
    if (!facts.next().isEmpty() && facts.obstacle().isEmpty()) {
      blocks.add("Next:\n\n" + Markdown.fenced("text", facts.next()));
    }
  }

  private static String cut(String text) {
    return Markdown.cutLine(text, LONGEST_NAME);
  }
}
