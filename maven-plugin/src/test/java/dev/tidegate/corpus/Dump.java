package dev.tidegate.corpus;

import dev.tidegate.jdbc.ConnectionSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code pg_dump --schema-only} says of a database, in a form in which the order of objects
 * and of columns does not count.
 */
final class Dump {
  /** Lines that are no part of an entry, or that stand before the first of several. */
  private static final List<String> UNSAID = List.of("--", "\\unrestrict", "SET default_");

  private final Path program;
  private final boolean privileges;

  /** Dumps with this program, with owners and privileges or without. */
  Dump(Path program, boolean privileges) {
    this.program = program;
    this.privileges = privileges;
  }

  /** The entries of the dump, sorted. */
  List<String> of(ConnectionSettings database) throws IOException, InterruptedException {
    var url = database.url();
    var command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--schema-only",
                "--host=" + url.host(),
                "--port=" + url.port(),
                "--username=" + database.user().orElseThrow(),
                "--dbname=" + url.database()));
    if (!privileges) {
      command.addAll(List.of("--no-owner", "--no-privileges"));
    }
    var builder = new ProcessBuilder(command);
    builder.environment().put("PGPASSWORD", database.password().map(it -> it.reveal()).orElse(""));
    builder.redirectErrorStream(true);
    var process = builder.start();
    process.getOutputStream().close();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("pg_dump: " + text.strip());
    }
    return entries(text);
  }

  /** What one side has and the other has not, a line each. */
  static String difference(List<String> reached, List<String> wanted) {
    var surplus = new ArrayList<>(reached);
    wanted.forEach(surplus::remove);
    var lacking = new ArrayList<>(wanted);
    reached.forEach(lacking::remove);
    return surplus.stream().map(it -> "reached: " + it + "\n").collect(Collectors.joining())
        + lacking.stream().map(it -> "wanted: " + it + "\n").collect(Collectors.joining());
  }

  private static List<String> entries(String text) {
    var entries = new ArrayList<String>();
    var blocks = text.split("\n--\n-- Name: ");
    for (var block : Arrays.asList(blocks).subList(1, blocks.length)) {
      var lines = new ArrayList<>(block.lines().toList());
      var header = lines.remove(0);
      lines.removeIf(line -> line.isBlank() || UNSAID.stream().anyMatch(line::startsWith));
      if (header.contains("; Type: TABLE;") || header.contains("; Type: FOREIGN TABLE;")) {
        sortColumns(lines);
      }
      entries.add(String.join("\n", lines));
    }
    Collections.sort(entries);
    return entries;
  }

  /** The lines between the parentheses of CREATE TABLE, which end in commas but for the last. */
  private static void sortColumns(List<String> lines) {
    lines.replaceAll(
        line ->
            line.startsWith("    ") && line.endsWith(",")
                ? line.substring(0, line.length() - 1)
                : line);
    var end = lines.stream().filter(line -> line.startsWith(")")).findFirst();
    end.ifPresent(line -> Collections.sort(lines.subList(1, lines.indexOf(line))));
  }
}
