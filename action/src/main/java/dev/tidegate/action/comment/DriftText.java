package dev.tidegate.action.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the issue on drift says, and what is said under it. */
final class DriftText {
  private static final int LONGEST_NAME = 200;

  private static final String WAYS_OUT =
      """
      What was done by hand either goes or becomes a migration. The first command shows the SQL that takes it back, the second one \
      writes the migration:

      ```sh
      mvn tidegate:diff -Dtidegate.from=target -Dtidegate.to=migrations
      mvn tidegate:diff -Dtidegate.from=migrations -Dtidegate.to=target -Dtidegate.name=adopt
      ```""";

  /** GitHub takes as much as of a comment; the obstacle and our own words stay below 10,000. */
  private static final int ROOM = CommentText.LIMIT - 12_000;

  private final DriftFinding finding;

  DriftText(DriftFinding finding) {
    this.finding = finding;
  }

  String title() {
    var subject = finding.subject();
    var names =
        Stream.of(subject.environment(), subject.directory())
            .map(name -> Markdown.cutLine(name, LONGEST_NAME).strip())
            .filter(name -> !name.isEmpty())
            .toList();
    return names.isEmpty() ? "Database drift" : "Database drift: " + String.join(" · ", names);
  }

  String body() {
    var blocks = new ArrayList<String>();
    if (!finding.drift().isEmpty()) {
      blocks.addAll(drift());
    }
    finding
        .obstacle()
        .ifPresent(
            trouble -> blocks.add("A deploy would be refused:\n\n" + TroubleText.of(trouble)));
    // an obstacle has its own hint
    if (finding.obstacle().isEmpty()) {
      blocks.add(WAYS_OUT);
    }
    blocks.add(
        "The run that no longer finds this closes the issue. It is found by its label and its"
            + " first line, so leave both. "
            + run("Found by"));
    return document(finding.fingerprint(), blocks);
  }

  private List<String> drift() {
    var part = Lists.drift(finding.drift()).in(ROOM);
    var blocks = new ArrayList<String>();
    blocks.add(part.text());
    if (!part.leftOut().isEmpty()) {
      blocks.add(
          "**Left out**, as there is no more room: "
              + part.leftOut()
              + ". All of it is in the "
              + Markdown.link("run", finding.origin().runUrl())
              + ".");
    }
    blocks.add("`[+]` only in the database · `[-]` only in the migrations · `[*]` in both");
    return blocks;
  }

  /** Of an issue beside which there is an older one. */
  String bodyOfSecond(long first) {
    return document("", List.of("The issue for this database is #" + first + "."));
  }

  /** Of an issue that would not be found again. */
  String bodyWithoutLabel(String label) {
    return document(
        "",
        List.of(
            "Closed, since the label "
                + Markdown.code(label)
                + " could not be set: the next run would not find this issue. "
                + run("Opened by")));
  }

  /** The issue when all is well again. */
  String bodyWhenWell() {
    return document("", List.of(well()));
  }

  private String well() {
    return "The database is what its migrations build. " + run("Seen by");
  }

  String saidWhenWell() {
    return said(well());
  }

  String saidWhenChanged() {
    return said(
        "What was found has changed, "
            + (finding.drift().isEmpty()
                ? "see above. "
                : "to " + Numbers.count(finding.drift().size(), "difference") + ". ")
            + run("Seen by"));
  }

  String saidWhenStillThere() {
    return said("It is still there, so the issue is open again. " + run("Seen by"));
  }

  private String said(String sentence) {
    return document("", List.of(sentence));
  }

  private String document(String found, List<String> blocks) {
    var marker = DriftMarker.of(finding.subject().key(), found, finding.origin().run());
    return marker.text() + "\n" + String.join("\n\n", blocks) + "\n";
  }

  private String run(String what) {
    return what + " this " + Markdown.link("run", finding.origin().runUrl()) + ".";
  }
}
