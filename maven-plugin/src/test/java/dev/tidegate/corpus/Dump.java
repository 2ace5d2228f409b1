package dev.tidegate.corpus;

import dev.tidegate.dialect.postgres.PgDumpWitness;
import dev.tidegate.jdbc.ConnectionSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code pg_dump --schema-only} says of a database, in a form in which the order of objects
 * and of columns does not count.
 */
final class Dump {
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
    return PgDumpWitness.normalise(text);
  }
}
