package dev.tidegate.maven;

import static java.util.Objects.requireNonNull;

import dev.tidegate.command.FleetRequest;
import dev.tidegate.command.Keyboard;
import dev.tidegate.command.Shard;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Masking;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.report.Console;
import dev.tidegate.report.JsonFormat;
import dev.tidegate.report.Report;
import dev.tidegate.report.ReportFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What all goals share: the connection, the report, skipping, and the way failures are told. */
abstract class AbstractTidegateMojo extends AbstractMojo {

  /**
   * Database to work on, for example {@code jdbc:postgresql://localhost/app}. Also accepted are
   * {@code postgres://user:password@host/app?sslmode=require}, {@code jdbc:sqlite:app.db}, {@code
   * file:./app.db} and a path. Default: the URL of {@code serverId}, else {@code DATABASE_URL} in
   * {@code envFile}, else {@code DATABASE_URL} of the environment. The value given with {@code -D}
   * wins over the one in the pom.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.url")
  private @Nullable String url;

  /**
   * User to log in as, for example {@code app_owner}. Default: the one of the URL, else the one of
   * {@code serverId}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.user")
  private @Nullable String user;

  /**
   * Password to log in with, better kept in {@code settings.xml} under {@code serverId}. Default:
   * the one of the URL, else the one of {@code serverId}. It is never printed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.password")
  private @Nullable String password;

  /**
   * Server in {@code settings.xml} that holds user and password, for example {@code app-db}. Its
   * {@code configuration} may hold the {@code url} as well. Encrypted passwords are decrypted.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.serverId")
  private @Nullable String serverId;

  /**
   * The same database without its connection pooler, for example {@code
   * postgres://owner@db.example.com:5432/app}. Default: {@code DIRECT_DATABASE_URL} in {@code
   * envFile} or of the environment, wherever {@code DATABASE_URL} was taken from. Used by deploy
   * and copy, and only where a pooler on the way to the main URL keeps nothing between
   * transactions: its name shows it, or its behaviour. Both are asked whether they are one
   * database.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.directUrl")
  private @Nullable String directUrl;

  /**
   * File with {@code DATABASE_URL=…}, for example {@code .env}. No such file is read unless it is
   * named here.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.envFile")
  private @Nullable String envFile;

  /**
   * Label of the database's environment, for example {@code production}. The first deploy that
   * states one writes it into the database; from then on a goal that writes is refused when its
   * label differs.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.environment")
  private @Nullable String environment;

  /**
   * Schemas of the database to look at, for example {@code public,billing}. Default: all that are
   * not the system's.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.schemas")
  private @Nullable List<String> schemas;

  /**
   * Objects to leave out, for example {@code audit.*,tmp_*}. Patterns with {@code *}, matched
   * against the qualified or the plain name. Default: none.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.exclude")
  private @Nullable List<String> exclude;

  /**
   * Directory for the reports {@code GOAL.json} and {@code GOAL.md}, for example {@code
   * target/reports}. Default: {@code target/tidegate}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.reportDirectory", defaultValue = "${basedir}/target/tidegate")
  private @Nullable File reportDirectory;

  /**
   * Form of the report on the console, {@code text}, {@code json} or {@code markdown}. Default:
   * {@code text}. The files in {@code reportDirectory} are written in any case.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.format", defaultValue = "text")
  private String format = "text";

  /**
   * Skips all goals of Tidegate. Default: {@code false}. To skip one goal, set {@code
   * tidegate.GOAL.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "tidegate.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private @Nullable MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private @Nullable MojoExecution execution;

  @Parameter(defaultValue = "${basedir}", readonly = true)
  private @Nullable File basedir;

  private final String goal;
  private final SettingsDecrypter decrypter;
  private final Masking masking = new Masking();

  AbstractTidegateMojo(String goal, SettingsDecrypter decrypter) {
    this.goal = goal;
    this.decrypter = decrypter;
  }

  /** Whether this goal alone is to be skipped. */
  abstract boolean skipsGoal();

  /** Runs the goal's command on what the parameters say. */
  abstract Report run(Parameters parameters) throws SQLException, IOException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    var parameters = new Parameters(goal);
    new CommandLineParameters(this, session(), requireNonNull(execution)).apply(parameters);
    if (skip || skipsGoal()) {
      getLog().info(goal + ": skipped");
      return;
    }
    try {
      parameters.oneOf("format", format, List.of("text", "json", "markdown"));
      var report = run(parameters);
      show(report);
      files().write(report);
      if (report.problem().isPresent()) {
        throw failure(report.problem().get());
      }
    } catch (TidegateException e) {
      leaveReport(e.problem());
      getLog().debug(masking.apply(e));
      throw failure(e.problem());
    } catch (SQLException | IOException | RuntimeException e) {
      var problem = unforeseen(e);
      leaveReport(problem);
      throw new MojoExecutionException(masking.apply(problem.text()), masking.apply(e));
    }
  }

  private void show(Report report) {
    switch (format.strip().toLowerCase(Locale.ROOT)) {
      case "json" -> console().info(JsonFormat.of(report));
      case "markdown" -> console().info(report.markdown());
      default -> console().info(report.text());
    }
  }

  /** A goal that stops leaves a report too, so that nobody takes an older one for this run's. */
  private void leaveReport(Problem problem) {
    try {
      files().write(goal, problem);
    } catch (TidegateException e) {
      console().warn(e.problem().summary());
    }
  }

  /** Without a cause, since Maven would append the messages of the whole chain to ours. */
  private MojoFailureException failure(Problem problem) {
    return new MojoFailureException(masking.apply(problem.text()));
  }

  private Problem unforeseen(Exception e) {
    if (e instanceof RuntimeException && !(e instanceof UncheckedIOException)) {
      return Problem.of(ProblemCode.BUG, "goal " + goal + " stopped by a bug of Tidegate")
          .withDetail(e.toString())
          .withState("not known; see what the lines above say was done")
          .withHint(
              "report it with the output of `mvn -e …`: https://github.com/tidegate/tidegate/issues");
    }
    return Problem.of(ProblemCode.DATABASE_ERROR, "goal " + goal + " could not be finished")
        .withDetail(e.toString())
        .withState("not known; see what the lines above say was done")
        .withHint("mvn tidegate:status");
  }

  /** The database to work on, which somebody has to have named. */
  final ConnectionSettings connection() {
    return masked(resolver().required(goal));
  }

  /** Where a database is named, for a run that looks at none. */
  final List<String> databasesNamed() {
    var places = new ArrayList<String>();
    if (session().getUserProperties().containsKey("tidegate.url") || url != null) {
      places.add("url");
    }
    if (serverId != null) {
      places.add("serverId");
    }
    if (envFile != null) {
      places.add("envFile");
    }
    if (!System.getenv().getOrDefault("DATABASE_URL", "").isBlank()) {
      places.add("DATABASE_URL of the environment");
    }
    return places;
  }

  /** The database to work on, if somebody named one. */
  final Optional<ConnectionSettings> connectionIfNamed() {
    return resolver().find().map(this::masked);
  }

  /** The database, if somebody named one for this run and not for the whole machine. */
  final Optional<ConnectionSettings> connectionIfNamedForThisRun() {
    return resolver().findNamed().map(this::masked);
  }

  /** The same database without its pooler, if somebody named it. */
  final Optional<ConnectionSettings> directConnection() {
    var resolver = resolver();
    return resolver.direct(masked(resolver.required(goal))).map(this::masked);
  }

  /** Who is at the keyboard. */
  final Keyboard keyboard(Parameters parameters, String agents, @Nullable String consent) {
    var trusted = parameters.oneOf("agents", agents, List.of("ask", "trust")).equals("trust");
    return new Keyboard(System.getenv(), trusted, Parameters.text(consent));
  }

  /** A database to write that another parameter than {@code url} names, with the same login. */
  final ConnectionSettings connectionAsMain(String text, String parameter) {
    return masked(resolver().named(text, parameter));
  }

  /** The part of many targets that is asked for. */
  static Optional<Shard> shard(Parameters parameters, @Nullable String text) {
    var part = Parameters.text(text);
    var parsed = part.flatMap(Shard::parse);
    if (part.isPresent() && parsed.isEmpty()) {
      parameters.refuse("shard=" + part.get() + " is not NUMBER/COUNT, such as 2/8");
    }
    return parsed;
  }

  /** How the words of many targets become connections; all are masked. */
  final FleetRequest.Databases databases() {
    return new FleetRequest.Databases(
        this::connection,
        this::directConnection,
        this::connectionAsMain,
        (text, place) -> masked(resolver().ofRow(text, place)));
  }

  /** A database that another parameter than {@code url} names. */
  final ConnectionSettings connectionTo(String text, String parameter) {
    var named = DatabaseUrl.parse(text, folder());
    return masked(ConnectionSettings.of(named, parameter));
  }

  /** Where lines go. */
  final Console console() {
    var interactive = session != null && session.getRequest().isInteractiveMode();
    return new MavenConsole(
        getLog(), masking, interactive ? MavenConsole.terminal(coloured()) : null);
  }

  /** Maven's own switch holds, and https://no-color.org. */
  private boolean coloured() {
    var style = session().getUserProperties().getProperty("style.color", "auto");
    return !List.of("never", "no", "none", "false").contains(style.toLowerCase(Locale.ROOT))
        && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** The label that was stated. */
  final Optional<String> environment() {
    return Parameters.text(environment);
  }

  /** The name spaces to look at; none for all. */
  final List<String> schemas() {
    return Parameters.words(schemas);
  }

  /** Patterns of what to leave out. */
  final List<String> exclude() {
    return Parameters.words(exclude);
  }

  /** Relative paths start here: the project's folder, or without one that Maven was started in. */
  final Path folder() {
    return (basedir == null ? new File("") : basedir).toPath().toAbsolutePath();
  }

  /** The session, which Maven always injects. */
  final MavenSession session() {
    return Objects.requireNonNull(session, "session");
  }

  /** Where the goal's report files lie. */
  final Path reportFolder() {
    return reportDirectory == null ? folder().resolve("target/tidegate") : reportDirectory.toPath();
  }

  /** Masks the password of a parameter that may be a URL; what cannot be read is told later. */
  final void maskIfUrl(String word) {
    if (DatabaseUrl.looksLikeOne(word)) {
      masked(ConnectionSettings.of(DatabaseUrl.parse(word, folder()), "a parameter"));
    }
  }

  private ConnectionSettings masked(ConnectionSettings settings) {
    masking.add(settings);
    return settings;
  }

  private ReportFiles files() {
    return new ReportFiles(reportFolder(), masking::apply, places());
  }

  /** Where this run looks, by member of its report; for who has to find the same files. */
  Map<String, String> places() {
    return Map.of();
  }

  private ConnectionResolver resolver() {
    var commandLine = new HashMap<String, String>();
    session().getUserProperties().forEach((k, v) -> commandLine.put(k.toString(), v.toString()));
    return new ConnectionResolver(
        new ConnectionParameters(commandLine, pomValues(), System.getenv(), folder()),
        new Servers(session().getSettings(), decrypter));
  }

  private Map<String, String> pomValues() {
    var values = new HashMap<String, String>();
    put(values, "url", url);
    put(values, "user", user);
    put(values, "password", password);
    put(values, "serverId", serverId);
    put(values, "directUrl", directUrl);
    put(values, "envFile", envFile);
    return values;
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
