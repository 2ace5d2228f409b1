package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.StatementMeter;
import dev.tidegate.guard.StatementSubject;
import dev.tidegate.guard.StatementTrace;
import dev.tidegate.guard.StatementTrace.Seen;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.render.Cost;
import dev.tidegate.render.Stage;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.MigrationText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
   * What was seen of each file, by its path. From a file on that cannot be measured there is
   * nothing.
   */
  SortedMap<String, StatementTrace> of(List<MigrationFile> files, ScratchDatabase copy)
      throws SQLException {
    var found = new TreeMap<String, StatementTrace>();
    var meter = StatementMeter.NONE;
    try (var connection = copy.connect()) {
      if (namespace.isPresent()) {
        enter(connection, namespace.get());
      }
      meter = dialect.meter(connection);
      for (var file : files) {
        var statements = MigrationText.of(dialect.product(), file).statements();
        found.put(file.script(), measured(connection, meter, statements));
      }
    } catch (SQLException notAlone) {
      // The files have run in another database; what cannot be repeated statement by statement,
      // such as a callback's work, must not stop anybody.
    }
    if (meter == StatementMeter.NONE) {
      // where nothing locks there is nothing that was not measured
      files.forEach(file -> found.putIfAbsent(file.script(), StatementTrace.NONE));
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

  private StatementTrace measured(Connection connection, StatementMeter meter, List<String> all)
      throws SQLException {
    try {
      connection.setAutoCommit(false);
      var seen = run(connection, meter, all);
      connection.commit();
      return new StatementTrace(seen);
    } catch (SQLException e) {
      connection.rollback();
      if (meter != StatementMeter.NONE && !REFUSES_TRANSACTION.equals(e.getSQLState())) {
        throw e;
      }
      connection.setAutoCommit(true);
      var seen = run(connection, meter, all);
      return new StatementTrace(meter == StatementMeter.NONE ? seen : refusing(seen, all));
    }
  }

  /** Names what the first statement is about that refuses a transaction, as far as it tells. */
  private List<Seen> refusing(List<Seen> seen, List<String> all) {
    var marked = new ArrayList<>(seen);
    for (var at = 0; at < all.size(); at++) {
      var sql = all.get(at);
      if (OUTSIDE.matcher(sql).find()) {
        var object = StatementSubject.of(dialect.product(), namespace.orElse("public"), sql);
        marked.set(
            at,
            seen.get(at)
                .with(
                    new Hazard(
                        HazardType.NOT_TRANSACTIONAL,
                        object,
                        "runs outside of a transaction, so that what was done before a failure"
                            + " remains")));
        break;
      }
    }
    return marked;
  }

  private List<Seen> run(Connection connection, StatementMeter meter, List<String> all)
      throws SQLException {
    var recognisable =
        all.stream().map(sql -> StatementSubject.recognisable(dialect.product(), sql)).toList();
    var kinds = recognisable.stream().map(words -> words.split(" ", 2)[0]).toList();
    var trail = new NameTrail(dialect, connection, all, kinds);
    var held = new LinkedHashMap<ObjectId, Cost.Lock>();
    var seen = new ArrayList<Seen>();
    meter.begin();
    for (var number = 1; number <= all.size(); number++) {
      var sql = all.get(number - 1);
      var measured = measured(connection, meter, sql, recognisable.get(number - 1));
      var step = trail.after(number);
      var took = new ArrayList<>(measured.cost().locks());
      meter.dropping().ifPresent(lock -> took.addAll(ofDropped(lock, step.gone())));
      if (connection.getAutoCommit()) {
        held.clear();
      }
      took.forEach(lock -> held.put(lock.relation(), lock));
      seen.add(
          new Seen(
              number,
              measured.hazards(),
              took,
              List.copyOf(held.values()),
              step.gone(),
              step.renamed()));
    }
    return seen;
  }

  private Statement measured(
      Connection connection, StatementMeter meter, String sql, String recognisable)
      throws SQLException {
    var stage = new Stage(0, !connection.getAutoCommit(), "", "");
    // none once a file has dropped the schema that names stood in
    var schema = Optional.ofNullable(connection.getSchema()).orElse("public");
    var object = StatementSubject.of(dialect.product(), schema, sql);
    var statement = new Statement(recognisable, object, List.of(), stage);
    meter.before(statement);
    try (var execution = connection.createStatement()) {
      execution.execute(sql);
    }
    return meter.after(statement);
  }

  private static List<Cost.Lock> ofDropped(String lock, List<ObjectId> gone) {
    return gone.stream()
        .filter(id -> id.kind() == ObjectKind.TABLE)
        .map(id -> new Cost.Lock(id, lock))
        .toList();
  }
}
