package dev.tidegate.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that die while migrations are applied. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LostConnectionTest {
  private ScratchDatabase database;
  private LosingProxy proxy;
  private MigrationLab direct;
  private MigrationLab lab;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    database = TestPostgres.database(17);
    var settings = database.settings();
    proxy = new LosingProxy(settings.url().port());
    direct = new MigrationLab(folder, settings);
    var through =
        DatabaseUrl.parse(
            "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable&preferQueryMode=simple"
                .formatted(proxy.port(), settings.url().database()),
            folder);
    lab =
        new MigrationLab(
            folder,
            new ConnectionSettings(
                through, settings.user(), settings.password(), "the proxy", false));
    lab.write("V1__t.sql", "CREATE TABLE t (id int);");
    lab.apply().orThrow();
  }

  @AfterEach
  void drop() throws Exception {
    proxy.close();
    database.close();
  }

  private MigrationLab three() {
    return lab.write("V2__a.sql", "INSERT INTO t VALUES (2);")
        .write("V3__b.sql", "INSERT INTO t VALUES (3);")
        .write("V4__c.sql", "INSERT INTO t VALUES (4);");
  }

  @Test
  void goesOnWhenTheCommitHadReachedTheServer() throws SQLException {
    three();
    proxy.breakAt(LosingProxy.Break.AFTER_COMMIT, "VALUES (3)", 1);

    var run = lab.apply();

    assertThat(run.orThrow())
        .extracting(AppliedMigration::script)
        .containsExactly("V2__a.sql", "V3__b.sql", "V4__c.sql");
    assertThat(lab.said).anyMatch(line -> line.startsWith("V3__b.sql was applied after all"));
    assertThat(direct.rows("SELECT id FROM t ORDER BY id")).containsExactly("2", "3", "4");
  }

  @Test
  void saysThatItWasRolledBackWhenTheCommitHadNot() throws SQLException {
    three();
    proxy.breakAt(LosingProxy.Break.BEFORE_COMMIT, "VALUES (3)", 1);

    var run = lab.apply();

    assertThat(run.applied()).extracting(AppliedMigration::script).containsExactly("V2__a.sql");
    var problem = run.failure().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
    assertThat(problem.summary()).isEqualTo("the connection was lost in migration V3__b.sql");
    assertThat(problem.state().orElseThrow())
        .startsWith("V3__b.sql was rolled back")
        .contains("the last is V2__a.sql");
    assertThat(lab.apply().orThrow()).hasSize(2);
    assertThat(direct.rows("SELECT id FROM t ORDER BY id")).containsExactly("2", "3", "4");
  }

  @Test
  void saysWhatIsNotKnownWhenTheServerCannotBeReached() throws SQLException {
    three();
    proxy.breakAt(LosingProxy.Break.AFTER_COMMIT_FOR_GOOD, "VALUES (3)", 1);

    var problem = lab.apply().failure().orElseThrow();

    assertThat(problem.summary())
        .endsWith("in migration V3__b.sql, and the server cannot be reached");
    assertThat(problem.state().orElseThrow())
        .startsWith("whether V3__b.sql was applied is not known");
    assertThat(problem.hint().orElseThrow()).contains("mvn tidegate:status");
    assertThat(direct.apply().orThrow()).hasSize(1);
    assertThat(direct.rows("SELECT id FROM t ORDER BY id")).containsExactly("2", "3", "4");
  }

  @Test
  void endsTheStatementThatNobodyWaitsForAnyMore() throws Exception {
    lab.write("V2__slow.sql", "INSERT INTO t VALUES (2);\nSELECT pg_sleep(100);");
    var run = CompletableFuture.supplyAsync(lab::apply);
    while (direct
        .rows("SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(100%'")
        .isEmpty()) {
      Thread.sleep(20);
    }
    proxy.dropConnections();
    var problem = run.get().failure().orElseThrow();
    assertThat(problem.state().orElseThrow()).startsWith("V2__slow.sql was rolled back");
    assertThat(
            direct.rows("SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(100%'"))
        .isEmpty();
  }

  /** The session is the user's and current_user is another, which may not end it. */
  @Test
  void findsTheSessionOfAUserWhoWorksAsAnotherRole() throws Exception {
    var user = "deployer_" + database.settings().url().database();
    var owner = "owner_" + database.settings().url().database();
    direct.execute(
        "CREATE ROLE \"" + owner + "\"",
        "CREATE ROLE \"" + user + "\" LOGIN PASSWORD 'x' IN ROLE \"" + owner + "\"",
        "ALTER ROLE \"" + user + "\" SET role = \"" + owner + "\"",
        "GRANT ALL ON SCHEMA public TO \"" + owner + "\"",
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO \"" + owner + "\"");
    try {
      lab = lab.as(user, "x");
      endsTheStatementThatNobodyWaitsForAnyMore();
    } finally {
      direct.execute(
          "DROP OWNED BY \"" + owner + "\"", "DROP ROLE \"" + user + "\", \"" + owner + "\"");
    }
  }

  @Test
  void asksTheJournalWhereNoTransactionTells() throws SQLException {
    lab.write("V2__m.sql", "INSERT INTO t VALUES (2);\nVACUUM t;\nINSERT INTO t VALUES (3);")
        .write("V2__m.sql.conf", "executeInTransaction=false");
    proxy.breakAt(LosingProxy.Break.AFTER_COMMIT, "VALUES (3)", 2);

    var problem = lab.apply().failure().orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
    assertThat(problem.state().orElseThrow()).contains("V2__m.sql ran to its end");
    assertThat(lab.apply().orThrow()).hasSize(1);
    assertThat(direct.rows("SELECT id FROM t ORDER BY id")).containsExactly("2", "3");
  }

  @Test
  void aConstraintThatSpeaksUpAtCommitIsAFailureOfItsMigration() throws SQLException {
    lab.write("V2__d.sql", "CREATE TABLE d (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED);")
        .write("V3__d.sql", "INSERT INTO d VALUES (1), (1);");

    var run = lab.apply();

    assertThat(run.applied()).extracting(AppliedMigration::script).containsExactly("V2__d.sql");
    var problem = run.failure().orElseThrow();
    assertThat(problem.summary()).isEqualTo("migration V3__d.sql failed when it was committed");
    assertThat(problem.state().orElseThrow()).contains("rolled back");
    assertThat(lab.history().version().orElseThrow()).hasToString("2");
  }
}
