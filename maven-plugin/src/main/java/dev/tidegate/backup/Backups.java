package dev.tidegate.backup;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes backups of one database. */
public final class Backups {
  private final ConnectionSettings settings;
  private final String database;
  private final Optional<String> environment;
  private final BackupFolder folder;
  private final Optional<Duration> lockTimeout;

  /**
   * Backups of this database in this folder.
   *
   * @param environment the label that the database carries, which a restore has to state
   * @param lockTimeout how long to wait for a table that somebody has locked
   */
  public Backups(
      ConnectionSettings settings,
      Optional<String> environment,
      BackupFolder folder,
      Optional<Duration> lockTimeout) {
    this(settings, settings.url().display(), environment, folder, lockTimeout);
  }

  private Backups(
      ConnectionSettings settings,
      String database,
      Optional<String> environment,
      BackupFolder folder,
      Optional<Duration> lockTimeout) {
    this.settings = settings;
    this.database = database;
    this.environment = environment;
    this.folder = folder;
    this.lockTimeout = lockTimeout;
  }

  /** The same, filed under the URL that others look for, where this one goes past a pooler. */
  public Backups filedUnder(ConnectionSettings named) {
    return new Backups(settings, named.url().display(), environment, folder, lockTimeout);
  }

  /** What makes a backup of PostgreSQL. */
  public enum Method {
    /** pg_dump where there is one and tables are held that go, else an archive of our own. */
    AUTO,
    PG_DUMP,
    TIDEGATE
  }

  /**
   * Makes a backup and reads it back. Nothing is left behind when that fails.
   *
   * @param loss what it has to hold; of SQLite it is always the whole file
   * @throws dev.tidegate.problem.TidegateException TG-2401
   */
  public Backup take(Loss loss, Method method, Declaration declaration) {
    var on = Instant.now();
    try {
      return settings.product() == Product.SQLITE
          ? sqlite(on)
          : postgres(loss, method, declaration, on);
    } catch (SQLException | IOException | UncheckedIOException e) {
      throw BackupProblems.failed(folder.path(), e).exception(e);
    }
  }

  private Backup postgres(Loss loss, Method method, Declaration declaration, Instant on)
      throws SQLException, IOException {
    try (var snapshot = Snapshot.take(settings, lockTimeout)) {
      var all = new PostgresTables(snapshot.connection());
      var tables = all.of(loss);
      var everything = loss.everything() || all.holdsEverything(tables);
      var programs = programs(loss, method, snapshot.server().major());
      return programs.isPresent()
          ? dumped(snapshot, tables, loss.everything(), programs.get(), on)
          : archived(snapshot, tables, everything && isAll(loss, snapshot), declaration, on);
    }
  }

  /** Whether an archive of all tables is one of all there is; who asked for that, gets no less. */
  private static boolean isAll(Loss loss, Snapshot snapshot) throws SQLException {
    var beyond = BeyondTables.of(snapshot.connection());
    if (loss.isOfTheDatabase() && !beyond.isEmpty()) {
      throw BackupProblems.notEverything(snapshot.server().major(), beyond).exception();
    }
    return beyond.isEmpty();
  }

  /** Those that can dump this server, where they are wanted and hold what is to be held. */
  private static Optional<PgPrograms> programs(Loss loss, Method method, int major) {
    if (method == Method.TIDEGATE || (method == Method.AUTO && !loss.isOfGoneTables())) {
      return Optional.empty();
    }
    var found = PgPrograms.find(major);
    if (found.isEmpty() && method == Method.PG_DUMP) {
      throw BackupProblems.noProgram(major, PgPrograms.versions()).exception();
    }
    return found;
  }

  private Backup archived(
      Snapshot snapshot,
      List<HeldTable> tables,
      boolean everything,
      Declaration declaration,
      Instant on)
      throws SQLException, IOException {
    var counts = snapshot.count(tables);
    var server = snapshot.server().version();
    return write(
        ArchiveFile.EXTENSION,
        on,
        draft -> {
          var writer = new ArchiveWriter(snapshot, declaration);
          var url = settings.url().display();
          var written = writer.write(draft, url, on, tables, everything);
          refuseUnlessWhole(draft, written, counts);
        },
        file ->
            new Made(
                "tidegate",
                server,
                everything,
                held(tables, counts),
                RestoreCommands.copy(file, settings, environment)));
  }

  private static void refuseUnlessWhole(Path file, Manifest manifest, Map<Long, Long> counts)
      throws IOException {
    try (var archive = ArchiveFile.open(file)) {
      var faults = new java.util.ArrayList<>(archive.faults());
      for (var entry : manifest.tables()) {
        var counted = counts.getOrDefault(entry.table().id(), 0L);
        if (counted != entry.rows()) {
          faults.add(
              "%s: %,d rows were counted and %,d written"
                  .formatted(entry.table().display(), counted, entry.rows()));
        }
      }
      if (!faults.isEmpty()) {
        throw BackupProblems.notWhole(file, faults).exception();
      }
    }
  }

  private Backup dumped(
      Snapshot snapshot,
      List<HeldTable> tables,
      boolean everything,
      PgPrograms programs,
      Instant on)
      throws SQLException, IOException {
    var counts = snapshot.count(tables);
    var server = snapshot.server().version();
    var dump = new PgDump(programs, settings, lockTimeout);
    var name = snapshot.export();
    return write(
        ".dump",
        on,
        draft -> {
          dump.write(draft, name, everything ? List.of() : tables);
          var faults = PgDump.faults(tables, counts, dump.rows(draft));
          if (!faults.isEmpty()) {
            throw BackupProblems.notWhole(draft, faults).exception();
          }
        },
        file ->
            new Made(
                "pg_dump " + programs.version(),
                server,
                everything,
                held(tables, counts),
                RestoreCommands.pgRestore(file, settings, everything)));
  }

  private Backup sqlite(Instant on) throws SQLException, IOException {
    var copy = new SqliteCopy(settings);
    return write(
        ".db",
        on,
        copy::write,
        file ->
            new Made(
                "sqlite",
                copy.version(),
                true,
                copy.tables(),
                RestoreCommands.file(file, settings)));
  }

  private static List<Backup.Held> held(List<HeldTable> tables, Map<Long, Long> counts) {
    return tables.stream()
        .filter(table -> !table.partitioned())
        .map(table -> table.held(counts.getOrDefault(table.id(), 0L)))
        .toList();
  }

  /** What there is to say of a file that was written. */
  private record Made(
      String method, String server, boolean everything, List<Backup.Held> tables, String restore) {}

  private interface Writer {
    void write(Path file) throws SQLException, IOException;
  }

  private interface Account {
    Made of(Path file);
  }

  private Backup write(String extension, Instant on, Writer writer, Account account)
      throws SQLException, IOException {
    var draft = folder.draft(RestoreCommands.name(settings), on, extension);
    try {
      writer.write(draft.part());
      folder.seal(draft);
    } finally {
      Files.deleteIfExists(draft.part());
    }
    var file = draft.file();
    var made = account.of(file);
    var backup =
        new Backup(
            file.toString(),
            database,
            settings.url().schemas().stream().findFirst(),
            on,
            made.method(),
            made.server(),
            Files.size(file),
            Digests.of(file),
            made.everything(),
            made.tables(),
            made.restore());
    folder.remember(backup);
    return backup;
  }
}
