package dev.tidegate.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationResolver;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resolver.ResolvedMigrationImpl;
import org.flywaydb.core.internal.resolver.sql.SqlMigrationResolver;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.ParserSqlScript;

/**
 * Flyway's own resolvers for SQL, with one change: a migration that cannot run in a transaction is
 * executed by {@link StepwiseExecutor}, which knows at each moment how far it is. Version,
 * description, script and checksum stay Flyway's, and so does the row of the history.
 */
final class StepwiseResolver implements MigrationResolver {
  private final StepwiseRun run;

  StepwiseResolver(StepwiseRun run) {
    this.run = run;
  }

  @Override
  public Collection<ResolvedMigration> resolveMigrations(Context context) {
    var sql =
        new SqlMigrationResolver(
            context.resourceProvider,
            context.sqlScriptExecutorFactory,
            context.sqlScriptFactory,
            context.configuration,
            parsingContext(context));
    var all = new ArrayList<ResolvedMigration>();
    for (var resolver : List.of(sql, new BaselineMigrationResolver())) {
      resolver.resolveMigrations(context).forEach(it -> all.add(new Decorated(it, context, run)));
    }
    return all;
  }

  /**
   * The values of placeholders such as <code>${flyway:user}</code>, which count in the checksum of
   * a repeatable migration. Flyway hands its own resolvers this object and others none, so it is
   * taken from a script that Flyway made.
   */
  private static ParsingContext parsingContext(Context context) {
    var script =
        context.sqlScriptFactory.createSqlScript(
            new StringResource(""), false, context.resourceProvider);
    try {
      var parser = ParserSqlScript.class.getDeclaredField("parser");
      parser.setAccessible(true);
      return ((Parser) parser.get(script)).parsingContext;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another Flyway than the one this was made for", e);
    }
  }

  /** A migration as Flyway resolved it, except for how it is executed. */
  private static final class Decorated extends ResolvedMigrationImpl {
    private final ResolvedMigration plain;

    Decorated(ResolvedMigration plain, Context context, StepwiseRun run) {
      super(
          plain.getVersion(),
          plain.getDescription(),
          plain.getScript(),
          plain.getChecksum(),
          null,
          plain.getType(),
          plain.getPhysicalLocation(),
          new StepwiseExecutor(plain, context, run));
      this.plain = plain;
    }

    @Override
    public boolean checksumMatches(Integer checksum) {
      return plain.checksumMatches(checksum);
    }

    @Override
    public boolean checksumMatchesWithoutBeingIdentical(Integer checksum) {
      return plain.checksumMatchesWithoutBeingIdentical(checksum);
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }
}
