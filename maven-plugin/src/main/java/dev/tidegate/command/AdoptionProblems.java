package dev.tidegate.command;

import dev.tidegate.migration.HistoryEntry;
import dev.tidegate.migration.LiquibaseHistory;
import dev.tidegate.migration.MigrationHistory;
import dev.tidegate.migration.PrismaHistory;
import dev.tidegate.migration.Version;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.ChangeList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is said when an existing database is adopted, or cannot be. */
final class AdoptionProblems {
  static final List<String> PRISMA_AFTERWARDS =
      List.of(
          "from now on only tidegate:deploy applies migrations, no longer `prisma migrate`; when"
              + " nobody goes back, _prisma_migrations can be dropped");

  private static final String UNTOUCHED = "nothing was changed";
  private static final int SHOWN = 20;

  private AdoptionProblems() {}

  static Problem historyThere(String wanted, MigrationHistory history) {
    var problem =
        Problem.of(
                ProblemCode.BASELINE_REFUSED,
                "the database cannot be adopted at version " + wanted + ", it has a history")
            .withState(UNTOUCHED);
    if (history.isEmpty()) {
      return problem
          .withDetail("flyway_schema_history is there and holds no migration")
          .withHint("DROP TABLE flyway_schema_history");
    }
    var rows =
        history.entries().stream()
            .filter(entry -> entry.installed().isPresent())
            .map(HistoryEntry::script)
            .toList();
    return problem
        .withDetail(
            "%d %s, the first is %s, the last %s"
                .formatted(
                    rows.size(),
                    rows.size() == 1 ? "row" : "rows",
                    rows.get(0),
                    rows.get(rows.size() - 1)))
        .withHint("leave the parameter `baseline` out: mvn tidegate:deploy");
  }

  static Problem differs(
      AdoptionStart start, VersionStates.Distance distance, Optional<Version> equal) {
    var version = distance.version();
    var hint =
        equal
            .filter(it -> start.files().isEmpty())
            .map(
                it ->
                    "it is exactly version %1$s: mvn tidegate:deploy -Dtidegate.baseline=%1$s"
                        .formatted(it))
            .orElseGet(
                () ->
                    start.files().isEmpty()
                        ? wayOut(version)
                        : "bring the database to what the files build, or leave out what is not of"
                            + " this project: -Dtidegate.exclude=<object>,…");
    return Problem.of(
            ProblemCode.BASELINE_DIFFERS,
            "the database is not what the migrations up to version " + version + " build")
        .withDetail(shortened(distance.differences()))
        .withDetail(
            start.files().isEmpty()
                ? "[+] only in the database, [-] only in the migrations, [*] in both"
                : "[+] only in the database, [-] only in Prisma's migrations, [*] in both")
        .withState(UNTOUCHED)
        .withHint(hint);
  }

  private static String wayOut(Version version) {
    return """
        let a migration hold the difference and adopt at its version: mvn tidegate:diff -Dtidegate.from=migrations@%s -Dtidegate.to=target -Dtidegate.name=adopt
        or leave out what is not of this project: -Dtidegate.exclude=<object>,…"""
        .formatted(version);
  }

  static Problem nothingToCompare(AdoptionStart start, Path folder) {
    return Problem.of(
            ProblemCode.BASELINE_NOT_FOUND,
            "the database cannot be adopted yet, since no migration is in " + folder)
        .withDetail(
            start
                .last()
                .map(last -> liquibase(start, last))
                .orElse("no history of Prisma or Liquibase was found either"))
        .withState(UNTOUCHED)
        .withHint(
            """
            let the live database be the first migration, then adopt it at that:
            mvn tidegate:diff -Dtidegate.from=empty -Dtidegate.to=target -Dtidegate.name=init
            mvn tidegate:deploy -Dtidegate.baseline=auto""");
  }

  static Problem equalToNone(AdoptionStart start, List<VersionStates.Distance> distances) {
    var nearest =
        distances.stream()
            .min(Comparator.comparingInt(it -> it.differences().size()))
            .orElseThrow();
    var problem =
        Problem.of(
            ProblemCode.BASELINE_NOT_FOUND,
            "the database is not exactly any version of the migrations folder");
    return start
        .last()
        .map(last -> problem.withDetail(liquibase(start, last)))
        .orElse(problem)
        .withDetail(
            "of %d versions the nearest is %s, with %d %s:"
                .formatted(
                    distances.size(),
                    nearest.version(),
                    ChangeList.folded(nearest.differences()).size(),
                    ChangeList.folded(nearest.differences()).size() == 1
                        ? "difference"
                        : "differences"))
        .withDetail(shortened(nearest.differences()))
        .withState(UNTOUCHED)
        .withHint(wayOut(nearest.version()));
  }

  private static String liquibase(AdoptionStart start, String last) {
    return "Liquibase has applied %d %s, the last is %s"
        .formatted(start.migrations(), start.migrations() == 1 ? "changeset" : "changesets", last);
  }

  static String severalEqual(List<VersionStates.Distance> equal, Version taken) {
    var versions = equal.stream().map(it -> it.version().toString()).toList();
    return ("versions %s build the same schema, and %s was taken: if the later ones move data that"
            + " is not there yet, adopt at the first instead")
        .formatted(String.join(", ", versions), taken);
  }

  static String notProved(Version version) {
    return "the folder has no migration up to version %s, so it was not compared with the database"
        .formatted(version);
  }

  static Problem prismaFailed(List<PrismaHistory.Row> failed) {
    var name = failed.get(0).name();
    return Problem.of(ProblemCode.OTHER_HISTORY_REFUSED, "Prisma's history has a failed migration")
        .withDetail(
            failed.stream()
                .map(row -> row.name() + ": began " + row.started() + " and did not end")
                .toList())
        .withState(UNTOUCHED)
        .withHint(
            "undo or finish by hand what it left, then: npx prisma migrate resolve --rolled-back %s   (or --applied)"
                .formatted(name));
  }

  static Problem prismaFolderMissing(Path folder, List<PrismaHistory.Row> applied) {
    return Problem.of(
            ProblemCode.OTHER_HISTORY_REFUSED,
            "Prisma has applied %d migrations, and %s has none".formatted(applied.size(), folder))
        .withState(UNTOUCHED)
        .withHint("say where they are: mvn tidegate:deploy -Dtidegate.baseline=auto:<folder>");
  }

  static Problem prismaNotInOrder(List<String> lines, Path folder) {
    return Problem.of(
            ProblemCode.OTHER_HISTORY_REFUSED,
            "Prisma's history and its folder do not tell the same story")
        .withDetail(lines)
        .withState(UNTOUCHED)
        .withHint("bring the folder to what was applied: git log --all -- " + folder);
  }

  static Problem liquibaseLocked(String by) {
    return Problem.of(ProblemCode.OTHER_HISTORY_REFUSED, "Liquibase holds its lock")
        .withDetail("DATABASECHANGELOGLOCK is held by " + by)
        .withState(UNTOUCHED)
        .withHint("wait for it to end; if it is long gone: liquibase release-locks");
  }

  static List<String> prismaNotes(Path folder, int files, int waiting) {
    var notes = new ArrayList<String>();
    notes.add(
        "Prisma's migrations become %d files of %s, with the same content: commit them"
            .formatted(files, folder));
    if (waiting > 0) {
      notes.add(
          waiting
              + (waiting == 1 ? " is" : " are")
              + " not applied yet, and the next deploy does that");
    }
    notes.addAll(PRISMA_AFTERWARDS);
    return notes;
  }

  static List<String> liquibaseNotes(LiquibaseHistory history) {
    var notes = new ArrayList<String>();
    history
        .failed()
        .forEach(
            it ->
                notes.add("Liquibase has changeset %s as failed; look what it was".formatted(it)));
    notes.add(
        "from now on only tidegate:deploy applies migrations, no longer Liquibase; when nobody goes"
            + " back, its tables DATABASECHANGELOG and DATABASECHANGELOGLOCK can be dropped");
    return notes;
  }

  private static List<String> shortened(List<String> all) {
    var lines = ChangeList.folded(all);
    if (lines.size() <= SHOWN) {
      return lines;
    }
    var some = new ArrayList<>(lines.subList(0, SHOWN));
    some.add("… and " + (lines.size() - SHOWN) + " more");
    return some;
  }
}
