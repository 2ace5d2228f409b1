package dev.tidegate.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.command.Lab;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import dev.tidegate.report.DeployReport;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight deploys of one database at once: each migration runs once, whoever runs it, and all of them
 * end well. Rounds: {@code -Dtidegate.rounds}, by default 1.
 */
class TogetherTest {
  private static final int DEPLOYS = 8;
  private static final int ROUNDS = Integer.getInteger("tidegate.rounds", 1);
  private static final int MAJOR = Integer.getInteger("tidegate.major", 17);

  private final Path folder;

  TogetherTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void postgres() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      try (var database = TestPostgres.server(MAJOR).create()) {
        round(round, Product.POSTGRESQL, database.settings());
      }
    }
  }

  @Test
  void sqlite() throws Exception {
    for (var round = 0; round < ROUNDS; round++) {
      var file = Files.createFile(folder.resolve("app" + round + ".db"));
      round(
          round,
          Product.SQLITE,
          ConnectionSettings.of(DatabaseUrl.parse(file.toString(), folder), "the test"));
    }
  }

  private void round(int round, Product product, ConnectionSettings settings) throws Exception {
    var here = Files.createDirectories(folder.resolve(product + "-" + round));
    var tracks = new Tracks(product);
    var lab = new Lab(here, settings);
    tracks.prepare(lab);
    lab.deploy();
    tracks.write(lab);
    var start = new CyclicBarrier(DEPLOYS);
    var workers = Executors.newFixedThreadPool(DEPLOYS);
    var runs = new ArrayList<Future<DeployReport>>();
    try {
      for (var i = 0; i < DEPLOYS; i++) {
        Callable<DeployReport> deploy =
            () -> {
              start.await();
              return new Lab(here, settings).deploy();
            };
        runs.add(workers.submit(deploy));
      }
      var applied = 0L;
      for (var run : runs) {
        var report = run.get();
        assertThat(report.problem()).isEmpty();
        applied += report.applied();
      }
      assertThat(applied)
          .as("migrations that one of the deploys says it applied")
          .isEqualTo(Tracks.LAST - 1);
    } finally {
      workers.shutdownNow();
    }
    tracks.assertWhole(lab);
  }
}
