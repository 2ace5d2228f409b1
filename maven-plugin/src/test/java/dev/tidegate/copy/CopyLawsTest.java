package dev.tidegate.copy;

import static dev.tidegate.copy.Databases.copy;
import static dev.tidegate.copy.Databases.execute;
import static dev.tidegate.copy.Databases.options;
import static dev.tidegate.copy.Databases.rows;
import static dev.tidegate.copy.Databases.sqlite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.Connections;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rows go to PostgreSQL and back, and are the rows that they were. */
class CopyLawsTest {
  private static final int ROWS = 500;
  private static final String ALL =
      "SELECT id, i, typeof(r), r, hex(t), hex(x), ts FROM t ORDER BY id";

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void rowsSurviveTheWayThereAndBack(int major, @TempDir Path folder) throws SQLException {
    var seed = Long.getLong("tidegate.seed", System.nanoTime());
    var first = sqlite(folder.resolve("first.db"));
    var last = sqlite(folder.resolve("last.db"));
    var table =
        "CREATE TABLE t (id INTEGER PRIMARY KEY, i BIGINT, r REAL, t TEXT, x BLOB, ts TEXT);\n";
    execute(first, table);
    execute(last, table);
    try (var connection = Connections.open(first);
        var insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)")) {
      fill(insert, new Random(seed));
    }
    try (var database = TestPostgres.database(major)) {
      execute(
          database.settings(),
          "CREATE TABLE t (id int PRIMARY KEY, i bigint, r double precision, t text, x bytea, ts timestamp);\n");

      var there = copy(first, database.settings(), options(folder));
      var back = copy(database.settings(), last, options(folder));

      assertThat(rows(last, ALL)).as("seed=" + seed).isEqualTo(rows(first, ALL));
      assertThat(there.rows()).as("seed=" + seed).isEqualTo(back.rows()).isEqualTo(ROWS);
    }
  }

  private static void fill(PreparedStatement insert, Random random) throws SQLException {
    for (var id = 1; id <= ROWS; id++) {
      insert.setInt(1, id);
      for (var column = 2; column <= 6; column++) {
        if (random.nextInt(8) == 0) {
          insert.setObject(column, null);
        } else {
          set(insert, column, random);
        }
      }
      insert.executeUpdate();
    }
  }

  private static void set(PreparedStatement insert, int column, Random random) throws SQLException {
    switch (column) {
      case 2 -> insert.setLong(column, random.nextLong() >> random.nextInt(64));
      case 3 ->
          insert.setDouble(column, random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
      case 4 -> insert.setString(column, text(random));
      case 5 -> {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        insert.setBytes(column, bytes);
      }
      default ->
          insert.setString(
              column,
              LocalDateTime.of(1, 1, 1, 0, 0, 1)
                  .plusDays(random.nextInt(3_600_000))
                  .toString()
                  .replace('T', ' '));
    }
  }

  /** Any characters but NUL and halves of surrogate pairs. */
  private static String text(Random random) {
    return random
        .ints(random.nextInt(40), 1, random.nextBoolean() ? 128 : Character.MAX_CODE_POINT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
