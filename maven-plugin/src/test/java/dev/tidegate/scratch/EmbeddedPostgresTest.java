package dev.tidegate.scratch;

import static dev.tidegate.scratch.Sql.execute;
import static dev.tidegate.scratch.Sql.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void startsEachMajorVersion(int major) {
    assertThat(TestPostgres.server(major).version()).startsWith(major + ".");
  }

  @Test
  void createsEmptyDatabases() throws SQLException {
    try (var database = TestPostgres.database(17)) {
      assertThat(query(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
          .containsExactly("0");
    }
  }

  @Test
  void copiesWhatADatabaseHolds() throws SQLException {
    try (var original = TestPostgres.database(17)) {
      execute(original, "CREATE TABLE a (id int); INSERT INTO a VALUES (7)");
      try (var copy = TestPostgres.server(17).copyOf(original)) {
        assertThat(query(copy, "SELECT id FROM a")).containsExactly("7");
      }
    }
  }

  @Test
  void recallsInALaterRunWhatARunKept() throws SQLException {
    var settings = TestPostgres.settings(17, false);
    var key = "kept-" + RandomText.name();
    for (var run : List.of("keep", "recall", "recall")) {
      var start = System.nanoTime();
      try (var scratch = Scratches.open(TestPostgres.dialect(), settings)) {
        System.out.println("start ms " + (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        if (run.equals("keep")) {
          try (var state = scratch.create()) {
            execute(state, "CREATE TABLE kept (id int)");
            scratch.keep(key, state);
          }
        } else {
          try (var state = scratch.recall(key).orElseThrow()) {
            assertThat(query(state, "SELECT count(*) FROM kept")).containsExactly("0");
          }
        }
        System.out.println("use ms " + (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
      }
      System.out.println("stop ms " + (System.nanoTime() - start) / 1_000_000);
    }
  }
}
