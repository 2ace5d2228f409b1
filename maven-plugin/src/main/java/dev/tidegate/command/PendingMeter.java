package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.StatementMeter;
import dev.tidegate.guard.StatementSubject;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.render.Stage;
import dev.tidegate.render.Statement;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.MigrationText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Runs the statements of pending migrations once more, one by one, and measures what each of them
 * locks, writes anew and reads: the statement that somebody wrote decides that, not the states that
 * it leads between. A file whose statements refuse a transaction is run outside of one, as Flyway
 * does it.
 */
final class PendingMeter {
  /** https://www.postgresql.org/docs/current/errcodes-appendix.html: active_sql_transaction. */
  private static final String REFUSES_TRANSACTION = "25001";

  private static final Pattern OUTSIDE =
      Pattern.compile(
          "\\b(CONCURRENTLY|VACUUM|REINDEX|SYSTEM|DATABASE|TABLESPACE|SUBSCRIPTION|CLUSTER)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Dialect dialect;
  private final Optional<String> namespace;

  /** Where names without a name space stand; empty for the database's own default. */
  PendingMeter(Dialect dialect, Optional<String> namespace) {
    this.dialect = dialect;
    this.namespace = namespace;
  }

  /**
   * The hazards of each file, by its path. From a file on that cannot be measured there are none.
   */
  SortedMap<String, List<Hazard>> of(List<MigrationFile> files, ScratchDatabase copy)
      throws SQLException {
    var found = new TreeMap<String, List<Hazard>>();
    try (var connection = copy.connect()) {
      if (namespace.isPresent()) {
        enter(connection, namespace.get());
      }
      var meter = dialect.meter(connection);
      if (meter == StatementMeter.NONE) {
        files.forEach(file -> found.put(file.script(), List.of()));
        return found;
      }
      for (var file : files) {
        var statements = MigrationText.of(dialect.product(), file).statements();
        found.put(file.script(), measured(connection, meter, statements));
      }
    } catch (SQLException notAlone) {
      // The files have run in another database; what cannot be repeated statement by statement,
      // such as a callback's work, must not stop anybody.
      return found;
    }
    return found;
  }

  /** Where nothing was applied yet, the name space is made as Flyway makes it. */
  private void enter(Connection connection, String name) throws SQLException {
    var quoted = dialect.live().qualified(Optional.empty(), name);
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted);
    }
    connection.setSchema(name);
  }

  private List<Hazard> measured(Connection connection, StatementMeter meter, List<String> all)
      throws SQLException {
    try {
      connection.setAutoCommit(false);
      var hazards = run(connection, meter, all);
      connection.commit();
      return hazards;
    } catch (SQLException e) {
      connection.rollback();
      if (!REFUSES_TRANSACTION.equals(e.getSQLState())) {
        throw e;
      }
      connection.setAutoCommit(true);
      var hazards = new ArrayList<>(run(connection, meter, all));
      refusing(all).ifPresent(hazards::add);
      return hazards;
    }
  }

  /** Names what the statements are about that refuse a transaction, as far as their words tell. */
  private Optional<Hazard> refusing(List<String> all) {
    return all.stream()
        .filter(sql -> OUTSIDE.matcher(sql).find())
        .findFirst()
        .map(sql -> StatementSubject.of(dialect.product(), namespace.orElse("public"), sql))
        .map(
            object ->
                new Hazard(
                    HazardType.NOT_TRANSACTIONAL,
                    object,
                    "runs outside of a transaction, so that what was done before a failure remains"));
  }

  private List<Hazard> run(Connection connection, StatementMeter meter, List<String> all)
      throws SQLException {
    var hazards = new LinkedHashSet<Hazard>();
    meter.begin();
    for (var sql : all) {
      var stage = new Stage(0, !connection.getAutoCommit(), "", "");
      // none once a file has dropped the schema that names stood in
      var schema = Optional.ofNullable(connection.getSchema()).orElse("public");
      var object = StatementSubject.of(dialect.product(), schema, sql);
      var statement =
          new Statement(
              StatementSubject.recognisable(dialect.product(), sql), object, List.of(), stage);
      meter.before(statement);
      try (var execution = connection.createStatement()) {
        execution.execute(sql);
      }
      hazards.addAll(meter.after(statement).hazards());
    }
    return List.copyOf(new ArrayList<>(hazards));
  }
}
