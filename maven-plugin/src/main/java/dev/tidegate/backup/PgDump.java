package dev.tidegate.backup;

import dev.tidegate.jdbc.ConnectionSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** PostgreSQL's own backup of tables or of a whole database, in its custom format. */
final class PgDump {
  private static final Pattern COPY =
      Pattern.compile("COPY (\"(?:[^\"]|\"\")*\"|[^\". ]+)\\.(\"(?:[^\"]|\"\")*\"|[^\". ]+) .*");

  private final PgPrograms programs;
  private final ConnectionSettings settings;
  private final Optional<Duration> lockTimeout;

  PgDump(PgPrograms programs, ConnectionSettings settings, Optional<Duration> lockTimeout) {
    this.programs = programs;
    this.settings = settings;
    this.lockTimeout = lockTimeout;
  }

  /**
   * Writes the dump as of a snapshot that another session holds open. It locks each table in ACCESS
   * SHARE mode, and waits for that no longer than for any other lock.
   *
   * @param tables those to hold; none for all of the database
   */
  void write(Path file, String snapshot, List<HeldTable> tables) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                programs.program("pg_dump"),
                "--format=custom",
                "--no-password",
                "--snapshot=" + snapshot,
                "--file=" + file));
    lockTimeout.ifPresent(wait -> command.add("--lock-wait-timeout=" + wait.toMillis()));
    tables.forEach(table -> command.add("--table=" + table.sql()));
    run(command, PgEnvironment.of(settings));
  }

  /** Reads all of a dump and counts the rows in it, by tables' names with dots. */
  Map<String, Long> rows(Path file) throws IOException {
    var errors = Files.createTempFile("tidegate-", ".log");
    try {
      var process =
          new ProcessBuilder(
                  programs.program("pg_restore"), "--data-only", "--file=-", file.toString())
              .redirectError(errors.toFile())
              .start();
      process.getOutputStream().close();
      var counts = new TreeMap<String, Long>();
      try (var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
        count(lines, counts);
      }
      if (waited(process) != 0) {
        throw new IOException("pg_restore: " + Files.readString(errors).strip());
      }
      return counts;
    } finally {
      Files.delete(errors);
    }
  }

  /** How the rows of a dump differ from what was counted, a line each. */
  static List<String> faults(
      List<HeldTable> tables, Map<Long, Long> counts, Map<String, Long> dumped) {
    var faults = new ArrayList<String>();
    for (var table : tables) {
      var counted = counts.getOrDefault(table.id(), 0L);
      var found = dumped.getOrDefault(latin(table.display()), 0L);
      if (!counted.equals(found)) {
        faults.add(
            "%s: %,d rows were counted and %,d are in the dump"
                .formatted(table.display(), counted, found));
      }
    }
    return faults;
  }

  private static void count(BufferedReader lines, Map<String, Long> counts) throws IOException {
    var table = "";
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (table.isEmpty()) {
        var copy = COPY.matcher(line);
        if (copy.matches() && line.endsWith("FROM stdin;")) {
          table = plain(copy.group(1)) + "." + plain(copy.group(2));
        }
      } else if (line.equals("\\.")) {
        table = "";
      } else {
        counts.merge(table, 1L, Long::sum);
      }
    }
  }

  /** Bytes are read one to a character, since values may be in any encoding; names are UTF-8. */
  private static String latin(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String plain(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static void run(List<String> command, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (waited(process) != 0) {
      throw new IOException(text.strip());
    }
  }

  private static int waited(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a backup was written", e);
    }
  }
}
