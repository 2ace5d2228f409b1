package dev.tidegate.command;

import dev.tidegate.migration.LiquibaseHistory;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.migration.MigrationFolder;
import dev.tidegate.migration.PrismaFolder;
import dev.tidegate.migration.PrismaHistory;
import dev.tidegate.migration.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out from the history of another tool where a database stands: Prisma's rows name the files
 * that it has, Liquibase's do not say in SQL what they are.
 */
record OtherHistories(Target target, Workspace workspace, MigrationFolder folder, String wanted) {
  private static final String DEFAULT_FOLDER = "prisma/migrations";

  /**
   * What the database is adopted from.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2121 if the other history is not in order
   */
  AdoptionStart find() {
    var prisma = target.tableBesideHistory(PrismaHistory.TABLE);
    if (prisma.isPresent()) {
      return fromPrisma(target.ask(it -> PrismaHistory.read(it, prisma.get())));
    }
    return liquibase().map(this::fromLiquibase).orElseGet(this::fromStates);
  }

  private AdoptionStart fromStates() {
    return new AdoptionStart(
        "states", folder, Optional.empty(), 0, Optional.empty(), Optional.empty(), List.of());
  }

  private Optional<LiquibaseHistory> liquibase() {
    var table = inEitherCase(LiquibaseHistory.TABLE);
    var lock = inEitherCase(LiquibaseHistory.LOCK_TABLE);
    return table.map(name -> target.ask(it -> LiquibaseHistory.read(it, name, lock)));
  }

  /** PostgreSQL folds the name to lower case, unless Liquibase was told to quote it. */
  private Optional<String> inEitherCase(String table) {
    return target
        .tableBesideHistory(table.toLowerCase(Locale.ROOT))
        .or(() -> target.tableBesideHistory(table));
  }

  private AdoptionStart fromLiquibase(LiquibaseHistory history) {
    if (history.lock().isPresent()) {
      throw AdoptionProblems.liquibaseLocked(history.lock().get()).exception();
    }
    return new AdoptionStart(
        "liquibase",
        folder,
        Optional.empty(),
        history.count(),
        history.last(),
        Optional.empty(),
        AdoptionProblems.liquibaseNotes(history));
  }

  private AdoptionStart fromPrisma(PrismaHistory history) {
    if (!history.failed().isEmpty()) {
      throw AdoptionProblems.prismaFailed(history.failed()).exception();
    }
    var path =
        workspace
            .folder()
            .resolve(wanted.startsWith("auto:") ? wanted.substring(5).strip() : DEFAULT_FOLDER);
    var prisma =
        PrismaFolder.at(path)
            .orElseThrow(
                () -> AdoptionProblems.prismaFolderMissing(path, history.applied()).exception());
    var applied = inOrder(prisma, history);
    if (applied.isEmpty()) {
      return fromStates();
    }
    var last = applied.get(applied.size() - 1);
    return folder.files().isEmpty()
        ? converted(prisma, applied, last)
        : beside(applied, last).orElseGet(this::fromStates);
  }

  /** The applied migrations, if each has its file and none below the last was left out. */
  private static List<PrismaFolder.Entry> inOrder(PrismaFolder prisma, PrismaHistory history) {
    var objections = new ArrayList<String>();
    var rows = history.applied();
    for (var row : rows) {
      var entry = prisma.entry(row.name());
      if (entry.isEmpty()) {
        objections.add(row.name() + ": applied " + row.started() + ", and its folder is gone");
      } else if (!row.isOf(entry.get().content())) {
        objections.add(row.name() + ": changed after it was applied " + row.started());
      }
    }
    var names = rows.stream().map(PrismaHistory.Row::name).toList();
    var applied = prisma.entries().stream().filter(it -> names.contains(it.name())).toList();
    if (!applied.isEmpty()) {
      var last = prisma.entries().indexOf(applied.get(applied.size() - 1));
      prisma.entries().subList(0, last).stream()
          .filter(entry -> !names.contains(entry.name()))
          .forEach(entry -> objections.add(entry.name() + ": not applied, and later ones are"));
    }
    if (!objections.isEmpty()) {
      throw AdoptionProblems.prismaNotInOrder(objections, prisma.path()).exception();
    }
    return applied;
  }

  private AdoptionStart converted(
      PrismaFolder prisma, List<PrismaFolder.Entry> applied, PrismaFolder.Entry last) {
    var there = TemporaryFolder.create();
    var files = prisma.writeTo(there.path());
    var waiting = prisma.entries().size() - applied.size();
    return new AdoptionStart(
        "prisma",
        MigrationFolder.read(there.path()),
        Optional.of(last.version()),
        applied.size(),
        Optional.of(last.name()),
        Optional.of(new AdoptionStart.Made(prisma, files, there)),
        AdoptionProblems.prismaNotes(folder.path(), files.size(), waiting));
  }

  /** The version of the last file, where the folder has all of Prisma's under whatever name. */
  private Optional<AdoptionStart> beside(
      List<PrismaFolder.Entry> applied, PrismaFolder.Entry last) {
    var highest = Optional.<Version>empty();
    for (var entry : applied) {
      var file =
          folder.files().stream()
              .filter(it -> it.version().isPresent() && isSame(it, entry))
              .findFirst();
      if (file.isEmpty()) {
        return Optional.empty();
      }
      var version = file.get().version();
      highest = highest.filter(it -> it.compareTo(version.orElseThrow()) > 0).or(() -> version);
    }
    return Optional.of(
        new AdoptionStart(
            "prisma",
            folder,
            highest,
            applied.size(),
            Optional.of(last.name()),
            Optional.empty(),
            AdoptionProblems.PRISMA_AFTERWARDS));
  }

  private static boolean isSame(MigrationFile file, PrismaFolder.Entry entry) {
    try {
      var text = Files.readString(file.path(), StandardCharsets.ISO_8859_1);
      return text.replace("\r\n", "\n").equals(entry.content().replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
