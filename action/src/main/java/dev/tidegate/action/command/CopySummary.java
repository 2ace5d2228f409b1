package dev.tidegate.action.command;

import dev.tidegate.action.comment.Markdown;
import dev.tidegate.action.report.CopyFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a copy did, for the job's page. */
final class CopySummary {
  private static final int LONGEST_NAME = 300;

  /** Together below what a job's page holds; all of it is in the report. */
  private static final int MOST_LINES = 1_000;

  private CopySummary() {}

  static String of(CopyFacts facts) {
    var blocks = new ArrayList<String>();
    blocks.add("### Tidegate copy: " + verdict(facts));
    facts.problem().ifPresent(why -> blocks.add(Markdown.fenced("text", why.text())));
    if (facts.isComplete()) {
      blocks.add(
          "From " + Markdown.code(cut(facts.from())) + " to " + Markdown.code(cut(facts.to())));
      blocks.add(tables(facts));
      blocks.addAll(remarks(facts));
      blocks.add(lines(facts.notes()));
    }
    return blocks.stream().filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n"))
        + "\n";
  }

  private static String verdict(CopyFacts facts) {
    if (facts.problem().isPresent() || !facts.isComplete()) {
      return "failed";
    }
    var rows = String.format(Locale.ROOT, "%,d rows", facts.rows());
    if (facts.dryRun()) {
      return rows + " would be copied, nothing was written";
    }
    return rows
        + " copied in "
        + String.format(Locale.ROOT, "%,d ms", facts.millis())
        + (facts.verification().isEmpty() || facts.verification().equals("none")
            ? ""
            : ", compared by " + facts.verification());
  }

  private static String tables(CopyFacts facts) {
    if (facts.tables().isEmpty()) {
      return "";
    }
    var rows =
        facts.tables().stream()
            .limit(MOST_LINES)
            .map(
                it ->
                    Markdown.row(
                        List.of(
                            Markdown.code(cut(it.from())),
                            Markdown.code(cut(it.to())),
                            number(it.rows()),
                            it.outcome().isEmpty()
                                ? number(it.rejected())
                                : Markdown.prose(cut(it.outcome())))))
            .collect(Collectors.joining("\n"));
    return Markdown.header("from", "to", "rows", "left out") + "\n" + rows + more(facts.tables());
  }

  private static List<String> remarks(CopyFacts facts) {
    var kinds = new LinkedHashMap<String, List<String>>();
    facts
        .remarks()
        .forEach(it -> kinds.computeIfAbsent(it.kind(), kind -> new ArrayList<>()).add(it.line()));
    return kinds.entrySet().stream()
        .map(kind -> "**" + kind.getKey() + "**\n\n" + lines(kind.getValue()))
        .toList();
  }

  private static String lines(List<String> lines) {
    return lines.stream()
            .limit(MOST_LINES)
            .map(line -> "- " + Markdown.prose(Markdown.cutLine(line, LONGEST_NAME)))
            .collect(Collectors.joining("\n"))
        + more(lines);
  }

  private static String more(List<?> all) {
    return all.size() > MOST_LINES ? "\n\nand " + (all.size() - MOST_LINES) + " more" : "";
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String cut(String text) {
    return Markdown.cutLine(text, LONGEST_NAME);
  }
}
