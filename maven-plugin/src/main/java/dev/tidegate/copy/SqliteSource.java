package dev.tidegate.copy;

import dev.tidegate.copy.CopyOptions.TimestampForm;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A SQLite file as a source: opened read only, read in one transaction. */
final class SqliteSource implements CopySource {
  private final ConnectionSettings settings;
  private final Connection connection;

  private SqliteSource(ConnectionSettings settings, Connection connection) {
    this.settings = settings;
    this.connection = connection;
  }

  /** Opens the file, unless that would mean to change it. */
  static SqliteSource open(ConnectionSettings settings) throws SQLException {
    refuseUnlessReadable(SqliteFile.of(settings));
    var connection = Connections.open(settings.forReading());
    connection.setAutoCommit(false);
    return new SqliteSource(settings, connection);
  }

  /** Refuses what is no database, and what SQLite would have to repair before it could be read. */
  static void refuseUnlessReadable(Path file) {
    if (!SqliteFile.exists(file)) {
      throw CopyProblems.sourceMissing(file).exception();
    }
    if (SqliteFile.hasHotJournal(file)) {
      throw CopyProblems.hotJournal(file).exception();
    }
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
    return SqliteCatalog.read(connection);
  }

  @Override
  public List<String> passedBy() throws SQLException {
    return SqliteCatalog.virtualTables(connection).stream()
        .map(name -> "virtual table " + name)
        .toList();
  }

  @Override
  public long rows(TableFacts table) throws SQLException {
    return Sql.number(connection, "SELECT count(*) FROM " + Sql.path(table.path()));
  }

  @Override
  public List<TimestampForm> timestampForms(TableCopy table, CopyOptions options)
      throws SQLException, AmbiguousTimestamps {
    var forms = new ArrayList<TimestampForm>();
    var unsettled = new ArrayList<Integer>();
    for (var i = 0; i < table.columns().size(); i++) {
      var column = table.columns().get(i);
      var form = options.timestampForm(table.from().name(), column.from().name());
      forms.add(form);
      if (form == TimestampForm.AUTO && column.to().type().family().holdsDates()) {
        unsettled.add(i);
      }
    }
    if (!unsettled.isEmpty()) {
      EpochUnits.settle(connection, table, unsettled, forms);
    }
    return forms;
  }

  @Override
  public RowReader read(TableCopy table) throws SQLException {
    var columns = table.columns().stream().map(column -> column.from().name()).toList();
    return new SqliteRowReader(
        connection, "SELECT " + Sql.names(columns) + " FROM " + Sql.path(table.from().path()));
  }

  @Override
  public List<Conversion> conversions(TableCopy table, List<TimestampForm> forms) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(
            i -> {
              var from = table.columns().get(i).from().type();
              var to = table.columns().get(i).to().type();
              return to.family() == Family.DYNAMIC
                  ? ToSqlite.of(from, to, TimestampForm.ISO)
                  : ToPostgres.of(to, forms.get(i));
            })
        .toList();
  }

  @Override
  public OptionalLong counter(TableFacts table) throws SQLException {
    // https://www.sqlite.org/autoinc.html: the table is there once one AUTOINCREMENT column is
    if (Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_sequence'")
        == 0) {
      return OptionalLong.empty();
    }
    var highest =
        Sql.texts(
            connection,
            "SELECT seq FROM sqlite_sequence WHERE name = " + Sql.literal(table.name()));
    return highest.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(highest.get(0)));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
