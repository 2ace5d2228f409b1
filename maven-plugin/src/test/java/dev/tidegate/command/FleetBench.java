package dev.tidegate.command;

import dev.tidegate.bench.Figures;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.report.FleetReport;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many schemas of one database in one run, beside a run for each of them. */
class FleetBench {
  private static final int SCHEMAS = Integer.getInteger("bench.schemas", 200);
  private static final int SINGLE = Integer.getInteger("bench.single", 10);
  private static final int TABLES = 5;
  private static final String TENANTS =
      "SELECT nspname AS schema FROM pg_namespace WHERE nspname ~ '^tenant_' ORDER BY 1";

  private final Path folder;

  FleetBench(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void manySchemasInOneRun() throws Exception {
    try (var database = TestPostgres.database(17)) {
      var lab = new Lab(folder, open(database, ""));
      for (var number = 0; number < SCHEMAS; number++) {
        lab.execute("CREATE SCHEMA tenant_%03d".formatted(number));
      }
      for (var number = 1; number <= TABLES; number++) {
        lab.migration(
            "V%d__t.sql".formatted(number),
            "CREATE TABLE t%1$d (id bigint PRIMARY KEY, a text, b text); CREATE INDEX ON t%1$d (a);"
                .formatted(number));
      }
      var most = new AtomicInteger();
      var table = new Figures("", "schemas", "one run", "a schema", "connections at once");
      row(table, "first deploy, 5 migrations", deploy(database, lab, most), most);
      lab.migration("V6__c.sql", "ALTER TABLE t1 ADD COLUMN c int; CREATE TABLE t6 (a int);");
      lab.migration("V7__d.sql", "ALTER TABLE t2 DROP COLUMN b;");
      row(table, "2 migrations, one drops a column", deploy(database, lab, most), most);
      row(table, "none pending", deploy(database, lab, most), most);
      table.print("many schemas in one run");
      lab.migration("V8__c.sql", "ALTER TABLE t3 ADD COLUMN c int; CREATE TABLE t8 (a int);");
      lab.migration("V9__d.sql", "ALTER TABLE t4 DROP COLUMN b;");
      var seconds = Figures.seconds(() -> oneByOne(database));
      System.out.printf("a run for each: %.2f s a schema%n", seconds / SINGLE);
    }
  }

  private static void row(Figures table, String what, FleetReport report, AtomicInteger most) {
    var seconds = report.millis() / 1000.0;
    table.row(
        what,
        "" + SCHEMAS,
        "%.1f s".formatted(seconds),
        "%.0f ms".formatted(seconds * 1000 / SCHEMAS),
        "" + most.getAndSet(0));
  }

  private FleetReport deploy(ScratchDatabase database, Lab lab, AtomicInteger most)
      throws InterruptedException {
    var watch = Executors.newSingleThreadScheduledExecutor();
    var counting =
        watch.scheduleAtFixedRate(() -> count(database, most), 0, 200, TimeUnit.MILLISECONDS);
    try {
      var report =
          lab.deployTo(TENANTS, fleet -> fleet.jobs(4), deploy -> deploy.allow("drop-column"));
      report
          .problem()
          .ifPresent(
              problem -> {
                throw problem.exception();
              });
      if (counting.isDone()) {
        throw new IllegalStateException("the connections were not counted to the end");
      }
      return report;
    } finally {
      watch.shutdownNow();
      watch.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  private static void count(ScratchDatabase database, AtomicInteger most) {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = current_database()")) {
      row.next();
      most.accumulateAndGet(row.getInt(1), Math::max);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void oneByOne(ScratchDatabase database) throws Exception {
    for (var number = 0; number < SINGLE; number++) {
      var schema = "tenant_%03d".formatted(number);
      var report =
          new Lab(folder, open(database, schema)).deploy(deploy -> deploy.allow("drop-column"));
      if (report.applied() != 2) {
        throw new IllegalStateException(report.text());
      }
    }
  }

  private static ConnectionSettings open(ScratchDatabase database, String schema) {
    var settings = database.settings();
    var main =
        new ConnectionSettings(
            settings.url(), settings.user(), settings.password(), "the bench", false);
    return schema.isEmpty() ? main : FleetTargets.inSchema(main, schema, "the bench");
  }
}
