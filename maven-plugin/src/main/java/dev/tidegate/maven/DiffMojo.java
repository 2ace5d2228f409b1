package dev.tidegate.maven;

import dev.tidegate.command.DiffCommand;
import dev.tidegate.command.DiffRequest;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.report.Report;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Compares two states of a schema, writes the SQL that turns one into the other, and proves it on a
 * scratch database.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractSchemaMojo {

  /**
   * State to start from, for example {@code migrations@7}, {@code target}, {@code empty}, {@code
   * schema.sql} or a database's URL. Default: {@code migrations}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.from", defaultValue = "migrations")
  private String from = "migrations";

  /**
   * State to reach, for example {@code schema} or {@code target}. Default: {@code schema}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.to", defaultValue = "schema")
  private String to = "schema";

  /**
   * The declared schema, for example {@code db/schema.sql} or a folder of {@code .sql} files.
   * Default: {@code src/main/db/schema.sql}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.schema", defaultValue = "src/main/db/schema.sql")
  private String schema = "src/main/db/schema.sql";

  /**
   * Dialect of the SQL written, {@code postgresql} or {@code sqlite}. Default: that of {@code url},
   * else of {@code to}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.dialect")
  private @Nullable String dialect;

  /**
   * Description of the migration to write, for example {@code add_email}. Default: none, the SQL is
   * only printed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.name")
  private @Nullable String name;

  /**
   * How the migration's version is found, {@code timestamp} or {@code sequence}. Default: {@code
   * timestamp}, in the form {@code yyyyMMddHHmmss}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.versioning", defaultValue = "timestamp")
  private String versioning = "timestamp";

  /**
   * File to write the script to, for example {@code target/change.sql}. Default: none.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.output")
  private @Nullable File output;

  /**
   * Objects that keep what they hold under another name, for example {@code
   * users.name:full_name,old_table:new_table}. Default: none; a drop and an add that look like a
   * rename are reported with the value to pass.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.renames")
  private @Nullable List<String> renames;

  /**
   * How tables in use are changed, {@code online} or {@code simple}. Default: {@code online}, which
   * keeps readers and writers waiting for moments only and may take several files. The other writes
   * the shortest script. SQLite knows only one way.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.strategy", defaultValue = "online")
  private String strategy = "online";

  /**
   * Columns whose change of type is made by a new column that is filled in batches, for example
   * {@code orders.total,users.id}, or {@code all}. Default: none; the table is rewritten while
   * everybody waits. Only for {@code online} on PostgreSQL.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.expand")
  private @Nullable List<String> expand;

  /**
   * Also writes the SQL that leads back, proved as well, into the folder {@code rollback} beside
   * the migrations. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.rollback", defaultValue = "false")
  private boolean rollback;

  /**
   * Fails when the states differ. Default: {@code false}. This is the gate for a schema that was
   * changed without a migration.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.failOnDiff", defaultValue = "false")
  private boolean failOnDiff;

  /**
   * Fails when a state holds objects that this version does not model, naming each. Default: {@code
   * true}. With {@code false} they are named in the report only.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.strict", defaultValue = "true")
  private boolean strict = true;

  /**
   * Compares owners, grants and default privileges as well. Default: {@code false}; then an object
   * that the script replaces gets back those that it had.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.privileges", defaultValue = "false")
  private boolean privileges;

  /**
   * Compares what {@code pg_dump} says of the schema that the script makes with what it says of
   * {@code to}. Default: {@code false}. Needs a {@code pg_dump} on the path that is not older than
   * the scratch server.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.verifyWithPgDump", defaultValue = "false")
  private boolean verifyWithPgDump;

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.diff.skip", defaultValue = "false")
  private boolean skipDiff;

  /** Injected by Maven. */
  @Inject
  public DiffMojo(SettingsDecrypter decrypter, RepositorySystem repositories) {
    super("diff", decrypter, repositories);
  }

  @Override
  boolean skipsGoal() {
    return skipDiff;
  }

  @Override
  Map<String, String> places() {
    return Map.of("migrationsFolder", migrationsFolder().toAbsolutePath().toString());
  }

  @Override
  Report run(Parameters parameters) {
    var workspace = workspace(parameters, schema.strip()).comparing(privileges);
    var dialectNamed =
        Parameters.text(dialect)
            .map(word -> parameters.oneOf("dialect", word, List.of("postgresql", "sqlite")));
    var versions = parameters.oneOf("versioning", versioning, List.of("timestamp", "sequence"));
    var ways = parameters.oneOf("strategy", strategy, List.of("online", "simple"));
    parameters.refuseIfBad();
    List.of(from.strip(), to.strip(), schema.strip()).forEach(this::maskIfUrl);
    return new DiffCommand(Clock.systemUTC())
        .run(
            new DiffRequest(
                workspace,
                from.strip(),
                to.strip(),
                dialectNamed,
                Parameters.text(name),
                versions,
                Optional.ofNullable(output).map(File::toPath),
                Parameters.words(renames),
                failOnDiff,
                new DiffRequest.Demands(strict, verifyWithPgDump),
                new DiffRequest.Way(ways.equals("online"), Parameters.words(expand), rollback),
                target()));
  }

  private Optional<ConnectionSettings> target() {
    return List.of(from.strip(), to.strip()).contains("target")
        ? connectionIfNamed()
        : connectionIfNamedForThisRun();
  }
}
