package dev.tidegate.scratch;

import dev.tidegate.jdbc.Secret;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * A container that Testcontainers runs. Few runs need it, so it is fetched when one does, into a
 * class loader of its own, and spoken to by reflection.
 *
 * @see <a href="https://java.testcontainers.org/modules/databases/postgres/">its manual</a>
 */
final class PostgresContainer implements AutoCloseable {
  private static final String MODULE = "org.testcontainers:testcontainers-postgresql:";

  /** Without it the library's logging complains that nobody listens. */
  private static final String SILENCE = "org.slf4j:slf4j-nop:1.7.36";

  private static final int SERVER_PORT = 5432;

  /** The log has to say when the server is ready, so it is not silenced as the embedded one's. */
  private static final String[] COMMAND = {
    "postgres",
    "-c",
    "fsync=off",
    "-c",
    "synchronous_commit=off",
    "-c",
    "full_page_writes=off",
    "-c",
    "autovacuum=off",
    "-c",
    "timezone=UTC"
  };

  private final URLClassLoader library;
  private final Object container;

  private PostgresContainer(URLClassLoader library, Object container) {
    this.library = library;
    this.container = container;
  }

  static PostgresContainer start(
      String image, String user, Secret password, ScratchSettings settings) {
    var library = library(settings);
    try {
      return inContext(library, () -> started(library, image, user, password));
    } catch (ReflectiveOperationException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw ScratchProblems.containerNotStarted(image, cause).exception(e);
    }
  }

  String host() {
    return (String) ask("getHost");
  }

  int port() {
    try {
      return (int)
          container.getClass().getMethod("getMappedPort", int.class).invoke(container, SERVER_PORT);
    } catch (ReflectiveOperationException e) {
      throw ScratchProblems.containerNotStarted("its port", e).exception(e);
    }
  }

  @Override
  public void close() {
    // The class loader stays open: a shutdown hook of the library's own loads classes through it.
    try {
      inContext(library, () -> ask("stop"));
    } catch (ReflectiveOperationException e) {
      throw ScratchProblems.containerNotStarted("stopping it", e).exception(e);
    }
  }

  private static PostgresContainer started(
      URLClassLoader library, String image, String user, Secret password)
      throws ReflectiveOperationException {
    refuseWithoutDocker(library);
    var imageType = library.loadClass("org.testcontainers.utility.DockerImageName");
    var name = imageType.getMethod("parse", String.class).invoke(null, image);
    var named =
        imageType.getMethod("asCompatibleSubstituteFor", String.class).invoke(name, "postgres");
    var type = library.loadClass("org.testcontainers.postgresql.PostgreSQLContainer");
    var container = type.getConstructor(imageType).newInstance(named);
    type.getMethod("withUsername", String.class).invoke(container, user);
    type.getMethod("withPassword", String.class).invoke(container, password.reveal());
    type.getMethod("withDatabaseName", String.class).invoke(container, "postgres");
    type.getMethod("setCommand", String[].class).invoke(container, (Object) COMMAND);
    type.getMethod("start").invoke(container);
    return new PostgresContainer(library, container);
  }

  private static void refuseWithoutDocker(URLClassLoader library)
      throws ReflectiveOperationException {
    var type = library.loadClass("org.testcontainers.DockerClientFactory");
    var factory = type.getMethod("instance").invoke(null);
    if (!Boolean.TRUE.equals(type.getMethod("isDockerAvailable").invoke(factory))) {
      throw ScratchProblems.dockerNotAvailable().exception();
    }
  }

  private static URLClassLoader library(ScratchSettings settings) {
    var version = PinnedVersions.load().testcontainers();
    var jars = new ArrayList<Path>(settings.artifacts().apply(MODULE + version));
    jars.addAll(settings.artifacts().apply(SILENCE));
    var urls = jars.stream().distinct().map(PostgresContainer::url).toArray(URL[]::new);
    return new URLClassLoader("testcontainers", urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Object ask(String question) {
    try {
      return container.getClass().getMethod(question).invoke(container);
    } catch (ReflectiveOperationException e) {
      throw ScratchProblems.containerNotStarted(question, e).exception(e);
    }
  }

  /** The library looks for its own parts through the thread's class loader. */
  private static <T> T inContext(ClassLoader library, Reflection<T> work)
      throws ReflectiveOperationException {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(library);
    try {
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private interface Reflection<T> {
    T run() throws ReflectiveOperationException;
  }
}
