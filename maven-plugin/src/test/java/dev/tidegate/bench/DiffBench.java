package dev.tidegate.bench;

import dev.tidegate.command.DiffCommand;
import dev.tidegate.command.DiffRequest;
import dev.tidegate.command.Workspace;
import dev.tidegate.report.Console;
import dev.tidegate.report.DiffReport;
import dev.tidegate.scratch.ScratchCache;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code diff} takes beyond what the server itself needs to run both scripts: states are built
 * anew, compared, planned, proved.
 */
class DiffBench {
  private static final int ROUNDS = 3;
  private static final int MAJOR = 17;

  private final Path folder;

  DiffBench(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void takeTheSameFolders() {
    System.setProperty(
        ScratchCache.OVERRIDE, TestPostgres.settings(MAJOR, false).cache().toString());
  }

  @Test
  void firstMigrationOfALargeSchema() throws Exception {
    var table = new Figures("tables", "statements", "script", "diff", "beyond", "heap");
    for (var size : sizes()) {
      measure(List.of(), LargeSchema.after(size), table);
    }
    table.print("first migration beyond its script");
  }

  @Test
  void diffOfLargeSchemas() throws Exception {
    var table = new Figures("tables", "statements", "scripts", "diff", "beyond", "heap");
    for (var size : sizes()) {
      measure(LargeSchema.before(size), LargeSchema.after(size), table);
    }
    table.print("diff beyond both scripts");
  }

  static int[] sizes() {
    return Arrays.stream(System.getProperty("bench.sizes", "300,1000,3000").split(","))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private void measure(List<String> from, List<String> to, Figures table) throws Exception {
    var scripts = new double[ROUNDS];
    var diffs = new double[ROUNDS];
    for (var round = 0; round < ROUNDS; round++) {
      scripts[round] = Figures.seconds(() -> runScripts(List.of(from, to)));
      var nonce = "-- " + System.nanoTime() + "\n";
      Files.writeString(folder.resolve("from.sql"), nonce + LargeSchema.script(from));
      Files.writeString(folder.resolve("to.sql"), nonce + LargeSchema.script(to));
      diffs[round] = Figures.seconds(this::diff);
    }
    var script = Figures.median(scripts);
    var diff = Figures.median(diffs);
    table.row(
        "" + to.stream().filter(sql -> sql.startsWith("CREATE TABLE")).count(),
        "" + to.size(),
        "%.2f s".formatted(script),
        "%.2f s".formatted(diff),
        "%.2f x".formatted((diff - script) / script),
        Figures.peakHeap());
  }

  /** As psql would: each statement by itself. */
  private static void runScripts(List<List<String>> scripts) throws SQLException {
    for (var script : scripts) {
      try (ScratchDatabase database = TestPostgres.database(MAJOR);
          var connection = database.connect();
          var statement = connection.createStatement()) {
        for (var sql : script) {
          statement.execute(sql);
        }
      }
    }
  }

  private void diff() {
    DiffReport report = new DiffCommand(Clock.systemUTC()).run(request());
    if (!report.differs()) {
      throw new IllegalStateException("the states are the same");
    }
  }

  private DiffRequest request() {
    var quiet =
        new Console() {
          @Override
          public void info(String text) {}

          @Override
          public void warn(String text) {}
        };
    var workspace =
        new Workspace(
            folder,
            folder.resolve("migrations"),
            "",
            List.of(),
            List.of(),
            new Workspace.ScratchChoice(
                "embedded",
                Optional.of(MAJOR),
                false,
                TestPostgres.settings(MAJOR, false).artifacts()),
            quiet);
    return new DiffRequest(
        workspace,
        "from.sql",
        "to.sql",
        Optional.of("postgresql"),
        Optional.empty(),
        "timestamp",
        Optional.empty(),
        List.of(),
        false,
        new DiffRequest.Demands(true),
        DiffRequest.Way.standard(),
        Optional.empty());
  }
}
