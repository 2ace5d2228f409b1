package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.ProbeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same questions as on PostgreSQL, where most new rules mean that a table is made anew. */
class SqliteProbesTest {
  private static final String USERS =
      "(id INTEGER PRIMARY KEY, bio TEXT%s, email TEXT%s, team_id INTEGER%s, big INTEGER%s)";

  private final Path folder;

  SqliteProbesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Lab lab() throws IOException, SQLException {
    Files.createFile(folder.resolve("app.db"));
    var lab =
        new Lab(folder, ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "the test"));
    lab.migration(
        "V1__start.sql",
        "CREATE TABLE teams (id INTEGER PRIMARY KEY); CREATE TABLE users "
            + USERS.formatted("", "", "", "")
            + ";");
    lab.deploy();
    return lab.execute("INSERT INTO teams VALUES (1)")
        .execute(
            "INSERT INTO users VALUES (1, 'x', 'a@x', 1, 5), (2, NULL, 'a@x', 9, 5000),"
                + " (3, NULL, 'b@x', NULL, 7)");
  }

  private static String rebuilt(String bio, String email, String team, String big, String select) {
    return "CREATE TABLE users_new "
        + USERS.formatted(bio, email, team, big)
        + "; INSERT INTO users_new (id, bio, email, team_id, big) SELECT "
        + select
        + " FROM users; DROP TABLE users; ALTER TABLE users_new RENAME TO users;";
  }

  static Stream<Arguments> failures() {
    var all = "id, bio, email, team_id, big";
    return Stream.of(
        Arguments.of(
            rebuilt(" NOT NULL", "", "", "", all),
            "2 NULLs in users.bio, keys: 2, 3",
            rebuilt(" NOT NULL", "", "", "", "id, coalesce(bio, ''), email, team_id, big")),
        Arguments.of(
            "CREATE UNIQUE INDEX by_email ON users (email);",
            "1 group of rows that collide under by_email, keys: 1 and 2",
            "UPDATE users SET email = 'c' WHERE id = 2;"
                + " CREATE UNIQUE INDEX by_email ON users (email);"),
        Arguments.of(
            rebuilt("", "", "", " CHECK (big < 1000)", all),
            "1 row that break ",
            "UPDATE users SET big = 1 WHERE big > 1000;"
                + rebuilt("", "", "", " CHECK (big < 1000)", all)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void stopsBeforeWhatIsCertainToFail(String failing, String said, String mended)
      throws IOException, SQLException {
    var lab = lab().migration("V2__next.sql", failing);
    var problem = lab.deploy().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.DATA_WOULD_REFUSE);
    assertThat(problem.detail()).hasSize(1);
    assertThat(problem.detail().get(0)).startsWith("V2__next.sql: " + said);
    assertThat(problem.state()).contains("nothing was changed");
    assertThat(lab.query("SELECT count(*) FROM users")).containsExactly("3");

    var report = lab.migration("V2__next.sql", mended).deploy();
    assertThat(report.problem()).isEmpty();
    assertThat(report.probes())
        .anyMatch(probe -> probe.why().orElse("").contains("may change these rows before"));
  }

  @Test
  void countsOrphans() throws IOException, SQLException {
    var lab =
        lab()
            .migration(
                "V2__next.sql",
                rebuilt("", "", " REFERENCES teams (id)", "", "id, bio, email, team_id, big"));
    assertThat(lab.deploy(d -> d.dryRun()).probes())
        .extracting(ProbeEntry::text)
        .anyMatch(text -> text.startsWith("at most 1 row that refer to nothing by users."));
  }

  @Test
  void countsWhatWouldBeLost() throws IOException, SQLException {
    var lab =
        lab()
            .migration(
                "V2__lose.sql",
                "ALTER TABLE users DROP COLUMN bio; DELETE FROM users WHERE id > 1;"
                    + " DROP TABLE teams;");
    assertThat(lab.deploy(d -> d.dryRun()).probes())
        .extracting(ProbeEntry::text)
        .contains("1 value in users.bio", "2 rows in users", "1 row in teams");
  }

  @Test
  void asksUnderTheNamesThatTheDatabaseHasNow() throws IOException, SQLException {
    var lab = lab();
    lab.migration("V2__n.sql", "ALTER TABLE users RENAME TO people;");
    lab.migration("V3__n.sql", "CREATE UNIQUE INDEX by_email ON people (email);");
    var problem = lab.deploy().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ProblemCode.DATA_WOULD_REFUSE);
    assertThat(problem.hint().orElseThrow()).contains("users");
  }
}
