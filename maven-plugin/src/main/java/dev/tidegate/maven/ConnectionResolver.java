package dev.tidegate.maven;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import dev.tidegate.jdbc.Secret;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which database a run is about. First hit wins: {@code -Dtidegate.url}, {@code <url>}, the
 * server's URL, {@code DATABASE_URL} in the env file that is named, {@code DATABASE_URL} of the
 * process. The origin is kept in words, so that the banner can say it.
 */
final class ConnectionResolver {
  private static final String VARIABLE = "DATABASE_URL";
  private static final String DIRECT_VARIABLE = "DIRECT_DATABASE_URL";
  private static final String OF_THE_ENVIRONMENT = " of the environment";

  private final ConnectionParameters parameters;
  private final Optional<Servers.Entry> server;
  private final Map<String, String> envFile;
  private final String envFileName;

  /** Reads the env file and the server that are named; nothing else. */
  ConnectionResolver(ConnectionParameters parameters, Servers servers) {
    this.parameters = parameters;
    this.server = parameters.value("serverId").map(servers::find);
    this.envFileName = parameters.value("envFile").orElse("");
    this.envFile =
        envFileName.isEmpty()
            ? Map.of()
            : EnvFile.read(parameters.folder().resolve(envFileName), parameters.environment());
  }

  /** The database, or a problem that says where none was found. */
  ConnectionSettings required(String goal) {
    return find().orElseThrow(() -> noUrl(goal).exception());
  }

  /** The database, if one was named. */
  Optional<ConnectionSettings> find() {
    return candidate().map(this::settings);
  }

  /**
   * The database, if one was named for this run: a variable of the process is not meant for a goal
   * that can do without a database.
   */
  Optional<ConnectionSettings> findNamed() {
    return candidate()
        .filter(named -> !named.origin().endsWith(OF_THE_ENVIRONMENT))
        .map(this::settings);
  }

  /**
   * The database without its pooler, for what a transaction pooler breaks: locks that outlive a
   * transaction. The variable counts only beside the one that the main URL came from, so that one
   * that is lying around cannot lead a run elsewhere; that both are one database is asked of them
   * before it is used.
   */
  Optional<ConnectionSettings> direct(ConnectionSettings main) {
    if (main.product() != Product.POSTGRESQL) {
      return Optional.empty();
    }
    return directCandidate(main.origin()).map(this::settings);
  }

  /** A database that another parameter names; user, password and server hold for it too. */
  ConnectionSettings named(String url, String parameter) {
    return settings(new Named(url, parameter));
  }

  /**
   * A database that a row names. Rows are data, which others may have written: the login of the
   * parameters and of the server goes only to the host of {@code url}.
   */
  ConnectionSettings ofRow(String text, String place) {
    var url = DatabaseUrl.parse(text, parameters.folder());
    var known =
        candidate()
            .map(main -> DatabaseUrl.parse(main.url(), parameters.folder()).host())
            .filter(url.host()::equalsIgnoreCase);
    return known.isPresent() || url.product() == Product.SQLITE
        ? settings(new Named(text, place))
        : ConnectionSettings.of(
            url, place + ", with the login in it, since its host is not that of url");
  }

  private record Named(String url, String origin) {}

  private Optional<Named> candidate() {
    return parameters
        .given("url")
        .map(url -> new Named(url, "-Dtidegate.url"))
        .or(() -> parameters.value("url").map(url -> new Named(url, "<url> of the pom")))
        .or(() -> server.flatMap(Servers.Entry::url).map(url -> new Named(url, serverOrigin())))
        .or(() -> inFile(VARIABLE))
        .or(() -> ofProcess(VARIABLE));
  }

  private Optional<Named> directCandidate(String mainOrigin) {
    return parameters
        .given("directUrl")
        .map(url -> new Named(url, "-Dtidegate.directUrl"))
        .or(
            () ->
                parameters.value("directUrl").map(url -> new Named(url, "<directUrl> of the pom")))
        .or(() -> inFile(DIRECT_VARIABLE).filter(it -> mainOrigin.equals(fileOrigin(VARIABLE))))
        .or(() -> ofProcess(DIRECT_VARIABLE).filter(it -> mainOrigin.equals(origin(VARIABLE))));
  }

  private Optional<Named> inFile(String name) {
    return Optional.ofNullable(envFile.get(name))
        .filter(url -> !url.isBlank())
        .map(url -> new Named(url, fileOrigin(name)));
  }

  private Optional<Named> ofProcess(String name) {
    return Optional.ofNullable(parameters.environment().get(name))
        .filter(url -> !url.isBlank())
        .map(url -> new Named(url, origin(name)));
  }

  private String fileOrigin(String name) {
    return name + " in " + envFileName;
  }

  private static String origin(String name) {
    return name + OF_THE_ENVIRONMENT;
  }

  private String serverOrigin() {
    return "server " + parameters.value("serverId").orElse("") + " of settings.xml";
  }

  /** A password is only ever used with the user that it was given for. */
  private ConnectionSettings settings(Named named) {
    var url = DatabaseUrl.parse(named.url(), parameters.folder());
    var user = parameters.value("user").or(url::user).or(() -> server.flatMap(Servers.Entry::user));
    var password =
        parameters
            .value("password")
            .map(Secret::new)
            .or(() -> url.password().filter(p -> url.user().isEmpty() || url.user().equals(user)))
            .or(
                () ->
                    server
                        .filter(entry -> entry.user().equals(user))
                        .flatMap(Servers.Entry::password));
    return new ConnectionSettings(url, user, password, named.origin(), false);
  }

  private static Problem noUrl(String goal) {
    return Problem.of(ProblemCode.NO_URL, "no database URL")
        .withDetail(
            "neither <url> nor -Dtidegate.url is set for goal "
                + goal
                + ", no server of settings.xml has one, and "
                + VARIABLE
                + " is not set")
        .withState("nothing was changed")
        .withHint("mvn tidegate:" + goal + " -Dtidegate.url=jdbc:postgresql://localhost/app");
  }
}
