package dev.tidegate.command;

import dev.tidegate.diff.Fingerprint;
import dev.tidegate.diff.Pair;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.report.ChangeList;
import dev.tidegate.schema.Schema;
import dev.tidegate.source.MigrationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The states that a migration was proved on, as the lines at its start name them: {@code --
 * tidegate:from sha256:…} in the first file of a diff, {@code -- tidegate:to sha256:…} in the last.
 */
record ProvedStates(String from, String to) {
  private static final Pattern FROM =
      Pattern.compile("^-- tidegate:from (sha256:[0-9a-f]{64})$", Pattern.MULTILINE);

  /** The lines at the start of one file of several, numbered from 1. */
  String heading(int number, int count) {
    var lines =
        (number == 1 ? "-- tidegate:from " + from + "\n" : "")
            + (number == count ? "-- tidegate:to " + to + "\n" : "");
    return lines.isEmpty() ? "" : lines + "\n";
  }

  /**
   * Says when a database is not what the next migration was proved on. It may be right to apply it
   * all the same: what drifted need not be what it touches.
   *
   * @param start what the applied migrations build, where that is known
   */
  static List<String> notes(
      Target target, Workspace workspace, MigrationFile next, Optional<Schema> start) {
    var head = FROM.matcher(MigrationText.of(target.settings().product(), next).sql());
    if (!head.find()) {
      return List.of();
    }
    var dialect = target.dialect();
    var live = target.ask(it -> dialect.inspector().inspect(it, Engine.scope(workspace)));
    if (Fingerprint.of(dialect.diffRules(), live).equals(head.group(1))) {
      return List.of();
    }
    var differences =
        start
            .map(expected -> ChangeList.lines(dialect.diff(new Pair<>(expected, live))))
            .orElse(List.of());
    var notes = new ArrayList<String>();
    notes.add(CommandProblems.notProvedOn(next.script(), differences.isEmpty()));
    differences.forEach(line -> notes.add("  " + line));
    return notes;
  }
}
