package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.TidegateException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The history of a database beside the files of a folder, as Flyway's {@code info} sees them.
 *
 * @param entries in Flyway's order: applied ones as they were applied, then pending ones
 */
public record MigrationHistory(List<HistoryEntry> entries) {

  private static final Pattern UNKNOWN_TYPE = Pattern.compile("Unknown migration type '([^']+)'");

  public MigrationHistory {
    entries = List.copyOf(entries);
  }

  /** Reads the history. Writes nothing: where there is no history table, none is made. */
  public static MigrationHistory read(MigrationDatabase database, MigrationFolder folder) {
    var configuration = FlywayConfiguration.of(database, folder, List.of());
    try {
      var all = Migrator.quietly(() -> configuration.load().info().all());
      var entries = new ArrayList<HistoryEntry>();
      Arrays.stream(all)
          .filter(MigrationHistory::isOfInterest)
          .forEach(info -> entries.add(entry(info, database.product())));
      return new MigrationHistory(withoutTwins(entries));
    } catch (FlywayException e) {
      if (e.getCause() instanceof TidegateException known) {
        throw known;
      }
      var unknown = UNKNOWN_TYPE.matcher(String.valueOf(e.getMessage()));
      if (unknown.find()) {
        throw MigrationProblems.typeUnknown(unknown.group(1)).exception(e);
      }
      if (isForbidden(e)) {
        throw MigrationProblems.historyForbidden(reader(database)).exception(e);
      }
      throw MigrationProblems.historyUnreadable(MigrationFailure.words(e)).exception(e);
    }
  }

  /**
   * This history as the next deploy takes it, which goes on with a failed migration whose progress
   * is known and whose file is there.
   */
  public MigrationHistory resumable(List<Progress> progress, MigrationFolder folder) {
    var there = folder.scripts();
    var known = progress.stream().map(Progress::script).toList();
    return new MigrationHistory(
        entries.stream()
            .map(
                entry ->
                    entry.status() == MigrationStatus.FAILED
                            && known.contains(entry.script())
                            && there.contains(entry.script())
                        ? entry.pending()
                        : entry)
            .toList());
  }

  /**
   * Flyway tells of two where one is meant: a repeatable migration that has changed since it ran,
   * and a Java migration beside a file of its version.
   */
  private static List<HistoryEntry> withoutTwins(List<HistoryEntry> entries) {
    var waiting = entries.stream().filter(entry -> entry.installed().isEmpty()).toList();
    var kept = new ArrayList<HistoryEntry>();
    var dropped = new HashSet<HistoryEntry>();
    for (var entry : entries) {
      var twin =
          entry.installed().isEmpty()
              ? Optional.<HistoryEntry>empty()
              : waiting.stream().filter(it -> isTwin(entry, it)).findFirst();
      twin.ifPresent(dropped::add);
      kept.add(twin.map(it -> entry.withFile(it.checksums().file())).orElse(entry));
    }
    kept.removeIf(dropped::contains);
    return kept;
  }

  private static boolean isTwin(HistoryEntry entry, HistoryEntry waiting) {
    return switch (entry.status()) {
      case PENDING -> waiting.script().equals(entry.script());
      case NOT_SQL -> entry.version().isPresent() && waiting.version().equals(entry.version());
      default -> false;
    };
  }

  /**
   * PostgreSQL's insufficient_privilege:
   * https://www.postgresql.org/docs/current/errcodes-appendix.html.
   */
  private static boolean isForbidden(FlywayException e) {
    return MigrationFailure.cause(e)
        .filter(cause -> "42501".equals(cause.getSQLState()))
        .isPresent();
  }

  /** Who may not read. */
  private static String reader(MigrationDatabase database) {
    try (var connection = database.opener().get()) {
      return connection.getMetaData().getUserName();
    } catch (SQLException gone) {
      return "this user"; // what is being reported says more
    }
  }

  /** The entries that stand so. */
  public List<HistoryEntry> with(MigrationStatus status) {
    return entries.stream().filter(entry -> entry.status() == status).toList();
  }

  /** Whether the database knows of no migration, not even a baseline. */
  public boolean isEmpty() {
    return entries.stream().allMatch(entry -> entry.installed().isEmpty());
  }

  /** The version the database is at; a failed migration does not count. */
  public Optional<Version> version() {
    return entries.stream()
        .filter(entry -> entry.installed().isPresent())
        .filter(entry -> entry.status() != MigrationStatus.FAILED)
        .flatMap(entry -> entry.version().stream())
        .max(Version::compareTo);
  }

  /** Rows that Flyway keeps but that stand for nothing any more, or that made the schema itself. */
  private static boolean isOfInterest(MigrationInfo info) {
    return switch (info.getState()) {
      case SUPERSEDED, DELETED, UNDONE, AVAILABLE, ABOVE_TARGET -> false;
      default -> info.getType() != CoreMigrationType.SCHEMA;
    };
  }

  private static HistoryEntry entry(MigrationInfo info, Product product) {
    return new HistoryEntry(
        Optional.ofNullable(info.getVersion()).map(version -> Version.parse(version.getVersion())),
        info.getDescription(),
        info.getScript(),
        status(info),
        new HistoryEntry.Checksums(
            Optional.ofNullable(info.getAppliedChecksum()),
            Optional.ofNullable(info.getResolvedChecksum())),
        installed(info, product));
  }

  private static Optional<HistoryEntry.Installed> installed(MigrationInfo info, Product product) {
    if (info.getInstalledRank() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new HistoryEntry.Installed(
            info.getInstalledRank(),
            instant(info.getInstalledOn().toInstant(), product),
            info.getInstalledBy(),
            info.getExecutionTime()));
  }

  /**
   * SQLite's default for the column is UTC text, which the driver takes for local time:
   * https://sqlite.org/lang_datefunc.html.
   */
  private static Instant instant(Instant read, Product product) {
    return product == Product.SQLITE
        ? LocalDateTime.ofInstant(read, ZoneId.systemDefault()).toInstant(ZoneOffset.UTC)
        : read;
  }

  private static MigrationStatus status(MigrationInfo info) {
    if (info.getInstalledRank() != null && !isSql(info) && !info.getState().isFailed()) {
      return MigrationStatus.NOT_SQL;
    }
    return switch (info.getState()) {
      case PENDING, OUTDATED -> MigrationStatus.PENDING;
      case FAILED, MISSING_FAILED, FUTURE_FAILED -> MigrationStatus.FAILED;
      case MISSING_SUCCESS -> MigrationStatus.MISSING;
      case FUTURE_SUCCESS -> MigrationStatus.AHEAD;
      case IGNORED -> MigrationStatus.OUT_OF_ORDER;
      case BASELINE -> MigrationStatus.BASELINE;
      case BELOW_BASELINE, BASELINE_IGNORED -> MigrationStatus.BELOW_BASELINE;
      default -> isChanged(info) ? MigrationStatus.CHANGED : MigrationStatus.APPLIED;
    };
  }

  private static boolean isSql(MigrationInfo info) {
    return info.getType() == CoreMigrationType.SQL || info.getType().isBaseline();
  }

  private static boolean isChanged(MigrationInfo info) {
    return info.isVersioned() && !info.isChecksumMatching();
  }
}
