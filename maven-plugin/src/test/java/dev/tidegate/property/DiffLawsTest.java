package dev.tidegate.property;

import dev.tidegate.jdbc.Product;
import dev.tidegate.scenario.Laws;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.TestPostgres;
import dev.tidegate.scratch.TestSqlite;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The laws of a diff on random schemas. {@code -Dtidegate.seed=N} runs one case, {@code
 * -Dtidegate.cases=N} so many, from {@code -Dtidegate.first=N} on.
 */
class DiffLawsTest {
  private static final long FIRST = Long.getLong("tidegate.first", 20_261_120L);
  private static final int CASES = Integer.getInteger("tidegate.cases", 60);

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> holdOnPostgres() {
    return tests(() -> TestPostgres.server(17));
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> holdOnSqlite() {
    return tests(TestSqlite::scratch);
  }

  private static Stream<DynamicTest> tests(Supplier<Scratch> scratch) {
    var only = Long.getLong("tidegate.seed");
    var seeds =
        only == null ? LongStream.range(FIRST, FIRST + CASES) : LongStream.of(only.longValue());
    return seeds.mapToObj(
        seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(scratch.get(), seed)));
  }

  private static void check(Scratch scratch, long seed) {
    var generator = new SchemaGenerator(seed);
    var before = generator.first();
    var after = generator.mutated(before);
    var from = before.sql();
    var to = after.sql();
    var rows = before.rows();
    if (scratch.dialect().product() == Product.POSTGRESQL) {
      var objects = new ObjectGenerator(seed);
      var first = objects.first();
      from += ObjectGenerator.sql(first);
      to += ObjectGenerator.sql(objects.mutated(first));
      rows += ObjectGenerator.rows(first);
    }
    try {
      new Laws(scratch).check(new Laws.Case(from, to, rows, List.of()));
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "seed=" + seed + "\n-- from\n" + from + rows + "-- to\n" + to + e.getMessage(), e);
    }
  }
}
