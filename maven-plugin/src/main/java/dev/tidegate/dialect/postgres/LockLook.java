package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the server what this connection's transaction holds. Each question is one query for all
 * relations, and locks only the catalogue.
 */
final class LockLook {
  /** Users' objects begin here: {@code FirstNormalObjectId}. */
  private static final int FIRST_OF_USERS = 16384;

  private static final String KNOWN =
      "SELECT %s FROM %s WHERE c.oid >= %d AND c.relkind IN ('r', 'p', 'm', 'f', 'v', 'i', 'I')"
          .formatted(Relation.COLUMNS, Relation.TABLES, FIRST_OF_USERS);

  /** https://www.postgresql.org/docs/current/view-pg-locks.html */
  private static final String LOCKS =
      """
      SELECT relation::bigint, string_agg(mode, ',') FROM pg_locks
      WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation >= %d
      GROUP BY relation"""
          .formatted(FIRST_OF_USERS);

  /** By numbers: joined with the locks, the whole of the catalogue would be read each time. */
  private static final String RELATIONS =
      "SELECT %s, pg_stat_get_xact_numscans(c.oid) FROM %s WHERE c.oid = ANY (?)"
          .formatted(Relation.COLUMNS, Relation.TABLES);

  private static final String SCANS =
      "SELECT o::bigint, pg_stat_get_xact_numscans(o) FROM unnest(?::oid[]) AS o";

  private static final String TABLE_OF_INDEX =
      "SELECT i.indrelid::bigint FROM %s WHERE n.nspname = ? AND c.relname = ? AND i.indrelid > 0"
          .formatted(Relation.TABLES);

  private final PreparedStatement locks;
  private final PreparedStatement relations;
  private final Connection connection;

  LockLook(Connection connection) throws SQLException {
    this.connection = connection;
    this.locks = connection.prepareStatement(LOCKS);
    this.relations = connection.prepareStatement(RELATIONS);
  }

  /**
   * A relation that is locked.
   *
   * @param scans how often it was read from end to end or through an index, counted since some
   *     moment before this transaction
   * @param mode the strongest lock on it
   */
  record Held(Relation relation, long scans, PostgresLocks mode) {}

  /** Every relation of users that somebody can wait for, by its number. */
  Map<Long, Relation> relations() throws SQLException {
    var relations = new HashMap<Long, Relation>();
    try (var sql = connection.createStatement();
        var rows = sql.executeQuery(KNOWN)) {
      while (rows.next()) {
        var relation = Relation.read(rows);
        relations.put(relation.oid(), relation);
      }
    }
    return relations;
  }

  /** What the transaction holds now of these relations. */
  List<Held> held(Set<Long> known) throws SQLException {
    var modes = new HashMap<Long, PostgresLocks>();
    try (var rows = locks.executeQuery()) {
      while (rows.next()) {
        if (known.contains(rows.getLong(1))) {
          modes.put(rows.getLong(1), strongest(rows.getString(2)));
        }
      }
    }
    return modes.isEmpty() ? List.of() : held(modes);
  }

  private List<Held> held(Map<Long, PostgresLocks> modes) throws SQLException {
    var found = new ArrayList<Held>();
    relations.setArray(1, connection.createArrayOf("oid", modes.keySet().toArray()));
    try (var rows = relations.executeQuery()) {
      while (rows.next()) {
        var relation = Relation.read(rows);
        var mode = modes.getOrDefault(relation.oid(), PostgresLocks.ACCESS_SHARE);
        found.add(new Held(relation, rows.getLong(8), mode));
      }
    }
    return found;
  }

  /** The counters of these relations. They go back to 0 at some moment between transactions. */
  Map<Long, Long> scans(Collection<Long> relations) throws SQLException {
    var counters = new HashMap<Long, Long>();
    try (var sql = connection.prepareStatement(SCANS)) {
      sql.setArray(1, connection.createArrayOf("bigint", relations.toArray()));
      try (var rows = sql.executeQuery()) {
        while (rows.next()) {
          counters.put(rows.getLong(1), rows.getLong(2));
        }
      }
    }
    return counters;
  }

  /** The number of the table of an index that the statement before has made. */
  Optional<Long> tableOfIndex(ObjectId index) throws SQLException {
    try (var sql = connection.prepareStatement(TABLE_OF_INDEX)) {
      sql.setString(1, index.path().get(0));
      sql.setString(2, index.name());
      try (var rows = sql.executeQuery()) {
        return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
      }
    }
  }

  private static PostgresLocks strongest(String modes) {
    var strongest = PostgresLocks.ACCESS_SHARE;
    for (var mode : modes.split(",")) {
      var lock = PostgresLocks.of(mode);
      strongest = lock.compareTo(strongest) > 0 ? lock : strongest;
    }
    return strongest;
  }
}
