package dev.tidegate.migration;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptExecutorFactory;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.jspecify.annotations.Nullable;

/**
 * Runs one statement of a script the way Flyway would, with its callbacks and its errors.
 *
 * @param factory Flyway's
 * @param context with the connection
 * @param script the statement's own
 */
record StatementRunner(SqlScriptExecutorFactory factory, Context context, SqlScript script) {

  void run(SqlStatement statement) {
    factory
        .createSqlScriptExecutor(
            context.getConnection(),
            false,
            false,
            context.getConfiguration().isOutputQueryResults())
        .execute(new Single(script, statement), context.getConfiguration());
  }

  /** A script as if it held one statement only. */
  private record Single(SqlScript whole, SqlStatement only) implements SqlScript {

    @Override
    public SqlStatementIterator getSqlStatements() {
      return new Once(List.of(only).iterator());
    }

    @Override
    public int getSqlStatementCount() {
      return 1;
    }

    @Override
    public Collection<SqlScript> getReferencedSqlScripts() {
      return whole.getReferencedSqlScripts();
    }

    @Override
    public LoadableResource getResource() {
      return whole.getResource();
    }

    @Override
    public boolean executeInTransaction() {
      return false;
    }

    @Override
    public boolean shouldExecute() {
      return true;
    }

    @Override
    public boolean placeholderReplacement() {
      return whole.placeholderReplacement();
    }

    @Override
    public void validate() {}

    @Override
    public boolean includeReferencedScriptsInChecksum() {
      return whole.includeReferencedScriptsInChecksum();
    }

    @Override
    public int compareTo(SqlScript other) {
      return whole.compareTo(other);
    }
  }

  private record Once(Iterator<SqlStatement> statements) implements SqlStatementIterator {

    @Override
    public boolean hasNext() {
      return statements.hasNext();
    }

    @Override
    public @Nullable SqlStatement next() {
      // Flyway ends at null instead of asking.
      return statements.hasNext() ? statements.next() : null;
    }

    @Override
    public void close() {}
  }
}
