package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.copy.TableFacts.Trait;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A PostgreSQL database as a target: everything happens in one transaction. */
final class PostgresTarget implements CopyTarget {
  private final ConnectionSettings settings;
  private final Connection connection;
  private final List<String> schemas;
  private final PostgresConstraints constraints;
  private final Map<TableCopy, Staging> staged = new LinkedHashMap<>();
  private Mode mode = Mode.INSERT;

  private PostgresTarget(ConnectionSettings settings, Connection connection, List<String> schemas) {
    this.settings = settings;
    this.connection = connection;
    this.schemas = schemas;
    constraints = new PostgresConstraints(connection);
  }

  /**
   * Opens the database.
   *
   * @param all whether name spaces that the options do not name are those of the database, and not
   *     those of the search path only
   */
  static PostgresTarget open(ConnectionSettings settings, CopyOptions options, boolean all)
      throws SQLException {
    var connection = Connections.open(settings);
    connection.setAutoCommit(false);
    PostgresSession.settle(connection, options.lockTimeout());
    return new PostgresTarget(
        settings, connection, PostgresSession.schemas(connection, options.schemas(), all));
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public String display() {
    return settings.url().display();
  }

  @Override
  public String name() {
    return settings.url().database();
  }

  @Override
  public List<TableFacts> tables() throws SQLException {
    return PostgresCatalog.read(connection, schemas);
  }

  @Override
  public void execute(List<String> statements) throws SQLException {
    for (var statement : statements) {
      Sql.execute(connection, statement);
    }
  }

  @Override
  public List<String> obstacles(List<TableCopy> tables, Mode how) throws SQLException {
    var found = new ArrayList<String>();
    for (var table : tables) {
      if (table.to().has(Trait.ROW_SECURITY)) {
        found.add("row security is in force for this user on " + table.to().display());
      }
    }
    found.addAll(PostgresTriggers.firing(connection, tables, how));
    return found;
  }

  @Override
  public Map<String, Long> notEmpty(List<TableCopy> tables) throws SQLException {
    var query =
        tables.stream()
            .map(table -> Sql.path(table.to().path()))
            .map(
                path ->
                    "SELECT %s FROM (SELECT FROM %s LIMIT 1) t".formatted(Sql.literal(path), path))
            .collect(Collectors.joining(" UNION ALL "));
    var counts = new LinkedHashMap<String, Long>();
    for (var path : tables.isEmpty() ? List.<String>of() : Sql.texts(connection, query)) {
      counts.put(path.replace("\"", ""), Sql.number(connection, "SELECT count(*) FROM " + path));
    }
    return counts;
  }

  @Override
  public void prepare(List<TableCopy> tables, Mode how) throws SQLException {
    mode = how;
    if (tables.isEmpty()) {
      return;
    }
    var paths =
        tables.stream().map(table -> Sql.path(table.to().path())).collect(Collectors.joining(", "));
    // Nobody else writes. Readers go on but for tables with foreign keys that are put aside, and
    // those that they point to: https://www.postgresql.org/docs/current/explicit-locking.html
    Sql.execute(connection, "LOCK TABLE " + paths + " IN SHARE ROW EXCLUSIVE MODE");
    Sql.execute(connection, "SET CONSTRAINTS ALL DEFERRED");
    constraints.putAside(tables, how == Mode.REPLACE);
    if (how == Mode.REPLACE) {
      for (var table : tables) {
        // Never TRUNCATE … CASCADE, which reaches tables that nobody named; and DELETE works where
        // others refer to the table.
        Sql.execute(connection, "DELETE FROM " + Sql.path(table.to().path()));
      }
    }
  }

  @Override
  public RowWriter write(TableCopy table) throws SQLException {
    var path = Sql.path(table.to().path());
    if (mode == Mode.UPSERT || Staging.isNeeded(table)) {
      var staging = Staging.create(connection, table, staged.size());
      staged.put(table, staging);
      path = staging.name();
    }
    return new PostgresRowWriter(
        connection,
        "COPY " + path + " (" + Sql.names(table.targetColumns()) + ") FROM STDIN (FORMAT binary)");
  }

  @Override
  public void merge(TableCopy table) throws SQLException {
    var staging = staged.get(table);
    if (staging == null) {
      return;
    }
    var before = connection.setSavepoint();
    try {
      staging.merge(mode == Mode.UPSERT);
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      connection.rollback(before);
      staging.refuseUnreadable();
      throw e;
    }
  }

  @Override
  public void restore() throws SQLException {
    constraints.restore();
    Sql.execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
  }

  @Override
  public EncodedReader readBack(TableCopy table) throws SQLException {
    var staging = staged.get(table);
    return new BinaryCopyReader(
        connection,
        staging == null
            ? "SELECT " + Sql.names(table.targetColumns()) + " FROM " + Sql.path(table.to().path())
            : staging.readBack(mode == Mode.UPSERT));
  }

  @Override
  public boolean restates(TableCopy table) {
    return Staging.isNeeded(table);
  }

  @Override
  public EncodedReader readSent(TableCopy table) throws SQLException {
    return new BinaryCopyReader(connection, staging(table).readSent());
  }

  @Override
  public EncodedReader readRestated(TableCopy table) throws SQLException {
    return new BinaryCopyReader(connection, staging(table).readRestated());
  }

  private Staging staging(TableCopy table) {
    return Objects.requireNonNull(staged.get(table));
  }

  @Override
  public void commit(List<TableCopy> tables, Map<String, Long> counters) throws SQLException {
    // setval is not undone by a rollback, so nothing that can fail comes after it.
    new PostgresSequences(connection, mode == Mode.REPLACE).set(tables, counters);
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    if (!connection.isClosed()) {
      connection.rollback();
      connection.close();
    }
  }
}
