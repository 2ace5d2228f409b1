package dev.tidegate.action.command;

import dev.tidegate.action.report.StatusFacts;
import dev.tidegate.action.report.StatusFacts.MigrationFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of a database since a plan for it was shown. */
final class MovedGround {
  private MovedGround() {}

  /**
   * Lines that say it.
   *
   * @param same whether the statements are the same, so that only this can make the difference
   * @param since when the comment showed the plan
   */
  static List<String> lines(
      boolean same, Optional<Instant> since, List<String> drift, Optional<StatusFacts> status) {
    var lines = new ArrayList<String>();
    if (same) {
      lines.add("the statements are those of the comment; what they would run on is not:");
    }
    var found = lines.size();
    since.ifPresent(time -> lines.addAll(appliedSince(time, status)));
    if (!drift.isEmpty()) {
      lines.add("the database is not what its migrations build:");
      drift.forEach(line -> lines.add("  " + line));
    }
    if (same && lines.size() == found) {
      lines.add(
          status.isEmpty()
              ? "  its history could not be read, and no drift is known"
              : "  neither drift nor a migration applied since is found: files of the migrations"
                  + " differ in what is no statement, other migrations were taken as applied in the"
                  + " review, or the comment's marker was edited");
    }
    return lines;
  }

  private static List<String> appliedSince(Instant since, Optional<StatusFacts> status) {
    return status.stream()
        .flatMap(facts -> facts.migrations().stream())
        .filter(it -> time(it).filter(on -> on.isAfter(since)).isPresent())
        .map(
            it ->
                it.script()
                    + " was applied at "
                    + Times.minute(time(it).orElseThrow())
                    + ", the comment shows its plan since "
                    + Times.minute(since))
        .toList();
  }

  private static Optional<Instant> time(MigrationFact migration) {
    try {
      return migration.on().map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
