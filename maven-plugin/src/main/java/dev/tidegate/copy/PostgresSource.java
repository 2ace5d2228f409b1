package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.TimestampForm;
import dev.tidegate.copy.TableFacts.Trait;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A PostgreSQL database as a source: one transaction that reads only and sees one moment. */
final class PostgresSource implements CopySource {
  private final ConnectionSettings settings;
  private final Connection connection;
  private final List<String> schemas;
  private final boolean chosen;

  private PostgresSource(
      ConnectionSettings settings, Connection connection, List<String> schemas, boolean chosen) {
    this.settings = settings;
    this.connection = connection;
    this.schemas = schemas;
    this.chosen = chosen;
  }

  /**
   * Opens the database.
   *
   * @param all whether name spaces that the options do not name are those of the database, and not
   *     those of the search path only
   */
  static PostgresSource open(ConnectionSettings settings, CopyOptions options, boolean all)
      throws SQLException {
    var connection = Connections.open(settings.forReading());
    connection.setAutoCommit(false);
    Sql.execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    PostgresSession.settle(connection, options.lockTimeout());
    // Rows that a policy would hide are an error then, and not left out in silence:
    // https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-ROW-SECURITY
    Sql.execute(connection, "SET LOCAL row_security = off");
    return new PostgresSource(
        settings,
        connection,
        PostgresSession.schemas(connection, options.schemas(), all),
        all || !options.schemas().isEmpty());
  }

  @Override
  public String display() {
    return settings.url().display();
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public List<TableFacts> tables() throws SQLException {
    return PostgresCatalog.read(connection, schemas);
  }

  @Override
  public List<String> passedBy() throws SQLException {
    var objects =
        Sql.texts(
            connection,
            """
            SELECT 'foreign table ' || n.nspname || '.' || c.relname FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f' ORDER BY 1
            """);
    if (!chosen) {
      // Nobody named these name spaces, so nobody knows that the others stay behind.
      PostgresCatalog.beyond(connection, schemas).stream()
          .map(table -> "table " + table + ", whose schema is not on the search path,")
          .forEach(objects::add);
    }
    return objects;
  }

  @Override
  public long rows(TableFacts table) throws SQLException {
    // -1 before the first ANALYZE: https://www.postgresql.org/docs/current/catalog-pg-class.html
    var about =
        Sql.number(
            connection,
            """
            SELECT CASE WHEN bool_or(c.reltuples < 0) THEN -1 ELSE sum(c.reltuples) END::bigint
            FROM pg_class c
            WHERE c.relkind <> 'p' AND c.oid IN (SELECT relid FROM pg_partition_tree(%1$s)
              UNION SELECT %1$s)
            """
                .formatted(Sql.literal(Sql.path(table.path())) + "::regclass"));
    return about >= 0 ? about : Sql.number(connection, "SELECT count(*) FROM " + from(table));
  }

  @Override
  public List<TimestampForm> timestampForms(TableCopy table, CopyOptions options) {
    return table.columns().stream()
        .map(column -> options.timestampForm(table.from().name(), column.from().name()))
        .toList();
  }

  @Override
  public RowReader read(TableCopy table) throws SQLException {
    var columns =
        table.columns().stream().map(PostgresSource::expression).collect(Collectors.joining(", "));
    return new PostgresRowReader(
        new BinaryCopyReader(connection, "SELECT " + columns + " FROM " + from(table.from())),
        table.columns());
  }

  /** Rows of tables that inherit are their own; those of partitions are the table's. */
  private static String from(TableFacts table) {
    return (table.has(Trait.PARTITIONED) ? "" : "ONLY ") + Sql.path(table.path());
  }

  private static String expression(ColumnCopy column) {
    var name = Sql.name(column.from().name());
    var type = column.from().type();
    if (type.family() != Family.OTHER) {
      return name;
    }
    // SQLite has no arrays: they become JSON text, which says where each element ends.
    return type.name().endsWith("[]") && column.to().type().family() == Family.DYNAMIC
        ? "array_to_json(" + name + ")::text"
        : name + "::text";
  }

  @Override
  public List<Conversion> conversions(TableCopy table, List<TimestampForm> forms) {
    return java.util.stream.IntStream.range(0, table.columns().size())
        .mapToObj(
            i -> {
              var column = table.columns().get(i);
              var to = column.to().type();
              if (to.family() == Family.DYNAMIC) {
                return ToSqlite.of(column.from().type(), to, forms.get(i));
              }
              return PostgresRowReader.passesOn(column)
                  ? (Conversion)
                      (from, row) -> row.putBytes(from.bytes(), from.offset(), from.length())
                  : ToPostgres.of(to, TimestampForm.ISO);
            })
        .toList();
  }

  @Override
  public OptionalLong counter(TableFacts table) {
    return OptionalLong.empty();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
