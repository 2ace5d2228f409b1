package dev.tidegate.scratch;

import static dev.tidegate.scratch.Sql.execute;
import static dev.tidegate.scratch.Sql.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    var key = "kept-" + RandomText.name();
    try (var scratch = open();
        var state = scratch.create()) {
      execute(state, "CREATE TABLE kept (id int)");
      scratch.keep(key, state, List.of("a note"));
    }
    try (var scratch = open();
        var state = scratch.recall(key).orElseThrow().database()) {
      assertThat(query(state, "SELECT count(*) FROM kept")).containsExactly("0");
    }
  }

  @Test
  void aKeptStateCanBeCopiedButNotChanged() throws SQLException {
    try (var scratch = open();
        var state = scratch.create()) {
      execute(state, "CREATE TABLE kept (id int)");
      try (var kept = scratch.keep("kept-" + RandomText.name(), state, List.of());
          var copy = scratch.copyOf(kept)) {
        assertThatThrownBy(() -> execute(kept, "DROP TABLE kept"))
            .hasMessageContaining("read-only");
        execute(copy, "DROP TABLE kept");
      }
    }
  }

  @Test
  void recallsNothingThatWasNotKept() {
    assertThat(TestPostgres.server(17).recall("never kept")).isEmpty();
  }

  @Test
  void keepsNoMoreStatesThanItsBound() throws SQLException {
    try (var scratch = open();
        var state = scratch.create()) {
      for (var number = 0; number < PostgresDatabases.KEPT_MOST + 2; number++) {
        scratch.keep("bound-" + number, scratch.create(), List.of("a note"));
      }
      assertThat(query(state, "SELECT count(*) FROM pg_database WHERE datistemplate"))
          .containsExactly(Integer.toString(PostgresDatabases.KEPT_MOST + 2));
    }
  }

  @Test
  void forgetsWhatTheSqlOfAnEarlierRunSet() throws SQLException {
    try (var scratch = open();
        var state = scratch.create()) {
      execute(state, "ALTER ROLE postgres SET search_path = nowhere");
      execute(state, "ALTER SYSTEM SET default_statistics_target = 7");
      execute(state, "CREATE ROLE of_a_migration");
    }
    try (var scratch = open();
        var state = scratch.create()) {
      assertThat(
              query(
                  state,
                  "SELECT current_setting('search_path') UNION ALL SELECT"
                      + " current_setting('default_statistics_target') UNION ALL SELECT rolname"
                      + " FROM pg_roles WHERE rolname = 'of_a_migration'"))
          .containsExactly("\"$user\", public", "100");
    }
  }

  @Test
  void startsAnewOnAFolderThatIsSpoiled() throws SQLException {
    try (var scratch = open();
        var state = scratch.create()) {
      execute(state, "ALTER ROLE postgres PASSWORD 'changed'");
    }
    try (var scratch = open()) {
      assertThat(scratch.version()).startsWith("17.");
    }
  }

  @Test
  void hasAPasswordOfItsOwnInEveryRun() {
    assertThat(passwordOfARun()).isNotEqualTo(passwordOfARun());
  }

  @Test
  void showsPasswordsToNobody() {
    try (var database = TestPostgres.database(17)) {
      assertThat(database.toString())
          .doesNotContain(database.settings().password().orElseThrow().reveal());
    }
  }

  private static String passwordOfARun() {
    try (var scratch = open();
        var state = scratch.create()) {
      return state.settings().password().orElseThrow().reveal();
    }
  }

  private static Scratch open() {
    return Scratches.open(TestPostgres.dialect(), TestPostgres.settings(17, false));
  }
}
