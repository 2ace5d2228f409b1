package dev.tidegate.action.story;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Databases for stories: SQLite files, and an embedded PostgreSQL that the plugin's own scratch
 * starts. Plugin and drivers come from the program's home, by a class loader of their own: the
 * action has no driver on its class path, and its tests need none either.
 */
final class StoryServers implements AutoCloseable {
  /** Signs of every kind that an escape gets wrong. */
  private static final String PASSWORD = "pa%ss/w?rd@&<x>'\"é+1";

  private static final Pattern NEEDED =
      Pattern.compile(
          "(tidegate-maven-plugin|HikariCP|commons-(compress|codec|io|lang3)|xz|gson|jspecify"
              + "|slf4j-api|postgresql|sqlite-jdbc|flyway-.*)-\\d.*\\.jar");

  private final Path home;
  private final Path cache;
  private final URLClassLoader classes;
  private Optional<AutoCloseable> server = Optional.empty();
  private int databases = 0;

  StoryServers(Path home, Path cache) {
    this.home = home;
    this.cache = cache;
    this.classes = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
  }

  private URL[] jars() {
    try (var files = Files.walk(home.resolve("repository"))) {
      return files
          .filter(file -> NEEDED.matcher(requireNonNull(file.getFileName()).toString()).matches())
          .map(StoryServers::url)
          .toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file without anything in it. */
  StoryDatabase sqlite(Path file) throws IOException {
    Files.createFile(file);
    return StoryDatabase.sqlite(driver("org.sqlite.JDBC"), file);
  }

  /** A new database, owned by a role of its own that is no superuser. */
  StoryDatabase postgres() throws ReflectiveOperationException, SQLException {
    if (server.isEmpty()) {
      server = Optional.of(start());
    }
    var name = "shop" + ++databases;
    var role = "deployer" + databases;
    var scratch = call(server.get(), "create");
    try (var connection = (Connection) call(scratch, "connect");
        var statement = connection.createStatement()) {
      // the server's folder is one of a pool, and may have served an earlier run
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("DROP ROLE IF EXISTS " + role);
      statement.execute(
          "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, PASSWORD.replace("'", "''")));
      statement.execute("DROP ROLE IF EXISTS " + reader(role));
      statement.execute(
          "CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE pg_read_all_data"
              .formatted(reader(role), PASSWORD.replace("'", "''")));
      statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, role));
      var address =
          Pattern.compile("//[^/]+/").matcher(connection.getMetaData().getURL()).results();
      return of(address.findFirst().orElseThrow().group(), name, role);
    }
  }

  private StoryDatabase of(String address, String name, String role) {
    var login = new Properties();
    login.put("user", role);
    login.put("password", PASSWORD);
    return StoryDatabase.postgres(
        driver("org.postgresql.Driver"),
        "jdbc:postgresql:" + address + name,
        login,
        url(address, name, role),
        url(address, name, reader(role)));
  }

  private static String reader(String role) {
    return "reader_of_" + role;
  }

  private static String url(String address, String name, String role) {
    return "postgres://"
        + role
        + ":"
        + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
        + "@"
        + address.substring(2)
        + name;
  }

  private Driver driver(String name) {
    try {
      return (Driver) classes.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private AutoCloseable start() throws ReflectiveOperationException {
    var settings =
        classes
            .loadClass("dev.tidegate.scratch.ScratchSettings")
            .getConstructor(
                String.class,
                Optional.class,
                boolean.class,
                Path.class,
                Function.class,
                Consumer.class)
            .newInstance(
                "embedded",
                Optional.of(17),
                false,
                cache,
                (Function<String, List<Path>>) this::artifact,
                (Consumer<String>) note -> {});
    var dialect =
        classes
            .loadClass("dev.tidegate.dialect.postgres.PostgresDialect")
            .getConstructor()
            .newInstance();
    return (AutoCloseable)
        classes
            .loadClass("dev.tidegate.scratch.Scratches")
            .getMethod(
                "open", classes.loadClass("dev.tidegate.dialect.Dialect"), settings.getClass())
            .invoke(null, dialect, settings);
  }

  /** {@code group:artifact:version} in the home's repository. */
  private List<Path> artifact(String coordinates) {
    var parts = coordinates.split(":");
    return List.of(
        home.resolve("repository")
            .resolve(parts[0].replace('.', '/'))
            .resolve(parts[1])
            .resolve(parts[2])
            .resolve(parts[1] + "-" + parts[2] + ".jar"));
  }

  private Object call(Object of, String method) throws ReflectiveOperationException {
    for (var type :
        List.of("dev.tidegate.scratch.Scratch", "dev.tidegate.scratch.ScratchDatabase")) {
      var declared = classes.loadClass(type);
      if (declared.isInstance(of)) {
        return declared.getMethod(method).invoke(of);
      }
    }
    throw new IllegalStateException("neither a scratch nor a database: " + of);
  }

  @Override
  public void close() {
    try {
      if (server.isPresent()) {
        call(server.get(), "close");
      }
      classes.close();
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
