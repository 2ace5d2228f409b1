package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PostgresDeployTest extends DeployContract {
  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);

  PostgresDeployTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Override
  Lab lab() {
    try {
      var settings = database.settings();
      return new Lab(
          folder,
          new ConnectionSettings(
              settings.url(), settings.user(), settings.password(), "the test", false));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  String qualified(String name) {
    return "public." + name;
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void createsAnIndexConcurrentlyWithoutHanging() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int);");
    lab.migration("V2__i.sql", "CREATE INDEX CONCURRENTLY i ON t (a);");
    assertThat(lab.deploy().applied()).isEqualTo(2);
  }

  @Test
  void refusesToTruncateWithoutApproval() throws SQLException {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int); INSERT INTO t VALUES (1);");
    lab.deploy();
    lab.migration("V2__e.sql", "TRUNCATE TABLE ONLY public.t;");
    assertThat(lab.deploy().problem().orElseThrow().hint().orElseThrow())
        .contains("truncate:public.t");
    assertThat(lab.query("SELECT a FROM t")).containsExactly("1");
  }

  @Test
  void refusesToNarrowATypeThatNobodyAllowed() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a bigint);");
    lab.deploy();
    lab.migration("V2__n.sql", "ALTER TABLE t ALTER COLUMN a TYPE integer;");
    assertThat(lab.deploy().problem().orElseThrow().hint().orElseThrow())
        .contains("narrow-type:public.t.a");
  }

  @Test
  void refusesToDropASchemaWithItsTables() {
    var lab = lab().migration("V1__s.sql", "CREATE SCHEMA s; CREATE TABLE s.t (a int);");
    lab.deploy();
    lab.migration("V2__s.sql", "DROP SCHEMA s CASCADE;");
    assertThat(lab.deploy().problem().orElseThrow().hint().orElseThrow())
        .contains("drop-schema:s", "drop-table:s.t");
  }

  @Test
  void refusesAnUpdateOfEveryRowOfAnExistingColumn() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int, b int);");
    lab.deploy();
    lab.migration("V2__u.sql", "ALTER TABLE t ADD c int; UPDATE t SET c = a; UPDATE t SET b = 0;");
    assertThat(lab.deploy().problem().orElseThrow().detail())
        .containsExactly(
            "V2__u.sql: public.t.b is overwritten in every row (0 values now)   [delete]");
  }

  @Test
  void refusesToDropASchemaThatOnlyTheDatabaseHas() throws SQLException {
    var lab = lab().execute("CREATE SCHEMA legacy; CREATE TABLE legacy.t AS SELECT 1 AS a");
    lab.migration("V1__clean.sql", "DROP SCHEMA IF EXISTS legacy CASCADE;");
    assertThat(lab.deploy().problem().orElseThrow().hint().orElseThrow())
        .contains("drop-schema:legacy", "drop-table:legacy.t");
    assertThat(lab.query("SELECT a FROM legacy.t")).containsExactly("1");
  }

  @Test
  void refusesToDropATableThatWasMadeByHand() throws SQLException {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (a int);");
    lab.deploy();
    lab.execute("CREATE TABLE byhand (a int); ALTER TABLE t ADD b int");
    lab.migration(
        "V2__d.sql", "DROP TABLE IF EXISTS byhand; ALTER TABLE t DROP COLUMN IF EXISTS b;");
    assertThat(lab.deploy().problem().orElseThrow().hint().orElseThrow())
        .contains("drop-table:public.byhand", "drop-column:public.t.b");
  }

  @Test
  void providesTheRolesThatMigrationsOfAnAdoptedDatabaseName() throws SQLException {
    var lab = lab().execute("CREATE TABLE users (id int)");
    lab.migration("V2__g.sql", "GRANT SELECT ON users TO role_of_the_server;");
    lab.deploy(d -> d.baseline("1"));
    assertThat(lab.deploy(d -> d.dryRun()).problem()).isEmpty();
  }

  @Test
  void takesNoValueOfABadRowForAnAnswer() {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t AS SELECT 1 AS id, -5 AS total;");
    lab.file("checks/a.sql", "SELECT id FROM t WHERE total < 0");
    lab.file("checks/b.sql", "SELECT count(*) = 1 FROM t");
    assertThat(lab.deploy().problem().orElseThrow().detail()).containsExactly("a.sql: 1 row: (1)");
  }
}
