package dev.tidegate.guard;

import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.schema.ObjectId;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the history and the migrations folder tell the same story, which they must before
 * anything is added to it.
 *
 * @param history of the database
 * @param folder of the migrations, to be named in hints
 */
public record HistoryCheck(MigrationHistory history, Path folder) {
  private static final int SHOWN = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /** TG-2105, 2101, 2102 or 2106 with every migration that it is about; empty when all is well. */
  public Optional<Problem> objection() {
    return failed().or(this::changed).or(this::missing).or(this::outOfOrder);
  }

  /** TG-2107 for a database that has tables and no history, so that nobody knows what it is at. */
  public static Optional<Problem> unknown(MigrationHistory history, List<ObjectId> tables) {
    if (!history.isEmpty() || tables.isEmpty()) {
      return Optional.empty();
    }
    var shown =
        tables.stream().limit(SHOWN).map(ObjectId::display).collect(Collectors.joining(", "));
    return Optional.of(
        Problem.of(
                ProblemCode.HISTORY_ABSENT,
                "the database is not empty and has no migration history")
            .withDetail(
                "it has %d %s: %s%s"
                    .formatted(
                        tables.size(),
                        tables.size() == 1 ? "table" : "tables",
                        shown,
                        tables.size() > SHOWN ? ", …" : ""))
            .withState("nothing was changed")
            .withHint(
                "adopt it at the version it is at: mvn tidegate:deploy -Dtidegate.baseline=<version>"));
  }

  private Optional<Problem> failed() {
    return about(
        MigrationStatus.FAILED,
        ProblemCode.HISTORY_HAS_FAILURE,
        "failed in an earlier deploy",
        entry -> entry.script() + " failed" + installed(entry),
        "look what of it remains, undo that by hand, then: DELETE FROM flyway_schema_history WHERE"
            + " NOT success");
  }

  private Optional<Problem> changed() {
    return about(
        MigrationStatus.CHANGED,
        ProblemCode.MIGRATION_CHANGED,
        "was changed after it was applied",
        entry ->
            "%s: applied%s with checksum %s, the file now has %s"
                .formatted(
                    entry.script(),
                    installed(entry),
                    checksum(entry.checksums().applied()),
                    checksum(entry.checksums().file())),
        "restore the file (`git log -- %s`) and put the change into a new migration: mvn tidegate:diff"
            .formatted(first(MigrationStatus.CHANGED)));
  }

  private Optional<Problem> missing() {
    return about(
        MigrationStatus.MISSING,
        ProblemCode.MIGRATION_MISSING,
        "was applied and is not in the folder",
        entry -> entry.script() + ": applied" + installed(entry),
        "restore the file (`git log -- %s`), or point -Dtidegate.migrations at its folder"
            .formatted(first(MigrationStatus.MISSING)));
  }

  private Optional<Problem> outOfOrder() {
    return about(
        MigrationStatus.OUT_OF_ORDER,
        ProblemCode.MIGRATION_OUT_OF_ORDER,
        "is older than what was already applied",
        entry -> entry.script() + ": the database is at version " + at(),
        "give it a version above " + at() + " (git mv)");
  }

  private Optional<Problem> about(
      MigrationStatus status,
      ProblemCode code,
      String fact,
      Function<HistoryEntry, String> line,
      String hint) {
    var entries = history.with(status);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    var more = entries.size() == 1 ? "" : " (and " + (entries.size() - 1) + " more)";
    return Optional.of(
        Problem.of(code, "migration " + entries.get(0).script() + more + " " + fact)
            .withDetail(entries.stream().map(line).toList())
            .withState("nothing was changed; the database is at version " + at())
            .withHint(hint));
  }

  private String at() {
    return history.version().map(Object::toString).orElse("(none)");
  }

  private String first(MigrationStatus status) {
    List<HistoryEntry> entries = history.with(status);
    return entries.isEmpty() ? "" : folder.resolve(entries.get(0).script()).toString();
  }

  private static String installed(HistoryEntry entry) {
    return entry.installed().map(run -> " " + TIME.format(run.on())).orElse("");
  }

  private static String checksum(Optional<Integer> checksum) {
    return checksum.map(value -> "%08x".formatted(value)).orElse("none");
  }
}
