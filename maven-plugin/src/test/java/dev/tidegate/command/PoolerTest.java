package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.guard.Pooler;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.scratch.PgBouncer;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a deploy that meets a pooler on the way. */
class PoolerTest {
  private final Path folder;

  PoolerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Lab lab(ConnectionSettings settings) throws IOException {
    return new Lab(folder, settings).migration("V1__t.sql", "CREATE TABLE t (a int);");
  }

  private static void assertUntouched(ScratchDatabase database) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_tables WHERE schemaname !~ '^(pg_|information_schema)'")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"14,transaction", "17,transaction", "18,transaction", "17,statement"})
  void refusesAPoolerThatKeepsNothingBetweenTransactions(int major, String mode)
      throws IOException, SQLException {
    try (var database = TestPostgres.database(major);
        var pooler = PgBouncer.inFrontOf(database.settings(), mode, folder)) {
      var server = database.settings().url();
      assertThatThrownBy(() -> lab(pooler.settings()).deploy())
          .isInstanceOf(TidegateException.class)
          .hasMessageContainingAll(
              "TG-2204",
              "nothing was changed",
              "-Dtidegate.directUrl=jdbc:postgresql://",
              ":" + server.port() + "/" + server.database());
      assertUntouched(database);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"server_round_robin = 1", "default_pool_size = 1", "min_pool_size = 5"})
  void noticesItHoweverItHandsOutItsConnections(String line) throws IOException, SQLException {
    try (var database = TestPostgres.database(17);
        var pooler = PgBouncer.inFrontOf(database.settings(), "transaction", folder, line)) {
      for (var i = 0; i < 5; i++) {
        assertThatThrownBy(() -> lab(pooler.settings()).deploy()).hasMessageContaining("TG-2204");
      }
      assertUntouched(database);
    }
  }

  @Test
  void sendsNoTargetsToADirectUrlOfAnotherDatabase() throws IOException, SQLException {
    try (var database = TestPostgres.database(17);
        var other = TestPostgres.database(17);
        var pooler = PgBouncer.inFrontOf(database.settings(), "transaction", folder)) {
      var lab = lab(pooler.settings());
      var targets = "SELECT 'public' AS schema";
      assertThatThrownBy(
              () -> lab.deployTo(targets, it -> it.direct(other.settings()), deploy -> deploy))
          .hasMessageContainingAll("TG-1003", "the direct URL names another database");
      assertUntouched(other);
      assertUntouched(database);
      var report = lab.deployTo(targets, it -> it.direct(database.settings()), deploy -> deploy);
      assertThat(report.problem()).isEmpty();
    }
  }

  @Test
  void deploysThroughAPoolerInSessionModeAndSaysSo() throws IOException {
    try (var database = TestPostgres.database(17);
        var pooler = PgBouncer.inFrontOf(database.settings(), "session", folder)) {
      var lab = lab(pooler.settings());
      var report = lab.deploy();
      assertThat(report.applied()).isEqualTo(1);
      assertThat(report.database().pooler().map(Pooler::mode)).contains(Pooler.Mode.SESSION);
      assertThat(lab.printed.get(0)).contains("pooler       session mode, by ");
    }
  }

  @Test
  void saysOfAServerThatNothingIsInBetween() throws IOException {
    try (var database = TestPostgres.database(17)) {
      var lab = lab(database.settings());
      assertThat(lab.deploy().database().pooler()).isEmpty();
      assertThat(lab.printed.get(0)).contains("pooler       none", ", primary");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void takesTheDirectUrlOfTheSameDatabase(int major) throws IOException, SQLException {
    try (var database = TestPostgres.database(major);
        var pooler = PgBouncer.inFrontOf(database.settings(), "transaction", folder)) {
      var lab = lab(pooler.settings());
      var report = lab.deploy(d -> d.direct(database.settings()));
      assertThat(report.applied()).isEqualTo(1);
      assertThat(report.database().port()).isEqualTo(database.settings().url().port());
      assertThat(lab.printed.get(0))
          .contains("pooler       none; " + pooler.settings().url().display() + " has one");
      assertThat(lab.query("SELECT count(*) FROM t")).containsExactly("0");
    }
  }

  @Test
  void refusesADirectUrlOfAnotherDatabase() throws IOException, SQLException {
    try (var database = TestPostgres.database(17);
        var other = TestPostgres.database(17);
        var pooler = PgBouncer.inFrontOf(database.settings(), "transaction", folder)) {
      assertThatThrownBy(() -> lab(pooler.settings()).deploy(d -> d.direct(other.settings())))
          .hasMessageContainingAll("TG-1003", "the direct URL names another database");
      assertUntouched(database);
      assertUntouched(other);
    }
  }

  @Test
  void refusesADirectUrlThatHasAPoolerToo() throws IOException {
    try (var database = TestPostgres.database(17);
        var one = PgBouncer.inFrontOf(database.settings(), "transaction", folder);
        var two = PgBouncer.inFrontOf(database.settings(), "transaction", folder)) {
      assertThatThrownBy(() -> lab(one.settings()).deploy(d -> d.direct(two.settings())))
          .hasMessageContaining("TG-2204");
    }
  }

  @Test
  void namesThePoolerThatRefusesASearchPathAtLogin() throws IOException {
    try (var database = TestPostgres.database(17);
        var pooler = PgBouncer.inFrontOf(database.settings(), "transaction", folder)) {
      var settings = withSchema(pooler.settings());
      assertThatThrownBy(() -> lab(settings).deploy()).hasMessageContaining("TG-2204");
      var direct = withSchema(database.settings());
      assertThat(lab(settings).deploy(d -> d.direct(direct)).applied()).isEqualTo(1);
    }
  }

  private static ConnectionSettings withSchema(ConnectionSettings settings) {
    return ConnectionSettings.of(settings.url().with(Map.of("schema", "public")), "the test");
  }

  @Test
  void readsThroughAPoolerAndLeavesItAsItWas() throws IOException, SQLException {
    try (var database = TestPostgres.database(17);
        var pooler =
            PgBouncer.inFrontOf(
                database.settings(), "transaction", folder, "default_pool_size = 1")) {
      lab(database.settings()).deploy();
      var lab = lab(pooler.settings());
      assertThat(lab.status(false, false).text()).contains("is at version 1");
      assertThat(lab.printed.get(0)).contains("pooler       transaction mode, by ");
      // a session that cannot write would be the next client's
      lab.execute("INSERT INTO t VALUES (1)");
    }
  }

  @Test
  void copyAsksAPersonBeforeAnAgentReplacesRows() throws Exception {
    var source = ConnectionSettings.of(DatabaseUrl.parse("s.db", folder), "the test");
    var target = ConnectionSettings.of(DatabaseUrl.parse("t.db", folder), "the test");
    for (var one : java.util.List.of(source, target)) {
      dev.tidegate.copy.Databases.execute(
          one, "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\n");
    }
    var lab = new CopyLab(folder);
    assertThatThrownBy(
            () ->
                lab.copy(
                    source,
                    target,
                    asked -> asked.mode("replace").confirm("t.db").by("GEMINI_CLI", "1")))
        .hasMessageContainingAll("TG-2206", "Gemini CLI", "t.db");
    var report =
        lab.copy(
            source,
            target,
            asked ->
                asked
                    .mode("replace")
                    .confirm("t.db")
                    .by("GEMINI_CLI", "1")
                    .consent("yes, replace its rows"));
    assertThat(report.consent().orElseThrow().words()).isEqualTo("yes, replace its rows");
  }

  @Test
  void copyRefusesAPoolerOrGoesAroundIt() throws Exception {
    var source = ConnectionSettings.of(DatabaseUrl.parse("s.db", folder), "the test");
    dev.tidegate.copy.Databases.execute(
        source, "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\n");
    try (var database = TestPostgres.database(17);
        var pooler = PgBouncer.inFrontOf(database.settings(), "transaction", folder)) {
      var lab = new CopyLab(folder);
      assertThatThrownBy(() -> lab.copy(source, pooler.settings()))
          .isInstanceOfSatisfying(
              TidegateException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.POOLER_IN_BETWEEN));
      var report = lab.copy(source, pooler.settings(), asked -> asked.direct(database.settings()));
      assertThat(report.rows()).isEqualTo(1);
    }
  }
}
