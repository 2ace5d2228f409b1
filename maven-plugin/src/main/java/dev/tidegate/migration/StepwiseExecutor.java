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
  /** A word without which no statement refuses a transaction that Flyway does not know to. */
  private static final Pattern SUSPICIOUS =
      Pattern.compile(
          "CONCURRENTLY|DETACH|VACUUM|PRAGMA|REINDEX|CLUSTER|SUBSCRIPTION|PREPARED",
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
    new StepwiseMigration(plain, statements, runner, run).execute(context.getConnection());
    return List.of();
  }

  @Override
  public boolean canExecuteInTransaction() {
    if (inTransaction == null) {
      inTransaction = plain.getExecutor().canExecuteInTransaction() && !refusesUnknownToFlyway();
      if (!inTransaction) {
        statements(script()); // one that cannot be read to its end is refused before it begins
      }
    }
    return inTransaction;
  }

  /**
   * Whether all statements refuse a transaction for reasons that Flyway does not know of.
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
    var refusing =
        statements.stream()
            .filter(SqlStatement::canExecuteInTransaction)
            .filter(it -> refusesTransaction(run.product(), it))
            .toList();
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
    return !refusing.isEmpty();
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

  private static boolean refusesTransaction(Product product, SqlStatement statement) {
    return !statement.canExecuteInTransaction()
        || StatementWords.of(statement.getSql()).refusesTransaction(product);
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
