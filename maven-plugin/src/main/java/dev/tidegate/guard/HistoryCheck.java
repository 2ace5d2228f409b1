package dev.tidegate.guard;

import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.MigrationName;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.ShellWord;
import dev.tidegate.schema.ObjectId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the history and the migrations folder tell the same story, which they must before
 * anything is added to it.
 *
 * @param history of the database
 * @param folder of the migrations
 */
public record HistoryCheck(MigrationHistory history, MigrationFolder folder) {
  private static final int SHOWN = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /**
   * The first of these with every migration that it is about: TG-2105 failed, TG-2125 not SQL,
   * TG-2101 changed, TG-2102 missing, TG-2123 the database is ahead, TG-2106 out of order, TG-2126
   * contained in the baseline since. Empty when all is well.
   */
  public Optional<Problem> objection() {
    return failed()
        .or(this::notSql)
        .or(this::changed)
        .or(this::missing)
        .or(this::ahead)
        .or(this::outOfOrder)
        .or(() -> new BaselineFiles(history, folder).objection());
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
                "adopt it at the version it is at: mvn tidegate:deploy -Dtidegate.baseline=<version>\n"
                    + "or have that found out: mvn tidegate:deploy -Dtidegate.baseline=auto -Dtidegate.dryRun"));
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

  private Optional<Problem> notSql() {
    var entries = history.with(MigrationStatus.NOT_SQL);
    var hints = new ArrayList<String>();
    for (var entry : entries) {
      hints.add(
          entry.checksums().file().map(checksum -> asSql(entry, checksum)).orElse(wanted(entry)));
    }
    return about(
        MigrationStatus.NOT_SQL,
        ProblemCode.MIGRATION_NOT_SQL,
        "was not applied from SQL, and nothing else can be run again to compare",
        entry -> entry.description() + " (" + entry.script() + "): applied" + installed(entry),
        hints.stream().distinct().collect(Collectors.joining("\n")));
  }

  /** There is a file of this version: the row may say that it is the one. */
  private String asSql(HistoryEntry entry, int checksum) {
    var file =
        folder.files().stream()
            .filter(it -> it.version().isPresent() && it.version().equals(entry.version()))
            .findFirst()
            .map(it -> it.script())
            .orElse(entry.script());
    return "if %s does the same: UPDATE flyway_schema_history SET type = 'SQL', script = '%s', checksum = %d WHERE installed_rank = %d"
        .formatted(file, file.replace("'", "''"), checksum, rank(entry));
  }

  private static String wanted(HistoryEntry entry) {
    var version = entry.version().map(Version::toString).orElse("1");
    return "write down as "
        + MigrationName.file(Version.parse(version), entry.description())
        + " what it did to the schema, and run this again: it then prints the UPDATE for its row";
  }

  private Optional<Problem> changed() {
    var hint =
        "restore the file (`git log -- %s`) and put the change into a new migration: mvn tidegate:diff"
            .formatted(first(MigrationStatus.CHANGED));
    var rows = new ArrayList<String>();
    for (var entry : history.with(MigrationStatus.CHANGED)) {
      entry
          .checksums()
          .file()
          .ifPresent(
              checksum ->
                  rows.add(
                      "UPDATE flyway_schema_history SET checksum = %d WHERE installed_rank = %d"
                          .formatted(checksum, rank(entry))));
    }
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
        rows.isEmpty()
            ? hint
            : hint
                + "\nor, if only comments or blanks changed, let the history have the new text: "
                + String.join("; ", rows));
  }

  private Optional<Problem> missing() {
    return about(
        MigrationStatus.MISSING,
        ProblemCode.MIGRATION_MISSING,
        "was applied and is not in the folder",
        entry -> entry.script() + ": applied" + installed(entry),
        "restore the file (`git log --all -- %s`), or point -Dtidegate.migrations at its folder\n"
                .formatted(first(MigrationStatus.MISSING))
            + "or, if it is gone for good, take its row out: DELETE FROM flyway_schema_history WHERE"
            + " installed_rank IN ("
            + ranks(MigrationStatus.MISSING)
            + ")");
  }

  private Optional<Problem> ahead() {
    var entries = history.with(MigrationStatus.AHEAD);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    var last = folder.lastVersion();
    return Optional.of(
        Problem.of(
                ProblemCode.DATABASE_AHEAD,
                last.map(
                        version ->
                            "the database is at version %s, and this folder ends at %s"
                                .formatted(at(), version))
                    .orElse(
                        "the database is at version %s, and this folder is empty".formatted(at())))
            .withDetail("this checkout is older than the database, or another folder was meant")
            .withDetail(
                entries.stream().map(it -> it.script() + ": applied" + installed(it)).toList())
            .withState("nothing was changed; the database is at version " + at())
            .withHint(
                "git pull, or point -Dtidegate.migrations at the folder that has "
                    + entries.get(0).script()));
  }

  private Optional<Problem> outOfOrder() {
    var entries = history.with(MigrationStatus.OUT_OF_ORDER);
    var moves = new ArrayList<String>();
    if (!entries.isEmpty()) {
      var versions =
          MigrationName.following(MigrationName.nextInSequence(folder), entries.size()).iterator();
      for (var entry : entries) {
        var file = MigrationName.file(versions.next(), entry.description());
        moves.add(
            "git mv %s %s"
                .formatted(
                    ShellWord.of(folder.path().resolve(entry.script()).toString()),
                    ShellWord.of(
                        folder.path().resolve(entry.script()).resolveSibling(file).toString())));
      }
    }
    return about(
        MigrationStatus.OUT_OF_ORDER,
        ProblemCode.MIGRATION_OUT_OF_ORDER,
        "is older than what was already applied",
        entry -> entry.script() + ": the database is at version " + at() + reached(),
        "give it a version above " + at() + ": " + String.join(" && ", moves));
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

  /** Since when the database is at its version, and by whom. */
  private String reached() {
    return history.entries().stream()
        .filter(entry -> entry.installed().isPresent() && entry.version().equals(history.version()))
        .findFirst()
        .map(entry -> ", since" + installed(entry))
        .orElse("");
  }

  private String first(MigrationStatus status) {
    List<HistoryEntry> entries = history.with(status);
    return entries.isEmpty() ? "" : folder.path().resolve(entries.get(0).script()).toString();
  }

  private String ranks(MigrationStatus status) {
    return history.with(status).stream()
        .map(entry -> String.valueOf(rank(entry)))
        .collect(Collectors.joining(", "));
  }

  private static int rank(HistoryEntry entry) {
    return entry.installed().map(HistoryEntry.Installed::rank).orElse(0);
  }

  private static String installed(HistoryEntry entry) {
    return entry
        .installed()
        .map(run -> " " + TIME.format(run.on()) + (run.by().isEmpty() ? "" : " by " + run.by()))
        .orElse("");
  }

  private static String checksum(Optional<Integer> checksum) {
    return checksum.map(value -> "%08x".formatted(value)).orElse("none");
  }
}
