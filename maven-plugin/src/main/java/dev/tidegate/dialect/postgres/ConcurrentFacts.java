package dev.tidegate.dialect.postgres;

import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known of statements that cannot run inside a transaction, where nothing can be watched.
 * They are made to let rows be read and written meanwhile.
 *
 * <ul>
 *   <li>https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
 *   <li>https://www.postgresql.org/docs/current/sql-dropindex.html
 *   <li>https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY
 *   <li>https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION
 * </ul>
 */
final class ConcurrentFacts {
  /** The statements, with whether all rows are read. */
  private static final Pattern BUILDS_INDEX =
      Pattern.compile(
          "(CREATE( UNIQUE)? INDEX|REINDEX (INDEX|TABLE)) CONCURRENTLY .*", Pattern.DOTALL);

  private static final Pattern DROPS_INDEX =
      Pattern.compile("DROP INDEX CONCURRENTLY .*", Pattern.DOTALL);

  private static final Pattern DETACHES =
      Pattern.compile("ALTER TABLE .* DETACH PARTITION .* (CONCURRENTLY|FINALIZE)", Pattern.DOTALL);

  private final LockLook look;
  private final Map<Long, Relation> known;

  ConcurrentFacts(LockLook look, Map<Long, Relation> known) {
    this.look = look;
    this.known = known;
  }

  /** The statement with what is known of it. */
  Statement of(Statement statement) throws SQLException {
    var watched = new Watched();
    var sql = statement.sql();
    if (BUILDS_INDEX.matcher(sql).matches()) {
      tableOf(statement)
          .ifPresent(
              table ->
                  watched
                      .took(table.id(), PostgresLocks.SHARE_UPDATE_EXCLUSIVE)
                      .read(table.id(), PostgresLocks.SHARE_UPDATE_EXCLUSIVE));
    } else if (DROPS_INDEX.matcher(sql).matches()) {
      tableOf(statement)
          .ifPresent(table -> watched.took(table.id(), PostgresLocks.SHARE_UPDATE_EXCLUSIVE));
    } else if (DETACHES.matcher(sql).matches()) {
      detached(statement, watched);
    }
    return watched.of(statement, false);
  }

  /** The partition is locked for everybody at the end, for a moment; its parent never is. */
  private void detached(Statement statement, Watched watched) {
    known.values().stream()
        .filter(it -> it.id().equals(statement.object()))
        .forEach(
            partition -> {
              watched.took(partition.id(), PostgresLocks.ACCESS_EXCLUSIVE);
              Optional.ofNullable(known.get(partition.parent()))
                  .ifPresent(it -> watched.took(it.id(), PostgresLocks.SHARE_UPDATE_EXCLUSIVE));
            });
  }

  /** The table of the index, or of the constraint, that the statement is about. */
  private Optional<Relation> tableOf(Statement statement) throws SQLException {
    var object = statement.object();
    if (object.kind() != ObjectKind.INDEX) {
      return known.values().stream()
          .filter(it -> it.isRead() && it.id().path().equals(object.qualifier()))
          .findFirst();
    }
    var dropped =
        known.values().stream()
            .filter(it -> it.isIndex() && it.path().equals(object.path()))
            .findFirst();
    return dropped.isPresent()
        ? dropped.map(Relation::table).map(known::get)
        : look.tableOfIndex(object).map(known::get);
  }
}
