package dev.tidegate.maven;

import dev.tidegate.command.CopyCommand;
import dev.tidegate.command.CopyRequest;
import dev.tidegate.command.Keyboard;
import dev.tidegate.command.RestoreCommand;
import dev.tidegate.command.RestoreRequest;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Copies data from one database to another, and the schema too where the target is empty. The
 * source is only read; the target is written in one transaction, which is verified before it is
 * committed.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "copy",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public final class CopyMojo extends AbstractTidegateMojo {
  private static final List<String> TIMESTAMP_FORMS = List.of("auto", "s", "ms", "us", "iso");

  /**
   * Database to read, for example {@code app.db} or {@code postgres://user@host/app}, or a backup
   * that a deploy made, {@code .tidegate/backups/….tidegate.zip}. It has no default.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.source")
  private @Nullable String source;

  /**
   * Database to write, for example {@code jdbc:postgresql://localhost/app}. Default: the one of
   * {@code url}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.target")
  private @Nullable String target;

  /**
   * Tables to copy, for example {@code users,order_*}. Default: all but the history. Where tables
   * are created, it is only these and what they need; a foreign key to another table is left out
   * and reported.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.tables")
  private @Nullable List<String> tables;

  /**
   * What becomes of rows that the target has: {@code insert} wants its tables empty, {@code
   * replace} overwrites them, {@code upsert} goes by primary key. Default: {@code insert}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.mode", defaultValue = "insert")
  private String mode = "insert";

  /**
   * Name of the database that may be overwritten, for example {@code app_test}. Default: none, so
   * that nothing is overwritten.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.confirm")
  private @Nullable String confirm;

  /**
   * Words of the person who wants what a coding agent is about to do and what cannot be undone, for
   * example {@code yes, drop the column, it was copied to the archive}. Default: none, so that an
   * agent has to ask. They are kept in the report and in the database.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.consent")
  private @Nullable String consent;

  /**
   * What a coding agent may do that destroys data or labels a database: {@code ask} needs the
   * {@code consent} of a person, {@code trust} treats it as a person. Default: {@code ask}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.agents", defaultValue = "ask")
  private String agents = "ask";

  /**
   * What becomes of values that do not fit: {@code fail} lists them all, {@code reject} writes
   * their rows to a file. Default: {@code fail}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.onBadValue", defaultValue = "fail")
  private String onBadValue = "fail";

  /**
   * How points in time stand in SQLite: {@code auto}, {@code s}, {@code ms}, {@code us} or {@code
   * iso}, also for one column, for example {@code trips.created_at=ms}. Default: {@code auto}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.timestamps")
  private @Nullable List<String> timestamps;

  /**
   * How rows are compared before the commit: {@code digest}, {@code count} or {@code none}.
   * Default: {@code digest}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.verify", defaultValue = "digest")
  private String verify = "digest";

  /**
   * Whether tables are created in the target: {@code auto} where it is empty, {@code always} or
   * {@code never}. Default: {@code auto}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.createSchema", defaultValue = "auto")
  private String createSchema = "auto";

  /**
   * Reads and checks everything and writes nothing. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Time that a statement waits for a lock of PostgreSQL, for example {@code 500ms}, {@code 5s} or
   * {@code none}. Default: {@code 5s}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.lockTimeout", defaultValue = "5s")
  private String lockTimeout = "5s";

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.copy.skip", defaultValue = "false")
  private boolean skipCopy;

  /** Injected by Maven. */
  @Inject
  public CopyMojo(SettingsDecrypter decrypter) {
    super("copy", decrypter);
  }

  @Override
  boolean skipsGoal() {
    return skipCopy;
  }

  @Override
  Report run(Parameters parameters) {
    var modeWord = parameters.oneOf("mode", mode, List.of("insert", "replace", "upsert"));
    var badValues = parameters.oneOf("onBadValue", onBadValue, List.of("fail", "reject"));
    var verification = parameters.oneOf("verify", verify, List.of("digest", "count", "none"));
    var creation =
        parameters.oneOf("createSchema", createSchema, List.of("auto", "always", "never"));
    var patience = parameters.duration("lockTimeout", lockTimeout);
    var forms = Parameters.words(timestamps);
    forms.forEach(
        form ->
            parameters.oneOf(
                "timestamps", form.substring(form.lastIndexOf('=') + 1), TIMESTAMP_FORMS));
    var keyboard = keyboard(parameters, agents, consent);
    parameters.refuseIfBad();
    var archive = Parameters.text(source).filter(RestoreCommand::looksLikeOne);
    if (archive.isPresent()) {
      return restore(archive.get(), modeWord, keyboard, patience);
    }
    var from = source();
    return new CopyCommand()
        .run(
            new CopyRequest(
                from,
                target(),
                Parameters.text(target).isPresent() ? Optional.empty() : directConnection(),
                keyboard,
                environment(),
                Parameters.words(tables),
                exclude(),
                schemas(),
                modeWord,
                Parameters.text(confirm),
                badValues,
                forms,
                verification,
                creation,
                dryRun,
                patience,
                reportFolder(),
                console()));
  }

  private Report restore(
      String archive, String modeWord, Keyboard keyboard, Optional<Duration> patience) {
    return new RestoreCommand()
        .run(
            new RestoreRequest(
                folder().resolve(archive.strip()),
                target(),
                Parameters.text(target).isPresent() ? Optional.empty() : directConnection(),
                keyboard,
                environment(),
                modeWord,
                Parameters.text(confirm),
                dryRun,
                patience,
                console()));
  }

  private ConnectionSettings source() {
    return Parameters.text(source)
        .map(text -> connectionTo(text, "source").forReading())
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.NO_URL, "no source to copy from")
                    .withDetail("neither <source> nor -Dtidegate.source is set")
                    .withState("nothing was changed")
                    .withHint("mvn tidegate:copy -Dtidegate.source=app.db -Dtidegate.url=…")
                    .exception());
  }

  private ConnectionSettings target() {
    return Parameters.text(target)
        .map(text -> connectionAsMain(text, "target"))
        .orElseGet(this::connection);
  }
}
