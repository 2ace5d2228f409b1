package dev.tidegate.bench;

import dev.tidegate.scratch.ScratchCache;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of {@code mvn} to the SQL for a project of 30 tables, beside the same goal when it
 * is skipped. Runs the plugin that {@code mvn install} put into the local repository.
 */
class SmallProjectBench {
  private static final int ROUNDS = 7;
  private static final int TABLES = 30;

  private final Path folder;

  SmallProjectBench(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void diffOfASmallProject() throws Exception {
    var migrations = Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(
        migrations.resolve("V1__first.sql"), LargeSchema.script(LargeSchema.before(TABLES)));
    Files.writeString(folder.resolve("schema.sql"), LargeSchema.script(LargeSchema.after(TABLES)));
    run("-Dtidegate.skip=false"); // fills the cache
    var empty = new double[ROUNDS];
    var diff = new double[ROUNDS];
    for (var round = 0; round < ROUNDS; round++) {
      empty[round] = Figures.seconds(() -> run("-Dtidegate.skip=true"));
      diff[round] = Figures.seconds(() -> run("-Dtidegate.skip=false"));
    }
    var table = new Figures("tables", "empty goal", "diff", "ratio");
    table.row(
        "" + TABLES,
        "%.2f s".formatted(Figures.median(empty)),
        "%.2f s".formatted(Figures.median(diff)),
        "%.2f x".formatted(Figures.median(diff) / Figures.median(empty)));
    table.print("small project, from the start of mvn to the SQL");
  }

  private void run(String skip) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("mvn", "-q", "-B", "-o"));
    command.add("dev.tidegate:tidegate-maven-plugin:" + version() + ":diff");
    command.add(skip);
    command.add("-Dtidegate.migrations=" + folder.resolve("migrations"));
    command.add("-Dtidegate.schema=" + folder.resolve("schema.sql"));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .put(ScratchCache.OVERRIDE, TestPostgres.settings(17, false).cache().toString());
    var log = folder.resolve("log").toFile();
    var exit = builder.redirectOutput(log).start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(Files.readString(log.toPath()));
    }
  }

  /** As the build gives it. */
  private static String version() {
    return System.getProperty("bench.version", "0.1.0-SNAPSHOT");
  }
}
