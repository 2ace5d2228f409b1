package dev.tidegate.bench;

import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our own processor time to read a live schema, to compare and plan, and to say the statements. */
class PlanBench {
  private static final int ROUNDS = 5;
  private static final int MAJOR = 17;

  @Test
  void readAndPlanLargeSchemas() throws Exception {
    var table =
        new Figures("tables", "objects", "read", "a few changes", "create all", "drop all", "heap");
    for (var size : DiffBench.sizes()) {
      measure(size, table);
    }
    table.print("our own processor time");
  }

  private static void measure(int size, Figures table) throws Exception {
    try (var from = TestPostgres.database(MAJOR);
        var to = TestPostgres.database(MAJOR);
        var before = from.connect();
        var after = to.connect()) {
      run(before, LargeSchema.before(size));
      run(after, LargeSchema.after(size));
      var schemas = new Pair<>(inspect(before), inspect(after));
      var empty = Schema.empty();
      table.row(
          "" + size,
          "" + schemas.to().objects().size(),
          cpu(() -> inspect(after)),
          cpu(() -> plan(schemas)),
          cpu(() -> plan(new Pair<>(empty, schemas.to()))),
          cpu(() -> plan(new Pair<>(schemas.to(), empty))),
          Figures.peakHeap());
    }
  }

  private static String cpu(Figures.Work work) throws Exception {
    var seconds = new double[ROUNDS];
    for (var round = 0; round < ROUNDS; round++) {
      seconds[round] = Figures.ownSeconds(work);
    }
    return "%.2f s".formatted(Figures.median(seconds));
  }

  private static void plan(Pair<Schema> schemas) {
    if (TestPostgres.dialect().statements(schemas).isEmpty()) {
      throw new IllegalStateException("nothing was planned");
    }
  }

  private static Schema inspect(Connection connection) throws SQLException {
    return TestPostgres.dialect().inspector().inspect(connection, Scope.all());
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
