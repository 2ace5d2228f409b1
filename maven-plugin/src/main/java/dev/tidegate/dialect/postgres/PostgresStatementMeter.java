package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.StatementMeter;
import dev.tidegate.render.Cost;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Measures statements by what the server says after each: its locks in {@code pg_locks}, the files
 * of relations in {@code pg_class}, its counters of scans. What runs outside of a transaction has
 * let go of everything by then; {@link ConcurrentFacts} says what is known of such statements.
 */
final class PostgresStatementMeter implements StatementMeter {
  /**
   * Each look goes through all locks, so that a long plan would take quadratic time; and a server
   * has room for some thousands only, what is created included.
   */
  private static final int MANY = 200;

  /** Statements that take no lock which keeps anybody waiting who reads or writes rows. */
  private static final Pattern LOCKS_NOTHING =
      Pattern.compile(
          "(SET|RESET|GRANT|REVOKE|COMMENT|CREATE (OR REPLACE )?(SCHEMA|TYPE|DOMAIN|SEQUENCE"
              + "|FUNCTION|PROCEDURE|AGGREGATE|COLLATION|CAST|OPERATOR|LANGUAGE))\\b.*"
              + "|CREATE( UNLOGGED)? TABLE (?!.*(PARTITION OF|INHERITS|REFERENCES)).*",
          Pattern.DOTALL);

  private static final Pattern ADDS_LABEL =
      Pattern.compile("ALTER TYPE .* ADD VALUE .*", Pattern.DOTALL);

  private final Connection connection;
  private final LockLook look;
  private final Map<Long, Relation> known;
  private final Map<Long, PostgresLocks> held = new HashMap<>();
  private final Map<Long, PostgresLocks> lasting = new HashMap<>();
  private final Map<Long, Long> scans = new HashMap<>();
  private boolean begins = true;
  private boolean labelAdded;
  private int statements;

  private PostgresStatementMeter(Connection connection, LockLook look, Map<Long, Relation> known) {
    this.connection = connection;
    this.look = look;
    this.known = known;
  }

  static StatementMeter on(Connection connection) throws SQLException {
    var look = new LockLook(connection);
    return new PostgresStatementMeter(connection, look, look.relations());
  }

  @Override
  public void begin() {
    held.clear();
    lasting.clear();
    labelAdded = false;
    begins = true;
  }

  /**
   * Counters of scans go back to 0 after some transaction, so what they are is asked in each one
   * before anything is read.
   */
  @Override
  public void before(Statement statement) throws SQLException {
    if (connection.getAutoCommit()) {
      held.clear();
      lasting.clear();
      labelAdded = false;
      begins = true;
    } else if (begins) {
      begins = false;
      scans.putAll(look.scans(scans.isEmpty() ? known.keySet() : scans.keySet()));
      scans.values().removeIf(count -> count == 0);
    }
  }

  /** https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
  @Override
  public Optional<String> dropping() {
    return Optional.of(PostgresLocks.ACCESS_EXCLUSIVE.label());
  }

  @Override
  public Statement after(Statement statement) throws SQLException {
    if (connection.getAutoCommit()) {
      return new ConcurrentFacts(look, known).of(statement);
    }
    labelAdded |= ADDS_LABEL.matcher(statement.sql()).matches();
    var locksNothing = known.isEmpty() || LOCKS_NOTHING.matcher(statement.sql()).matches();
    var seen = locksNothing ? List.<LockLook.Held>of() : look.held(known.keySet());
    var measured =
        locksNothing ? statement.costing(Cost.NOTHING, List.of()) : measure(statement, seen);
    statements++;
    // A new label may be used only after a commit; that must not hide that a deploy's is later.
    if ((seen.size() > MANY || statements > MANY) && !labelAdded) {
      connection.commit();
      begins = true;
      statements = 0;
    }
    return measured;
  }

  private Statement measure(Statement statement, List<LockLook.Held> seen) {
    var watched = new Watched();
    var read = new HashSet<Long>();
    for (var now : seen) {
      var relation = known.get(now.relation().oid());
      if (relation != null) {
        measure(relation, now, watched);
        if (now.scans() > scans.getOrDefault(relation.oid(), 0L)) {
          read.add(relation.isIndex() ? relation.table() : relation.oid());
        }
        scans.put(relation.oid(), now.scans());
      }
    }
    for (var table : readByPurpose(statement, read)) {
      var relation = known.get(table);
      var lock = held.get(table);
      if (relation != null && lock != null) {
        watched.read(relation.id(), lock);
      }
    }
    if (watched.takesTime()) {
      addHeldFromBefore(watched);
    }
    seen.forEach(now -> known.replace(now.relation().oid(), now.relation()));
    return watched.of(statement, true);
  }

  /** Each lock once: after that it is known to last. Those of this statement it says itself. */
  private void addHeldFromBefore(Watched watched) {
    held.forEach(
        (oid, mode) -> {
          var relation = known.get(oid);
          if (relation != null && relation.isRead() && mode != lasting.put(oid, mode)) {
            watched.holds(relation.id(), mode);
          }
        });
  }

  /** By the name that it had before the statement, which may be what renames it. */
  private void measure(Relation relation, LockLook.Held now, Watched watched) {
    var before = held.get(relation.oid());
    if (before == null || now.mode().compareTo(before) > 0) {
      held.put(relation.oid(), now.mode());
      if (relation.isRead()) {
        watched.took(relation.id(), now.mode());
      }
    }
    if (relation.hasRows() && relation.file() != now.relation().file()) {
      watched.rewrote(relation.id(), now.mode());
    }
  }

  /**
   * A foreign key looks up what rows refer to, by an index or not, whichever is cheaper; what it
   * reads for its own sake is its table and the partitions of it.
   */
  private Set<Long> readByPurpose(Statement statement, Set<Long> read) {
    var object = statement.object();
    var meant = new HashSet<Long>();
    for (var table : read) {
      if (held.containsKey(table)
          && known.containsKey(table)
          && (object.kind() != ObjectKind.FOREIGN_KEY || isOf(table, object.qualifier()))) {
        meant.add(table);
      }
    }
    return meant;
  }

  private boolean isOf(long table, List<String> path) {
    for (var it = known.get(table); it != null; it = known.get(it.parent())) {
      if (it.id().path().equals(path)) {
        return true;
      }
    }
    return false;
  }
}
