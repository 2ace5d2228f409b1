package dev.tidegate.backup;

import dev.tidegate.backup.Declaration.Ddl;
import dev.tidegate.backup.Placement.How;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGConnection;

/** Brings the tables of an archive back, all of them or none. */
public final class Restore {
  /** What values are of: all that a table beside the lost one needs. */
  private static final Set<ObjectKind> TYPES =
      EnumSet.of(
          ObjectKind.NAMESPACE,
          ObjectKind.EXTENSION,
          ObjectKind.COLLATION,
          ObjectKind.ENUM,
          ObjectKind.SHELL_TYPE,
          ObjectKind.BASE_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE);

  private final ArchiveFile archive;
  private final Mode mode;
  private final boolean dryRun;

  /**
   * A restore of this archive.
   *
   * @param dryRun whether all of it is done and then rolled back
   */
  public Restore(ArchiveFile archive, Mode mode, boolean dryRun) {
    this.archive = archive;
    this.mode = mode;
    this.dryRun = dryRun;
  }

  /** What becomes of rows that are there. */
  public enum Mode {
    /** They stay, and tables that get rows back have to be empty. */
    INSERT,
    /** They are deleted. */
    REPLACE,
    /** Those of the same primary key are overwritten. */
    UPSERT
  }

  /** Which objects a database has. */
  public interface Inventory {
    /** Their identities. */
    Set<ObjectId> of(Connection connection) throws SQLException;
  }

  /**
   * Restores, in one transaction.
   *
   * @param lockTimeout for a lock that a statement needs; empty for the server's setting
   * @throws dev.tidegate.problem.TidegateException TG-2402 for an archive that was changed or cut
   *     short, TG-2403 where it does not fit
   */
  public Restored into(
      ConnectionSettings target, Optional<Duration> lockTimeout, Inventory inventory) {
    var faults = archive.faults();
    if (!faults.isEmpty()) {
      throw BackupProblems.archiveUnreadable(archive.path(), String.join("\n", faults)).exception();
    }
    try (var connection = Connections.open(target)) {
      connection.setAutoCommit(false);
      execute(connection, lockTimeout.map(it -> "SET LOCAL lock_timeout = " + it.toMillis()));
      for (var setting : Snapshot.TEXT_FORM) {
        execute(connection, Optional.of(setting));
      }
      refuseOlder(connection);
      var restored = restore(connection, inventory.of(connection));
      if (dryRun) {
        connection.rollback();
      } else {
        connection.commit();
      }
      return restored;
    } catch (SQLException | IOException e) {
      throw BackupProblems.restoreFailed(archive.path(), e).exception(e);
    }
  }

  private void refuseOlder(Connection connection) throws SQLException {
    var major = connection.getMetaData().getDatabaseMajorVersion();
    if (major < archive.manifest().major()) {
      throw BackupProblems.notRestored(
              archive.path(),
              List.of(
                  "it was read from PostgreSQL %s, and this is %d"
                      .formatted(archive.manifest().server(), major)))
          .exception();
    }
  }

  private Restored restore(Connection connection, Set<ObjectId> existing)
      throws SQLException, IOException {
    var places = new Placements(connection, mode);
    var placements = places.of(archive.manifest().tables());
    if (!places.objections().isEmpty()) {
      throw BackupProblems.inTheWay(archive.path(), places.objections()).exception();
    }
    var ddl = wanted(placements, existing, places.isEmptyDatabase());
    var aside = new Aside(connection);
    aside.take(placements);
    run(connection, ddl.stream().filter(it -> !it.late()).toList());
    var result = new RestoreRows(connection, archive);
    for (var placement : placements) {
      result.restore(placement);
    }
    run(connection, ddl.stream().filter(Ddl::late).toList());
    aside.putBack();
    new SequenceRestore(connection).set(archive.manifest().sequences());
    return result.done();
  }

  /** What of the archive's SQL makes something that is wanted and not there. */
  private List<Ddl> wanted(
      List<Placement> placements, Set<ObjectId> existing, boolean emptyDatabase) {
    var created = new HashSet<ObjectId>();
    for (var placement : placements) {
      if (placement.how() == How.CREATE) {
        var table = placement.table();
        created.add(ObjectId.of(ObjectKind.TABLE, table.schema(), table.name()));
      }
    }
    var beside = placements.stream().anyMatch(it -> it.how() == How.BESIDE);
    var wanted = new ArrayList<Ddl>();
    for (var ddl : archive.manifest().statements()) {
      if (ddl.table().isPresent()) {
        if (created.contains(ddl.table().get())) {
          wanted.add(ddl);
        }
      } else if (!existing.contains(ddl.object())) {
        var forTables = !created.isEmpty() && (emptyDatabase || !ddl.late());
        if (forTables || (beside && TYPES.contains(ddl.object().kind()))) {
          wanted.add(ddl);
        }
      }
    }
    return wanted;
  }

  private static void run(Connection connection, List<Ddl> statements) throws SQLException {
    for (var ddl : statements) {
      execute(connection, Optional.of(ddl.sql()));
    }
  }

  private static void execute(Connection connection, Optional<String> sql) throws SQLException {
    if (sql.isPresent()) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql.get());
      }
    }
  }

  /** Loads rows as COPY wrote them. */
  static long load(Connection connection, String sql, java.io.InputStream rows)
      throws SQLException, IOException {
    return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows);
  }
}
