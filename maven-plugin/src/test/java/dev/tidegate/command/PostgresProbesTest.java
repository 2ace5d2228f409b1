package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.DeployReport;
import dev.tidegate.report.MigrationEntry;
import dev.tidegate.report.ProbeEntry;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the live database is asked before anything runs, and what its answers stop. */
class PostgresProbesTest {
  private static final String START =
      """
      CREATE TABLE teams (id integer PRIMARY KEY, name text);
      CREATE TYPE state AS ENUM ('new', 'old', 'odd');
      CREATE TABLE users (
        id integer PRIMARY KEY, bio text, email text, team_id integer, age text, state state,
        big bigint, born timestamp);
      CREATE TABLE parts (id integer, day date) PARTITION BY RANGE (day);
      CREATE TABLE loose (id integer, day date);
      """;

  private static final String ROWS =
      """
      INSERT INTO teams VALUES (1, 'one');
      INSERT INTO users VALUES
        (1, 'x', 'a@x', 1, '12', 'new', 5, '2020-01-01'),
        (2, null, 'a@x', 9, 'twelve', 'odd', 5000000000, '2020-01-01 10:00'),
        (3, null, 'b@x', null, '7', 'old', 7, null);
      INSERT INTO loose VALUES (1, '2024-01-01'), (2, '2030-01-01');
      """;

  private final Path folder;
  private final List<ScratchDatabase> databases = new ArrayList<>();

  PostgresProbesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    databases.forEach(ScratchDatabase::close);
  }

  private ConnectionSettings fresh(int version) {
    var database = TestPostgres.database(version);
    databases.add(database);
    return database.settings();
  }

  private Lab lab(int version) {
    try {
      var settings = fresh(version);
      var lab =
          new Lab(
              folder,
              new ConnectionSettings(
                  settings.url(), settings.user(), settings.password(), "the test", false));
      lab.migration("V1__start.sql", START).deploy();
      return lab.execute(ROWS);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What fails, what the detail says of it, and what mends it before. */
  static Stream<Arguments> failures() {
    var kinds =
        List.of(
            new String[] {
              "ALTER TABLE users ALTER COLUMN bio SET NOT NULL",
              "2 NULLs in public.users.bio, keys: 2, 3",
              "UPDATE users SET bio = '' WHERE bio IS NULL"
            },
            new String[] {
              "CREATE UNIQUE INDEX by_email ON users (email)",
              "1 group of rows that collide under public.by_email, keys: 1 and 2",
              "UPDATE users SET email = 'c@x' WHERE id = 2"
            },
            new String[] {
              "ALTER TABLE users ADD CONSTRAINT by_email UNIQUE (email)",
              "1 group of rows that collide under public.users.by_email, keys: 1 and 2",
              "UPDATE users SET email = 'c@x' WHERE id = 2"
            },
            new String[] {
              "ALTER TABLE users ADD CONSTRAINT of_team FOREIGN KEY (team_id) REFERENCES teams",
              "1 row that refer to nothing by public.users.of_team, keys: 2",
              "INSERT INTO teams VALUES (9, 'nine')"
            },
            new String[] {
              "ALTER TABLE users ADD CONSTRAINT small CHECK (big < 1000)",
              "1 row that break public.users.small, keys: 2",
              "UPDATE users SET big = 1 WHERE big >= 1000"
            },
            new String[] {
              "ALTER TABLE users ADD CONSTRAINT small CHECK (big < 1000) NOT VALID;"
                  + " ALTER TABLE users VALIDATE CONSTRAINT small",
              "1 row that break public.users.small, keys: 2",
              "UPDATE users SET big = 1 WHERE big >= 1000"
            },
            new String[] {
              "ALTER TABLE users ALTER COLUMN big TYPE integer",
              "1 value that does not fit in public.users.big, keys: 2",
              "UPDATE users SET big = 1 WHERE big > 1000"
            },
            new String[] {
              "ALTER TABLE users ADD COLUMN rank integer NOT NULL",
              "3 rows in public.users.rank, keys: 1, 2, 3",
              "DELETE FROM users WHERE id > 0"
            },
            new String[] {
              "ALTER TABLE parts ATTACH PARTITION loose"
                  + " FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
              "1 row in public.loose",
              "DELETE FROM loose WHERE day > '2025-01-01'"
            });
    return Stream.of(14, 17, 18)
        .flatMap(version -> kinds.stream().map(k -> Arguments.of(version, k[0], k[1], k[2])));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void stopsBeforeWhatIsCertainToFail(int version, String failing, String said, String mending)
      throws SQLException {
    var lab = lab(version).migration("V2__next.sql", "CREATE TABLE before (a int);\n" + failing);
    var allowed = new String[] {"narrow-type"};
    var report =
        failing.contains("TYPE integer") ? lab.deploy(d -> d.allow(allowed)) : lab.deploy();
    var problem = report.problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.DATA_WOULD_REFUSE);
    assertThat(problem.detail()).containsExactly("V2__next.sql: " + said + "   [may-fail-on-data]");
    assertThat(problem.state()).contains("nothing was changed");
    assertThat(report.applied()).isZero();
    assertThat(lab.query("SELECT to_regclass('before')")).containsExactly("null");
    assertThat(problem.hint().orElseThrow()).contains("SELECT ");

    lab.migration("V2__next.sql", mending + ";\n" + failing);
    var mended =
        lab.deploy(
            d ->
                failing.contains("TYPE integer")
                    ? d.allow("narrow-type")
                    : mending.startsWith("DELETE") ? d.allow("delete") : d);
    assertThat(mended.problem()).isEmpty();
    assertThat(mended.applied()).isEqualTo(1);
    assertThat(mended.probes())
        .anyMatch(probe -> probe.why().orElse("").contains("may change these rows before"));
  }

  private static List<String> probes(DeployReport report) {
    return report.probes().stream().map(ProbeEntry::text).toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void countsWhatWouldBeLost(int version) {
    var lab =
        lab(version)
            .migration(
                "V2__lose.sql",
                "ALTER TABLE users DROP COLUMN bio; DROP TABLE teams; DROP TABLE parts;"
                    + " TRUNCATE loose; DELETE FROM users WHERE team_id IS NULL;"
                    + " ALTER TABLE users ALTER COLUMN born TYPE date;");
    var report = lab.deploy(d -> d.dryRun());
    assertThat(probes(report))
        .contains(
            "1 value in public.users.bio",
            "1 row in public.teams",
            "0 rows in public.parts",
            "2 rows in public.loose",
            "1 row in public.users",
            "1 value in public.users.born");
    assertThat(report.text()).contains("probe: 1 row in public.teams");
  }

  static Stream<Integer> versions() {
    return Stream.of(14, 17, 18);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void countsValuesThatWillNotCast(int version) throws SQLException {
    var lab =
        lab(version)
            .migration(
                "V2__cast.sql",
                "ALTER TABLE users ALTER COLUMN age TYPE integer USING age::integer;");
    var report = lab.deploy(d -> d.allow("narrow-type"));
    assertThat(report.problem().orElseThrow().code())
        .isEqualTo(version < 16 ? ProblemCode.MIGRATION_FAILED : ProblemCode.DATA_WOULD_REFUSE);
    assertThat(probes(report))
        .contains(
            version < 16
                ? "at most 3 values that do not fit in public.users.age"
                : "1 value that does not fit in public.users.age");
    lab.migration(
        "V2__cast.sql",
        "ALTER TABLE users ALTER COLUMN age TYPE integer USING nullif(age, 'twelve')::integer;");
    assertThat(lab.deploy(d -> d.allow("narrow-type")).problem()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void countsLabelsInUse(int version) {
    var lab =
        lab(version)
            .migration(
                "V2__labels.sql",
                "ALTER TYPE state RENAME TO state_old; CREATE TYPE state AS ENUM ('new', 'old');"
                    + " ALTER TABLE users ALTER COLUMN state TYPE state USING state::text::state;"
                    + " DROP TYPE state_old;");
    var report = lab.deploy(d -> d.allow("drop-type-value"));
    assertThat(report.problem().orElseThrow().code()).isEqualTo(ProblemCode.DATA_WOULD_REFUSE);
    assertThat(probes(report)).contains("1 row that hold 'odd' of public.state");
  }

  @Test
  void asksUnderTheNamesThatTheDatabaseHasNow() {
    var lab = lab(17);
    lab.migration(
        "V2__names.sql",
        "ALTER TABLE users RENAME TO people; ALTER TABLE people RENAME COLUMN bio TO about;");
    lab.migration("V3__rule.sql", "ALTER TABLE people ALTER COLUMN about SET NOT NULL;");
    var report = lab.deploy();
    assertThat(report.problem().orElseThrow().detail())
        .containsExactly(
            "V3__rule.sql: 2 NULLs in public.people.about, keys: 2, 3   [may-fail-on-data]");
    assertThat(report.problem().orElseThrow().hint().orElseThrow()).contains("public.users");
  }

  @Test
  void namesThatChangePlacesAreFollowed() {
    var lab = lab(17);
    lab.migration(
        "V2__swap.sql",
        "ALTER TABLE users RENAME COLUMN bio TO tmp; ALTER TABLE users RENAME COLUMN email TO bio;"
            + " ALTER TABLE users RENAME COLUMN tmp TO email;"
            + " ALTER TABLE users ALTER COLUMN email SET NOT NULL;");
    assertThat(lab.deploy().problem().orElseThrow().detail().get(0))
        .contains("2 NULLs in public.users.bio");
  }

  @Test
  void asksNothingAboutWhatAnEarlierFileMakes() throws SQLException {
    var lab = lab(17);
    lab.migration("V2__t.sql", "CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 1);");
    lab.migration("V3__t.sql", "ALTER TABLE t ALTER a SET NOT NULL; CREATE UNIQUE INDEX ON t (b);");
    var report = lab.deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.applied()).isEqualTo(2);
    assertThat(report.probes()).allMatch(probe -> !probe.stops());
  }

  @Test
  void leavesRowsAloneThatAConstraintIsNotValidFor() {
    var lab = lab(17);
    lab.migration(
        "V2__c.sql", "ALTER TABLE users ADD CONSTRAINT small CHECK (big < 1000) NOT VALID;");
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void takesADefaultThatIsTakenBackForValues() {
    var lab = lab(17);
    lab.migration(
        "V2__c.sql",
        "ALTER TABLE users ADD COLUMN rank integer NOT NULL DEFAULT 0;"
            + " ALTER TABLE users ALTER COLUMN rank DROP DEFAULT;");
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void doesNotTakeANewDefaultForAValueOfOldRows() {
    var lab = lab(17);
    lab.migration(
        "V2__c.sql", "ALTER TABLE users ALTER bio SET DEFAULT '', ALTER COLUMN bio SET NOT NULL;");
    assertThat(lab.deploy().problem().orElseThrow().code())
        .isEqualTo(ProblemCode.DATA_WOULD_REFUSE);
  }

  @Test
  void aCallOfAFunctionMayMendAnything() {
    var lab = lab(17);
    lab.migration(
        "V2__f.sql",
        "CREATE FUNCTION mend() RETURNS void LANGUAGE sql AS"
            + " $$ UPDATE users SET bio = '' WHERE bio IS NULL $$; SELECT mend();"
            + " ALTER TABLE users ALTER COLUMN bio SET NOT NULL;");
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void aBlockMayAskBeforeItMakesARule() {
    var lab = lab(17);
    lab.migration(
        "V2__f.sql",
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM users WHERE bio IS NULL) THEN"
            + " ALTER TABLE users ALTER COLUMN bio SET NOT NULL; END IF; END $$;");
    var report = lab.deploy();
    assertThat(report.applied()).isEqualTo(1);
    // not stopped before, but the rule was not made either, which is said
    assertThat(report.problem().orElseThrow().code()).isEqualTo(ProblemCode.DATABASE_DRIFTED);
  }

  @Test
  void aCastToALengthCutsAndDoesNotRefuse() {
    var lab = lab(17);
    lab.migration(
        "V2__f.sql", "ALTER TABLE users ALTER COLUMN age TYPE varchar(3) USING age::varchar(3);");
    assertThat(lab.deploy(d -> d.allow("narrow-type")).problem()).isEmpty();
  }

  @Test
  void aDomainMayHaveADefault() {
    var lab = lab(17);
    lab.migration(
        "V2__f.sql",
        "CREATE DOMAIN rank AS integer DEFAULT 7; ALTER TABLE users ADD COLUMN r rank NOT NULL;");
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void isSureOfNothingWherePoliciesHideRows() throws SQLException {
    var lab = lab(17);
    lab.execute("ALTER TABLE teams ENABLE ROW LEVEL SECURITY");
    lab.migration(
        "V2__f.sql",
        "ALTER TABLE users ADD CONSTRAINT of_team FOREIGN KEY (team_id) REFERENCES teams;");
    lab.execute("DELETE FROM users WHERE team_id = 9");
    assertThat(lab.deploy().problem()).isEmpty();
  }

  @Test
  void stopsAnAdoptedDatabaseWithAllItsFiles() throws SQLException, IOException {
    var settings = fresh(17);
    var lab =
        new Lab(
            folder,
            new ConnectionSettings(
                settings.url(), settings.user(), settings.password(), "the test", false));
    lab.execute(
        "CREATE TABLE users (id bigint PRIMARY KEY, bio text);"
            + " INSERT INTO users VALUES (1, 'x'), (2, NULL), (3, NULL)");
    lab.migration("V1__users.sql", "CREATE TABLE users (id bigint PRIMARY KEY, bio text);");
    lab.deploy(d -> d.baseline("1"));
    lab.migration("V2__audit.sql", "CREATE TABLE audit (id bigint PRIMARY KEY);");
    lab.migration("V3__bio.sql", "ALTER TABLE users ALTER COLUMN bio SET NOT NULL;");
    assertThat(lab.deploy().problem().orElseThrow().text())
        .contains("TG-2301 V3__bio.sql would fail", "2 NULLs in public.users.bio, keys: 2, 3");
    assertThat(lab.status(false, false).text()).contains("is at version 1: ", "2 pending");
    assertThat(lab.query("SELECT to_regclass('audit')")).containsExactly("null");
  }

  @Test
  void estimatesWhatTakesTooLongToCount() throws SQLException {
    var lab = lab(17);
    lab.execute(
        "CREATE VIEW slow AS SELECT 1; INSERT INTO loose SELECT n, '2024-01-01' FROM"
            + " generate_series(1, 3000000) n; ANALYZE loose");
    lab.migration("V2__t.sql", "DROP TABLE loose;");
    var report = lab.deploy(d -> d.dryRun().probeTimeout(1));
    assertThat(report.probes().get(0).precision()).isEqualTo("estimated");
    assertThat(report.probes().get(0).text())
        .isEqualTo(
            "rows in public.loose: at most about 3.0 M rows (estimated, the count took longer than"
                + " 1 ms)");
  }

  @Test
  void saysWhoStandsInTheWay() throws SQLException {
    var lab = lab(17).migration("V2__c.sql", "ALTER TABLE users ADD COLUMN more text;");
    try (var other = Connections.open(databases.get(0).settings());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SET LOCAL application_name = 'a report'");
      statement.execute("SELECT * FROM users");
      var report = lab.deploy(d -> d.dryRun());
      assertThat(probes(report))
          .anyMatch(
              text ->
                  text.startsWith("public.users is locked by others now (ACCESS SHARE): process ")
                      && text.contains("application a report, idle in transaction, transaction"));
    }
  }

  @Test
  void doesNotFailForWantOfTheRightToRead() throws Exception {
    var lab = lab(17);
    assertThat(lab.query("SELECT count(*) FROM users")).containsExactly("3");
    var settings = databases.get(0).settings();
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement()) {
      statement.execute("REVOKE ALL ON teams FROM CURRENT_USER");
      statement.execute("DROP ROLE IF EXISTS tidegate_reader");
      statement.execute(
          "CREATE ROLE tidegate_reader LOGIN PASSWORD '"
              + settings.password().orElseThrow().reveal()
              + "'");
      statement.execute("GRANT SELECT ON flyway_schema_history TO tidegate_reader");
    }
    var reader =
        new ConnectionSettings(
            settings.url(),
            java.util.Optional.of("tidegate_reader"),
            settings.password(),
            "the test",
            false);
    var lab2 = new Lab(folder, reader);
    lab2.migration("V2__d.sql", "ALTER TABLE users ALTER COLUMN bio SET NOT NULL;");
    var report = lab2.deploy(d -> d.dryRun());
    assertThat(report.problem()).isEmpty();
    assertThat(report.probes().get(0).precision()).isEqualTo("unknown");
    assertThat(report.probes().get(0).text()).contains("insufficient_privilege (SQLSTATE 42501)");
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement()) {
      statement.execute("DROP OWNED BY tidegate_reader");
      statement.execute("DROP ROLE tidegate_reader");
    }
  }

  @Test
  void theStatementThatSomebodyWroteDecidesWhatIsLocked() {
    var lab = lab(17);
    lab.migration("V2__i.sql", "create index by_email\n  on users (email);");
    lab.migration("V3__i.sql", "create index concurrently by_bio on users (bio);");
    lab.migration("V4__c.sql", "ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID;");
    lab.migration("V5__t.sql", "ALTER TABLE users ALTER COLUMN id TYPE bigint;");
    var report = lab.deploy(d -> d.dryRun());
    assertThat(report.migrations())
        .extracting(PostgresProbesTest::lasting)
        .containsExactly(
            List.of("full-scan:public.users", "blocks-writes:public.users"),
            List.of("full-scan:public.users", "not-transactional:public.by_bio"),
            List.of(),
            List.of(
                "breaks-readers:public.users.id",
                "table-rewrite:public.users",
                "blocks-reads:public.users"));
  }

  private static List<String> lasting(MigrationEntry migration) {
    return migration.hazards().stream()
        .filter(hazard -> !hazard.brief())
        .map(MigrationEntry.PendingHazard::approval)
        .toList();
  }

  @Test
  void asksNothingWhereNothingIsPending() throws IOException {
    var lab = lab(17);
    assertThat(lab.deploy().probes()).isEmpty();
    assertThat(Files.exists(folder.resolve("m/V1__start.sql"))).isTrue();
  }

  private static final String TOKENS = "query_to_xml('select * from tokens', true, true, '')::text";

  /** What evaluates an expression that calls something, and the call. */
  static Stream<Arguments> hostile() {
    var called = TOKENS + "::int > 0";
    return Stream.of(
        Arguments.of("ADD CONSTRAINT c CHECK (" + called + ")", "query_to_xml"),
        Arguments.of("ADD CONSTRAINT c CHECK (pg_sleep(big) IS NOT NULL)", "pg_sleep"),
        Arguments.of("ADD CONSTRAINT c CHECK (pg_terminate_backend(id))", "pg_terminate_backend"),
        Arguments.of("ADD CONSTRAINT c CHECK (lo_creat(id) > 0)", "lo_creat"),
        Arguments.of("ADD CONSTRAINT c CHECK (set_config('a.b', bio, false) = '')", "set_config"),
        Arguments.of("ADD CONSTRAINT c CHECK (pg_read_file(bio) = '')", "pg_read_file"),
        Arguments.of("ADD CONSTRAINT c CHECK (act(id))", "public.act"),
        Arguments.of("ADD CONSTRAINT c CHECK (id OPERATOR(public.###) 1)", "public.###"),
        Arguments.of("ADD CONSTRAINT c CHECK (id::guarded > 0)", "public.guarded"),
        Arguments.of(
            "ADD COLUMN g boolean GENERATED ALWAYS AS (act(id)) STORED,"
                + " ADD CONSTRAINT c CHECK (g)",
            "public.act"),
        Arguments.of("ADD EXCLUDE USING btree ((act(id)) WITH =)", "public.act"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void evaluatesNothingThatMayActOrReadMore(String change, String called) throws SQLException {
    assertNotAsked("ALTER TABLE users " + change + ";", called);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE UNIQUE INDEX u ON users (act(id));",
        "CREATE UNIQUE INDEX u ON users (email) WHERE act(id);",
        "ALTER DOMAIN quiet ADD CONSTRAINT c CHECK (act(value));"
      })
  void evaluatesNothingOfAnIndexOrADomainThatMayAct(String change) throws SQLException {
    assertNotAsked(change, "public.act");
  }

  private void assertNotAsked(String change, String called) throws SQLException {
    var lab = lab(17);
    lab.migration(
        "V2__there.sql",
        "CREATE TABLE tokens (word text);"
            + " CREATE FUNCTION act(integer) RETURNS boolean LANGUAGE plpgsql IMMUTABLE"
            + " AS 'BEGIN RAISE EXCEPTION ''s3cret-word''; END';"
            + " CREATE FUNCTION same(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE"
            + " AS 'SELECT $1 = $2';"
            + " CREATE OPERATOR ### (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same);"
            + " CREATE DOMAIN guarded AS integer CHECK (act(value));"
            + " CREATE DOMAIN quiet AS integer; CREATE TABLE of_quiet (q quiet);");
    assertThat(lab.deploy().problem()).isEmpty();
    lab.execute("INSERT INTO tokens VALUES ('s3cret-word'); INSERT INTO of_quiet VALUES (1)");
    var report = lab.migration("V3__hostile.sql", change).deploy(d -> d.dryRun());
    assertThat(probes(report)).anyMatch(text -> text.endsWith("not asked: calls " + called));
    assertThat(report.toString()).doesNotContain("s3cret");
  }

  @Test
  void aFailedAnswerSaysNothingOfTheRows() {
    var lab = lab(17);
    lab.migration("V2__c.sql", "ALTER TABLE users ADD CONSTRAINT c CHECK (email::integer > 0);");
    assertThat(probes(lab.deploy(d -> d.dryRun())))
        .anyMatch(text -> text.endsWith("invalid_text_representation (SQLSTATE 22P02)"))
        .noneMatch(text -> text.contains("@x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lower(email) ~~ '%@x'::text AND big < 1000",
        "born <= now() AND EXTRACT(year FROM born) > 2025",
        "coalesce(length(bio), 0) > 5 OR state IN ('odd', 'old')",
        "big::numeric(14,2) BETWEEN 6 AND 8 AND TRIM(BOTH FROM email) <> ''",
        "state::text = ANY (ARRAY['x', 'y']) AND (state = 'new'::state OR NOT (big > 1))"
      })
  void asksWhatOnlyComputes(String check) {
    var lab = lab(17);
    lab.migration("V2__c.sql", "ALTER TABLE users ADD CONSTRAINT c CHECK (" + check + ");");
    assertThat(lab.deploy(d -> d.dryRun()).probes()).anyMatch(probe -> probe.stops());
  }
}
