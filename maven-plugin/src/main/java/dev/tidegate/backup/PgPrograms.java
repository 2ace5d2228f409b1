package dev.tidegate.backup;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs of one installation of PostgreSQL. A {@code pg_dump} can dump servers of its own
 * version and of earlier ones: https://www.postgresql.org/docs/current/app-pgdump.html.
 *
 * @param folder that holds {@code pg_dump} and {@code pg_restore}
 * @param version as {@code pg_dump} tells it, {@code 17.2}
 */
public record PgPrograms(Path folder, String version, int major) {
  private static final Pattern VERSION = Pattern.compile("\\b(\\d+)[\\w.]*");

  /** Where distributions put the programs of each major version. */
  private static final List<String> INSTALLATIONS =
      List.of(
          "/usr/lib/postgresql",
          "/usr",
          "/usr/local",
          "/opt/homebrew/opt",
          "/usr/local/opt",
          "/Library/PostgreSQL",
          "/Applications/Postgres.app/Contents/Versions",
          "C:/Program Files/PostgreSQL");

  /** Those of the earliest version that can dump this server. */
  public static Optional<PgPrograms> find(int server) {
    return all().stream()
        .filter(programs -> programs.major() >= server)
        .min(Comparator.comparing(PgPrograms::major));
  }

  /** What was found, a line each. */
  static List<String> versions() {
    return all().stream().map(it -> it.program("pg_dump") + " is of " + it.version()).toList();
  }

  /** One of the programs. */
  String program(String name) {
    return folder.resolve(name + suffix()).toString();
  }

  private static List<PgPrograms> all() {
    return folders()
        .distinct()
        .filter(it -> Files.isExecutable(it.resolve("pg_dump" + suffix())))
        .filter(it -> Files.isExecutable(it.resolve("pg_restore" + suffix())))
        .flatMap(it -> of(it).stream())
        .toList();
  }

  /** {@code PGBIN} first, then the path, then where installations are. */
  private static Stream<Path> folders() {
    var named =
        Stream.of("PGBIN", "PATH")
            .flatMap(name -> Stream.ofNullable(System.getenv(name)))
            .flatMap(text -> Stream.of(text.split(Pattern.quote(File.pathSeparator))))
            .filter(text -> !text.isBlank())
            .map(Path::of);
    return Stream.concat(named, INSTALLATIONS.stream().flatMap(PgPrograms::installed));
  }

  private static Stream<Path> installed(String parent) {
    var folder = Path.of(parent);
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    var found = new ArrayList<Path>();
    try (var versions = Files.newDirectoryStream(folder, "{[0-9]*,pgsql-*,postgresql*,libpq}")) {
      versions.forEach(version -> found.add(version.resolve("bin")));
    } catch (IOException e) {
      return Stream.empty(); // a folder that cannot be read holds no program for us
    }
    found.sort(Comparator.naturalOrder());
    return found.stream();
  }

  private static Optional<PgPrograms> of(Path folder) {
    try {
      var process =
          new ProcessBuilder(folder.resolve("pg_dump" + suffix()).toString(), "--version")
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var version = VERSION.matcher(text);
      return process.waitFor() == 0 && version.find()
          ? Optional.of(new PgPrograms(folder, version.group(), Integer.parseInt(version.group(1))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // one that does not start is none
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pg_dump was asked for its version", e);
    }
  }

  private static String suffix() {
    return File.separatorChar == '\\' ? ".exe" : "";
  }
}
