package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Secret;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status of a server, asked by somebody who may do nothing but read. */
class PostgresStatusTest {
  private static final String OBJECTS =
      "SELECT count(*) || ' ' || max(oid::bigint) FROM pg_class"
          + " UNION ALL SELECT count(*) || '' FROM pg_proc UNION ALL SELECT count(*) || '' FROM pg_type";

  private final Path folder;

  PostgresStatusTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A database of the server, deployed by its owner, and a role that may read it. */
  private final class Server implements AutoCloseable {
    private final ScratchDatabase database;
    private final String role = "reader_" + java.util.UUID.randomUUID().toString().substring(0, 8);
    final Lab owner;

    Server(int major) throws IOException, SQLException {
      database = TestPostgres.database(major);
      owner = lab(Optional.empty());
      owner
          .migration("V1__users.sql", "CREATE TABLE users (id int); CREATE TABLE secret (a int);")
          .migration("V2__rows.sql", "INSERT INTO users SELECT generate_series(1, 7);")
          .deploy(d -> d.environment("staging"));
      owner.migration("V3__later.sql", "CREATE TABLE later (a int);");
      owner.execute(
          "CREATE ROLE %1$s LOGIN PASSWORD 'reads'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s"
              .formatted(role));
    }

    Lab reader() throws IOException {
      return lab(Optional.of(role));
    }

    void execute(String sql) throws SQLException {
      owner.execute(sql.formatted(role));
    }

    private Lab lab(Optional<String> user) throws IOException {
      var own = database.settings();
      return new Lab(
          folder,
          new ConnectionSettings(
              own.url(),
              user.or(own::user),
              user.map(it -> new Secret("reads")).or(own::password),
              "the test",
              false));
    }

    @Override
    public void close() throws SQLException {
      execute("DROP OWNED BY %1$s; DROP ROLE %1$s");
      database.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 18})
  void tellsAllToARoleThatMayOnlyRead(int major) throws Exception {
    try (var server = new Server(major)) {
      server.execute("CREATE TABLE byhand (a int)");
      var before = server.owner.query(OBJECTS);
      var reader = server.reader();
      var report = reader.status(false, false);
      assertThat(String.join("\n", reader.printed)).contains("environment  staging");
      assertThat(report.text())
          .contains(
              "is at version 2: 2 applied, 1 pending",
              "  pending         V3__later.sql",
              "drift: 1 difference",
              "[+] table public.byhand",
              "next: mvn tidegate:diff -Dtidegate.from=target -Dtidegate.to=migrations");
      assertThat(server.owner.query(OBJECTS)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void countsRowsThatTheRoleMayReadAndSaysOfOthersThatItMayNot(int major) throws Exception {
    try (var server = new Server(major)) {
      server.execute("REVOKE ALL ON secret FROM %1$s");
      server.execute("CREATE TABLE own (a int); ALTER TABLE own ENABLE ROW LEVEL SECURITY");
      server.execute("GRANT SELECT ON own TO %1$s");
      var report = server.reader().statusCounted();
      assertThat(report.rowsExact()).isTrue();
      assertThat(report.text())
          .contains(
              "rows:",
              "             7  public.users",
              "  not readable  public.secret",
              "  row security hides rows  public.own");
      assertThat(server.reader().status(false, false).text()).contains("rows, estimated");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void doesNotTakeAHistoryThatItMayNotReadForNone(int major) throws Exception {
    try (var server = new Server(major)) {
      server.execute("REVOKE ALL ON flyway_schema_history FROM %1$s");
      var reader = server.reader();
      for (var ask :
          List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
              () -> reader.status(false, false), () -> reader.deploy(Lab.Deploy::dryRun))) {
        assertThatThrownBy(ask)
            .hasMessageContainingAll(
                "TG-2124",
                "GRANT SELECT ON flyway_schema_history TO reader_",
                "nothing was changed");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void saysThatTheLabelMayNotBeRead(int major) throws Exception {
    try (var server = new Server(major)) {
      server.execute("REVOKE ALL ON tidegate_environment FROM %1$s");
      var reader = server.reader();
      assertThat(reader.status(false, false).database().banner())
          .contains("environment  public.tidegate_environment (not readable)");
      assertThatThrownBy(() -> reader.deploy(d -> d.dryRun()))
          .hasMessageContainingAll(
              "TG-2124", "GRANT SELECT ON public.tidegate_environment TO reader_");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {17})
  void worksWhereTransactionsAreReadOnlyByDefault(int major) throws Exception {
    try (var server = new Server(major)) {
      server.execute("ALTER ROLE %1$s SET default_transaction_read_only = on");
      assertThat(server.reader().status(false, true).problem()).isEmpty();
    }
  }
}
