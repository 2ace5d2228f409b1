package dev.tidegate.command;

import dev.tidegate.dialect.StatementMeter;
import dev.tidegate.dialect.postgres.PgDumpWitness;
import dev.tidegate.render.Statement;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A second, independent proof of a plan: what {@code pg_dump} says of the database that the plan
 * made has to be what it says of {@code to}.
 */
final class DumpWitness {
  private static final String PROGRAM = "pg_dump";
  private static final Pattern MAJOR = Pattern.compile("\\b(\\d+)");

  private final Scratch scratch;
  private final boolean privileges;

  DumpWitness(Scratch scratch, boolean privileges) {
    this.scratch = scratch;
    this.privileges = privileges;
  }

  /**
   * Refuses unless there is a program that can dump the scratch server.
   *
   * @throws dev.tidegate.problem.TidegateException TG-3010
   */
  void requireProgram() {
    var wanted = major(scratch.version());
    String version;
    try {
      version = run(List.of(PROGRAM, "--version"), "");
    } catch (UncheckedIOException e) {
      throw CommandProblems.noPgDump(wanted, "there is no pg_dump on the path").exception(e);
    }
    if (major(version) < wanted) {
      throw CommandProblems.noPgDump(wanted, version.strip()).exception();
    }
  }

  /**
   * Runs the statements in a copy of {@code from} and compares the dumps.
   *
   * @throws dev.tidegate.problem.TidegateException TG-3011 where they differ
   */
  void require(ScratchDatabase from, ScratchDatabase to, List<Statement> statements) {
    try (var copy = scratch.copyOf(from)) {
      try (var connection = copy.connect()) {
        Proof.apply(connection, statements, StatementMeter.NONE);
      } catch (SQLException e) {
        throw new IllegalStateException("the scratch database could not be read", e);
      }
      var differences = PgDumpWitness.differences(dump(copy), dump(to));
      if (!differences.isEmpty()) {
        throw CommandProblems.dumpsDiffer(differences).exception();
      }
    }
  }

  private List<String> dump(ScratchDatabase database) {
    var settings = database.settings();
    var url = settings.url();
    var command =
        new ArrayList<>(
            List.of(
                PROGRAM,
                "--schema-only",
                "--no-password",
                "--host=" + url.host(),
                "--port=" + url.port(),
                "--username=" + settings.user().orElseThrow(),
                "--dbname=" + url.database()));
    if (!privileges) {
      command.addAll(List.of("--no-owner", "--no-privileges"));
    }
    return PgDumpWitness.normalise(
        run(command, settings.password().map(password -> password.reveal()).orElse("")));
  }

  private static int major(String version) {
    var found = MAJOR.matcher(version);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  /** What the program says; its complaints are part of the exception. */
  private static String run(List<String> command, String password) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", password);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(PROGRAM + ": " + text.strip());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(PROGRAM + " was interrupted", e);
    }
  }
}
