package dev.tidegate.migration;

import dev.tidegate.jdbc.ErrorKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.sqlscript.SqlStatement;

/**
 * One migration that cannot run in a transaction, or that consists of several. Each statement that
 * can is committed together with its journal entry; each that cannot is announced before and
 * confirmed after. A statement that gets no lock is tried again by itself.
 *
 * @param migration as Flyway resolved it
 * @param statements as Flyway parsed them
 * @param transactions whether it is in transactions from its beginning to its end, and its own
 *     COMMITs say where one ends
 */
record StepwiseMigration(
    ResolvedMigration migration,
    List<SqlStatement> statements,
    boolean transactions,
    StatementRunner runner,
    StepwiseRun run) {

  /** Statements that a file puts between BEGIN and COMMIT, or a single one. */
  private record Unit(int first, int last, boolean refusesTransaction) {}

  /** Runs what is left of it. */
  void execute(Connection connection) throws SQLException {
    var journal = Journal.at(connection, run.product(), Optional.empty());
    journal.prepare();
    var resumption = new Resumption(migration.getScript(), connection, journal, run);
    run.recorder().stepwise(InvalidIndexes.read(connection, run.product()));
    var done = resumption.resume(entries());
    journal.plan(migration.getScript(), migration.getChecksum(), entries().subList(done, size()));
    for (var unit : units()) {
      if (unit.last() > done) {
        run.retries().refuseWhenStopping();
        if (unit.first() > done + 1) {
          run.recorder().refuseUnlessPermitted();
        }
        execute(unit, connection, journal);
      }
    }
    run.recorder().reached(size());
  }

  private int size() {
    return statements.size();
  }

  private List<Journal.Entry> entries() {
    var entries = new ArrayList<Journal.Entry>();
    for (var statement : statements) {
      entries.add(
          new Journal.Entry(
              entries.size() + 1,
              statement.getLineNumber(),
              statement.getSql(),
              Journal.Mark.PLANNED));
    }
    return entries;
  }

  private List<Unit> units() {
    var units = new ArrayList<Unit>();
    for (var i = 0; i < size(); i++) {
      var first = i;
      if (transactions || words(i).beginsTransaction()) {
        while (i + 1 < size() && !words(i).endsTransaction()) {
          i++;
        }
      }
      var refuses =
          !transactions
              && first == i
              && StepwiseExecutor.runsAlone(run.product(), statements.get(i));
      units.add(new Unit(first + 1, i + 1, refuses));
    }
    return units;
  }

  private StatementWords words(int index) {
    return StatementWords.of(statements.get(index).getSql());
  }

  private void execute(Unit unit, Connection connection, Journal journal) throws SQLException {
    for (var attempt = 0; ; attempt++) {
      run.recorder().reached(unit.first() - 1);
      try {
        executeOnce(unit, connection, journal);
        return;
      } catch (FlywayException e) {
        var kind = MigrationFailure.cause(e).map(ErrorKind::of).orElse(ErrorKind.REFUSED);
        failed(unit, journal, kind, e);
        if (!passesByItself(unit) || !run.retries().again(migration.getScript(), kind, attempt)) {
          throw e;
        }
        clear(unit, connection, journal);
      }
    }
  }

  /** What committed a part of its work is not simply run again. */
  private boolean passesByItself(Unit unit) {
    var statement = words(unit.first() - 1);
    return !unit.refusesTransaction()
        || !statement.mayCommit(run.product())
        || statement.continuesItself();
  }

  private void executeOnce(Unit unit, Connection connection, Journal journal) throws SQLException {
    var script = migration.getScript();
    if (!unit.refusesTransaction()) {
      journal.inTransaction(
          () -> {
            for (var number = unit.first(); number <= unit.last(); number++) {
              run.recorder().at(number - 1);
              if (!controlsTransaction(number)) {
                runner.run(statements.get(number - 1));
              }
              journal.mark(script, number, Journal.Mark.DONE);
            }
          });
      return;
    }
    var statement = statements.get(unit.first() - 1);
    Remains.of(statement.getSql(), connection, run.product()).refuseStranger(script);
    journal.mark(script, unit.first(), Journal.Mark.STARTED);
    runner.run(statement);
    journal.mark(script, unit.first(), Journal.Mark.DONE);
  }

  private boolean controlsTransaction(int number) {
    return words(number - 1).beginsTransaction() || words(number - 1).endsTransaction();
  }

  /**
   * The server answered, so it is known that the statement ended; a lost connection leaves it open.
   */
  private void failed(Unit unit, Journal journal, ErrorKind kind, FlywayException why) {
    if (kind == ErrorKind.LOST || !unit.refusesTransaction()) {
      return;
    }
    try {
      journal.mark(migration.getScript(), unit.first(), Journal.Mark.FAILED);
    } catch (SQLException gone) {
      why.addSuppressed(gone);
    }
  }

  /** Takes away what the attempt has left, such as an INVALID index. */
  private void clear(Unit unit, Connection connection, Journal journal) throws SQLException {
    if (unit.refusesTransaction()) {
      var sql = statements.get(unit.first() - 1).getSql();
      for (var attempt = 0; ; attempt++) {
        try {
          Remains.of(sql, connection, run.product())
              .clear(run.retries()::say, run.recorder().invalidBefore());
          journal.mark(migration.getScript(), unit.first(), Journal.Mark.PLANNED);
          return;
        } catch (SQLException e) {
          if (!run.retries().again(migration.getScript(), ErrorKind.of(e), attempt)) {
            throw e;
          }
        }
      }
    }
  }
}
