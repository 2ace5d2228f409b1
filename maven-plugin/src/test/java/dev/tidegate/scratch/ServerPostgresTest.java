package dev.tidegate.scratch;

import static dev.tidegate.scratch.Sql.execute;
import static dev.tidegate.scratch.Sql.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.TidegateException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The server is an embedded one of the tests, reached by its URL as somebody else's would be. */
class ServerPostgresTest {

  @Test
  void dropsItsDatabasesAtItsEnd() throws SQLException {
    try (var named = TestPostgres.database(16)) {
      String name;
      try (var scratch = open(named, false)) {
        var database = scratch.create();
        name = database.settings().url().database();
        execute(database, "CREATE TABLE t (id int)");
        assertThat(databases(named)).contains(name);
      }
      assertThat(databases(named)).doesNotContain(name);
    }
  }

  @Test
  void sweepsWhatAKilledRunLeft() throws SQLException {
    try (var named = TestPostgres.database(16)) {
      var killed = new RunName(1, "00000000", 1, "00000000").databaseName();
      execute(named, "CREATE DATABASE " + killed);
      open(named, false).close();
      assertThat(databases(named)).doesNotContain(killed);
    }
  }

  @Test
  void leavesDatabasesOfRunsThatMayStillBeAtWork() throws SQLException {
    try (var named = TestPostgres.database(16)) {
      open(named, false).close();
      assertThat(databases(named)).contains(named.settings().url().database());
    }
  }

  @Test
  void leavesDatabasesThatOnlyLookLikeOurs() throws SQLException {
    try (var named = TestPostgres.database(16)) {
      execute(named, "CREATE DATABASE tidegate_scratch_of_somebody");
      open(named, false).close();
      assertThat(databases(named)).contains("tidegate_scratch_of_somebody");
      execute(named, "DROP DATABASE tidegate_scratch_of_somebody");
    }
  }

  @Test
  void makesNoRoles() {
    try (var named = TestPostgres.database(16);
        var scratch = open(named, false)) {
      assertThatThrownBy(() -> scratch.provideRole("app"))
          .isInstanceOf(TidegateException.class)
          .hasMessageContaining("not Tidegate's own");
    }
  }

  @Test
  void refusesUntrustedSqlAsSuperuser() {
    try (var named = TestPostgres.database(16)) {
      assertThatThrownBy(() -> open(named, true))
          .isInstanceOfSatisfying(
              TidegateException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.SCRATCH_RESTRICTED));
    }
  }

  private static java.util.List<String> databases(ScratchDatabase any) throws SQLException {
    return query(any, "SELECT datname FROM pg_database");
  }

  private static Scratch open(ScratchDatabase named, boolean restricted) {
    var settings = named.settings();
    var url =
        "postgres://%s:%s@%s:%d/%s"
            .formatted(
                settings.user().orElseThrow(),
                settings.password().orElseThrow().reveal(),
                settings.url().host(),
                settings.url().port(),
                settings.url().database());
    var embedded = TestPostgres.settings(16, restricted);
    return Scratches.open(
        TestPostgres.dialect(),
        new ScratchSettings(
            url,
            Optional.empty(),
            restricted,
            embedded.cache(),
            embedded.artifacts(),
            embedded.notes()));
  }
}
