package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a migration to Flyway that can run in a transaction, and runs any other statement by
 * statement with a {@link Journal}. Reads the file only when it is asked, as Flyway does.
 */
final class StepwiseExecutor implements MigrationExecutor {
  /**
   * A word without which no statement refuses a transaction that Flyway does not know to, or begins
   * or ends one itself.
   */
  private static final Pattern SUSPICIOUS =
      Pattern.compile(
          "CONCURRENTLY|DETACH|VACUUM|PRAGMA|REINDEX|CLUSTER|SUBSCRIPTION|PREPARE"
              + "|COMMIT|ROLLBACK|ABORT|\\b(BEGIN|START|END)\\b",
          Pattern.CASE_INSENSITIVE);

  private final ResolvedMigration plain;
  private final MigrationResolver.Context flyway;
  private final StepwiseRun run;
  private @Nullable Boolean inTransaction;

  StepwiseExecutor(ResolvedMigration plain, MigrationResolver.Context flyway, StepwiseRun run) {
    this.plain = plain;
    this.flyway = flyway;
    this.run = run;
  }

  @Override
  public List<Results> execute(Context context) throws SQLException {
    if (canExecuteInTransaction()) {
      return plain.getExecutor().execute(context);
    }
    var script = script();
    var statements = statements(script);
    var runner = new StatementRunner(flyway.sqlScriptExecutorFactory, context, script);
    var transactions =
        plain.getExecutor().canExecuteInTransaction()
            && statements.stream().noneMatch(this::refusesUnknown);
    new StepwiseMigration(plain, statements, transactions, runner, run)
        .execute(context.getConnection());
    return List.of();
  }

  @Override
  public boolean canExecuteInTransaction() {
    if (inTransaction == null) {
      inTransaction = plain.getExecutor().canExecuteInTransaction() && !refusesUnknownToFlyway();
      if (!inTransaction) {
        // one that cannot be read to its end, or run in steps, is refused before it begins
        refuseGivingUp(statements(script()));
      }
    }
    return inTransaction;
  }

  /** What it takes back may be in the journal as done. */
  private void refuseGivingUp(List<SqlStatement> statements) {
    for (var statement : statements) {
      if (StatementWords.of(statement.getSql()).givesTransactionUp()) {
        throw MigrationProblems.givesTransactionUp(
                plain.getScript(), statement.getLineNumber(), statement.getSql())
            .exception();
      }
    }
  }

  /**
   * Whether all statements refuse a transaction for reasons that Flyway does not know of, or one
   * ends the transaction that Flyway began: what stands before a COMMIT of the file's own could
   * neither be rolled back with the rest nor be run again.
   *
   * @throws FlywayException if some do and others do not, in Flyway's words for the same
   */
  private boolean refusesUnknownToFlyway() {
    var script = script();
    if (!SUSPICIOUS.matcher(run.text(plain.getPhysicalLocation())).find()) {
      return false;
    }
    var statements = statements(script);
    // A file whose settings say executeInTransaction=true may hold what Flyway does know of: the
    // pragma that Prisma puts around a table made anew is a no-op in a transaction.
    var refusing = statements.stream().filter(this::refusesUnknown).toList();
    var settings =
        statements.stream().filter(it -> StatementWords.of(it.getSql()).isSetting()).count();
    if (!refusing.isEmpty() && refusing.size() + settings < statements.size()) {
      throw new FlywayException(
          "Detected both transactional and non-transactional statements within the same migration"
              + " (even though mixed is false). Offending statement found at line "
              + refusing.get(0).getLineNumber()
              + ": "
              + refusing.get(0).getSql());
    }
    return !refusing.isEmpty() || statements.stream().anyMatch(StepwiseExecutor::control);
  }

  @Override
  public boolean shouldExecute() {
    return plain.getExecutor().shouldExecute();
  }

  @Override
  public String shouldExecuteExpression() {
    return plain.getExecutor().shouldExecuteExpression();
  }

  /** Whether it has to run outside of a transaction in a file that does. */
  static boolean runsAlone(Product product, SqlStatement statement) {
    return refusesTransaction(product, statement)
        || StatementWords.of(statement.getSql()).mayCommit(product);
  }

  private boolean refusesUnknown(SqlStatement statement) {
    return statement.canExecuteInTransaction() && refusesTransaction(run.product(), statement);
  }

  private static boolean refusesTransaction(Product product, SqlStatement statement) {
    return !statement.canExecuteInTransaction()
        || StatementWords.of(statement.getSql()).refusesTransaction(product);
  }

  private static boolean control(SqlStatement statement) {
    var words = StatementWords.of(statement.getSql());
    return words.beginsTransaction() || words.endsTransaction() || words.givesTransactionUp();
  }

  private SqlScript script() {
    return flyway.sqlScriptFactory.createSqlScript(
        flyway.resourceProvider.getResource(plain.getScript()),
        flyway.configuration.isMixed(),
        flyway.resourceProvider);
  }

  private static List<SqlStatement> statements(SqlScript script) {
    var all = new ArrayList<SqlStatement>();
    try (var iterator = script.getSqlStatements()) {
      for (var next = iterator.next(); next != null; next = iterator.next()) {
        all.add(next);
      }
    }
    return all;
  }
}
