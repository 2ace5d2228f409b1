package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.report.DiffReport;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What diff writes in several files is what deploy runs. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OnlineDeployTest {
  private static final String BEFORE =
      """
      CREATE TABLE users (id integer PRIMARY KEY, email text, name text);
      CREATE TABLE orders (id integer PRIMARY KEY, user_id integer);
      INSERT INTO users SELECT n, n || '@x', 'name ' || n FROM generate_series(1, 50) n;
      INSERT INTO orders SELECT n, n FROM generate_series(1, 50) n;
      """;

  private static final String AFTER =
      """
      CREATE TABLE users (
        id integer PRIMARY KEY, email text NOT NULL CONSTRAINT users_email_key UNIQUE, name text,
        token uuid DEFAULT gen_random_uuid() NOT NULL, CONSTRAINT named CHECK (name <> ''));
      CREATE TABLE orders (
        id integer PRIMARY KEY, user_id integer CONSTRAINT of_user REFERENCES users);
      CREATE INDEX orders_user ON orders (user_id);
      """;

  private static final String INVALID = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";

  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);
  private Lab lab;

  OnlineDeployTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void prepare() throws IOException {
    var settings = database.settings();
    lab =
        new Lab(
            folder,
            new ConnectionSettings(
                settings.url(), settings.user(), settings.password(), "the test", false));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void deployRunsWhatDiffWroteInSeveralFiles() throws SQLException, IOException {
    lab.migration("V1__first.sql", BEFORE).file("schema.sql", AFTER);
    lab.deploy();

    var report = diff(true);

    assertThat(report.problem()).isEmpty();
    assertThat(report.files()).hasSizeGreaterThan(3);
    assertThat(names("m"))
        .contains("V20261120120000__online_1_of_%d.sql".formatted(report.files().size()))
        .contains("V20261120120001__online_2_of_%d.sql".formatted(report.files().size()));
    for (var file : report.files()) {
      var conf = Path.of(file.path().orElseThrow() + ".conf");
      assertThat(Files.exists(conf)).as(conf.toString()).isEqualTo(!file.transactional());
    }
    assertThat(lab.deploy().problem()).isEmpty();
    assertThat(lab.status(true, true).problem()).isEmpty();
    assertThat(diff(true).differs()).isFalse();
    assertThat(lab.query("SELECT count(DISTINCT token) FROM users")).containsExactly("50");
    assertThat(lab.query(INVALID)).containsExactly("0");
  }

  @Test
  void theWayBackLiesWhereFlywayDoesNotLook() throws SQLException, IOException {
    lab.migration("V1__first.sql", BEFORE).file("schema.sql", AFTER);
    lab.deploy();

    var back = diff(true).rollback().orElseThrow();

    assertThat(names("rollback")).allMatch(name -> name.startsWith("U20261120120000__online"));
    assertThat(lab.deploy().problem()).isEmpty();
    var version = 20261121000000L;
    for (var file : back.files()) {
      lab.migration("V" + version + "__back.sql", file.script());
      if (!file.transactional()) {
        lab.migration("V" + version + "__back.sql.conf", "executeInTransaction=false");
      }
      version++;
    }
    lab.deploy(deploy -> deploy.allow("drop-column:public.users.token"));
    lab.file("schema.sql", BEFORE.substring(0, BEFORE.indexOf("INSERT")));
    assertThat(diff(true).differs()).isFalse();
  }

  @Test
  void theSimpleWayIsOneFile() throws IOException {
    lab.migration("V1__first.sql", BEFORE).file("schema.sql", AFTER);

    var report = diff(false);

    assertThat(report.problem()).isEmpty();
    assertThat(report.files()).hasSize(1);
    assertThat(names("m")).contains("V20261120120000__online.sql");
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void aBuildThatFailedIsNotTakenForDone() throws SQLException {
    lab.migration("V1__first.sql", "CREATE TABLE t (a integer);")
        .file("schema.sql", "CREATE TABLE t (a integer); CREATE UNIQUE INDEX t_a ON t (a);");
    lab.deploy();
    var build = diff(true).statements().stream().map(DiffReport.StatementEntry::sql).toList();
    lab.execute("INSERT INTO t VALUES (1), (1)");

    assertThatThrownBy(() -> execute(build)).hasMessageContaining("t_a");
    assertThat(lab.query(INVALID)).containsExactly("1");
    lab.execute("DELETE FROM t WHERE ctid = '(0,2)'");
    execute(build);

    assertThat(lab.query(INVALID)).containsExactly("0");
  }

  @Test
  void rowsAreCheckedWhileAWriterIsAtWork() throws SQLException {
    lab.migration("V1__first.sql", BEFORE).file("schema.sql", AFTER);
    lab.deploy();
    var checks =
        diff(true).statements().stream()
            .map(DiffReport.StatementEntry::sql)
            .filter(sql -> sql.contains("VALIDATE"))
            .toList();
    lab.execute(
        "ALTER TABLE users ADD CONSTRAINT named CHECK (name <> '') NOT VALID;"
            + "ALTER TABLE users ADD CONSTRAINT users_email_is_set CHECK (email <> '') NOT VALID;"
            + "ALTER TABLE users ADD CONSTRAINT users_token_is_set CHECK (id > 0) NOT VALID;"
            + "ALTER TABLE orders ADD CONSTRAINT of_user FOREIGN KEY (user_id) REFERENCES users"
            + " NOT VALID");

    try (var writer = database.connect();
        var statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("UPDATE users SET name = 'x'; UPDATE orders SET user_id = id");
      for (var check : checks) {
        lab.execute("SET lock_timeout = '1s'; " + check);
      }
      writer.rollback();
    }

    assertThat(checks).hasSizeGreaterThan(2);
    assertThat(lab.query("SELECT count(*) FROM pg_constraint WHERE NOT convalidated"))
        .containsExactly("0");
  }

  @Test
  void noOldColumnGoesBeforeEachOfItsValuesIsInTheNewOne() throws SQLException {
    var table = "CREATE TABLE o (id integer PRIMARY KEY, total %s, note text);";
    var rest =
        """
        CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF OLD.note = 'closed' THEN RETURN NULL; END IF; RETURN NEW; END $$;
        CREATE TRIGGER keep BEFORE UPDATE ON o FOR EACH ROW EXECUTE FUNCTION keep();
        """;
    lab.migration("V1__first.sql", table.formatted("integer") + rest)
        .file("schema.sql", table.formatted("bigint") + rest);
    lab.deploy();
    var all = statements(diff(new DiffRequest.Way(true, List.of("o.total"), false)));
    lab.execute("INSERT INTO o VALUES (1, 10, 'closed'), (2, 20, 'open')");

    assertThatThrownBy(() -> execute(all)).hasMessageContaining("rows of public.o are left");
    assertThat(lab.query("SELECT sum(total) FROM o")).containsExactly("30");
    var afterFill =
        all.subList(
            all.indexOf(all.stream().filter(it -> it.startsWith("DO")).findFirst().orElseThrow())
                + 1,
            all.size());
    assertThatThrownBy(() -> execute(afterFill)).hasMessageContaining("o_total_is_filled");
    assertThat(lab.query("SELECT sum(total) FROM o")).containsExactly("30");
  }

  @Test
  void whatIsNotExpandedIsNoted() throws SQLException {
    var table =
        "CREATE TABLE o (id integer PRIMARY KEY, total %s);"
            + "ALTER TABLE o ENABLE ROW LEVEL SECURITY; ALTER TABLE o FORCE ROW LEVEL SECURITY;";
    lab.migration("V1__first.sql", table.formatted("integer"))
        .file("schema.sql", table.formatted("bigint"));
    lab.deploy();

    var report = diff(new DiffRequest.Way(true, List.of("all"), false));

    assertThat(statements(report)).hasSize(1);
    assertThat(report.notes())
        .anyMatch(note -> note.contains("public.o.total") && note.contains("ROW LEVEL SECURITY"));
  }

  @Test
  void whatLooksLikeAPlaceholderIsDeployedAsItWasProved() throws SQLException, IOException {
    var function =
        """
        CREATE TABLE t (a text DEFAULT '${flyway:filename}');
        CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT '${name}' $$;
        """;
    lab.migration("V1__first.sql", "SELECT 1;").file("schema.sql", function);
    lab.deploy();

    assertThat(diff(true).problem()).isEmpty();

    assertThat(lab.deploy().problem()).isEmpty();
    assertThat(lab.query("SELECT f()")).containsExactly("${name}");
    assertThat(diff(true).differs()).isFalse();
  }

  @Test
  void nothingOfAnEarlierRunIsLeftBesideTheOutput() throws SQLException, IOException {
    lab.migration("V1__first.sql", BEFORE).file("schema.sql", AFTER);
    var other = folder.resolve("out").resolve("change_of_mine.sql");
    Files.createDirectories(other.getParent());
    Files.writeString(other, "SELECT 1;");

    var parts = output(true).files().size();
    assertThat(names("out"))
        .contains(
            "change_1_of_%d.sql".formatted(parts), "change_2_of_%d.sql.conf".formatted(parts));
    output(false);

    assertThat(names("out"))
        .containsExactlyInAnyOrder("change.sql", "change.rollback.sql", "change_of_mine.sql");
  }

  private DiffReport output(boolean online) {
    var output = Optional.of(folder.resolve("out").resolve("change.sql"));
    return diff(new DiffRequest.Way(online, List.of(), true), Optional.empty(), output);
  }

  private static List<String> statements(DiffReport report) {
    return report.statements().stream().map(DiffReport.StatementEntry::sql).toList();
  }

  private void execute(List<String> statements) throws SQLException {
    for (var sql : statements) {
      lab.execute(sql);
    }
  }

  private List<String> names(String in) throws IOException {
    try (var files = Files.list(folder.resolve(in))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private DiffReport diff(boolean online) {
    return diff(new DiffRequest.Way(online, List.of(), online));
  }

  private DiffReport diff(DiffRequest.Way way) {
    return diff(way, Optional.of("online"), Optional.empty());
  }

  private DiffReport diff(DiffRequest.Way way, Optional<String> name, Optional<Path> output) {
    var clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    return new DiffCommand(clock)
        .run(
            new DiffRequest(
                lab.workspace(),
                "migrations",
                folder.resolve("schema.sql").toString(),
                Optional.of("postgresql"),
                name,
                "timestamp",
                output,
                List.of(),
                false,
                new DiffRequest.Demands(false),
                way,
                Optional.empty()));
  }
}
