package dev.tidegate.property;

import dev.tidegate.scenario.Laws;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.TestPostgres;
import dev.tidegate.scratch.TestSqlite;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The laws of a diff on random schemas. {@code -Dtidegate.seed=N} runs one case, {@code
 * -Dtidegate.cases=N} so many.
 */
class DiffLawsTest {
  private static final long FIRST = 20_261_120L;
  private static final int CASES = Integer.getInteger("tidegate.cases", 200);

  @Test
  void holdOnPostgres() {
    check(TestPostgres.server(17));
  }

  @Test
  void holdOnSqlite() {
    check(TestSqlite.scratch());
  }

  private static void check(Scratch scratch) {
    var only = Long.getLong("tidegate.seed");
    var from = only == null ? FIRST : only;
    var to = only == null ? FIRST + CASES : only + 1;
    for (var seed = from; seed < to; seed++) {
      var generator = new SchemaGenerator(seed);
      var before = generator.first();
      var after = generator.mutated(before);
      try {
        new Laws(scratch).check(new Laws.Case(before.sql(), after.sql(), before.rows(), List.of()));
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            "seed="
                + seed
                + "\n-- from\n"
                + before.sql()
                + "-- to\n"
                + after.sql()
                + e.getMessage(),
            e);
      }
    }
  }
}
