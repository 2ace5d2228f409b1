package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.report.StatusReport;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person reads at three in the morning, on every database. */
abstract class StatusContract {

  /** An empty database and an empty folder. */
  abstract Lab lab();

  /** The name as reports have it. */
  abstract String qualified(String name);

  /** The text without what is another one each time. */
  static String text(StatusReport report) {
    return report
        .text()
        .replace(report.database().url(), "DATABASE")
        .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2} UTC( by [a-z_]+)?", "THEN");
  }

  @Test
  void ofAnEmptyDatabaseWithoutFiles() {
    assertThat(text(lab().status(false, false)))
        .isEqualTo(
            """
            status: DATABASE is at version (none), no migrations
            drift: not checked
            note: drift was not checked: the database has no history
            next: mvn tidegate:diff -Dtidegate.from=empty -Dtidegate.name=init""");
  }

  @Test
  void ofThreeMigrationsOfWhichOneWaits() throws SQLException {
    var lab =
        lab()
            .migration("V1__a.sql", "CREATE TABLE a (x int); INSERT INTO a VALUES (1), (2);")
            .migration("V2__b.sql", "CREATE TABLE b (x int);");
    lab.deploy(d -> d.environment("staging"));
    lab.migration("V3__c.sql", "CREATE TABLE c (x int);");
    assertThat(text(lab.statusCounted()))
        .isEqualTo(
            """
            status: DATABASE is at version 2: 2 applied, 1 pending
              pending         V3__c.sql
              applied         V1__a.sql  THEN
              applied         V2__b.sql  THEN
            drift: none, the database is what its migrations build
            rows:
                         2  %s
                         0  %s
            next: mvn tidegate:deploy -Dtidegate.environment=staging"""
                .formatted(qualified("a"), qualified("b")));
    lab.deploy(d -> d.environment("staging"));
    assertThat(text(lab.status(true, true))).endsWith("next: nothing to do");
    lab.execute("DROP TABLE c");
    lab.execute("ALTER TABLE a ADD COLUMN byhand int");
    assertThat(text(lab.status(false, false)))
        .contains(
            "drift: 2 differences ([+] only in the database, [-] only in the migrations, [*] in both)",
            "  [-] table " + qualified("c") + "\n",
            "  [+] column " + qualified("a.byhand") + "\n")
        .endsWith("next: mvn tidegate:diff -Dtidegate.from=target -Dtidegate.to=migrations");
  }

  @Test
  void ofAHistoryThatIsLong() {
    var lab = lab();
    for (var i = 1; i <= 300; i++) {
      lab.migration("V%d__m.sql".formatted(i), "SELECT %d;".formatted(i));
    }
    lab.deploy(d -> d.upTo("280"));
    var text = text(lab.status(false, false));
    assertThat(text)
        .contains(
            "280 applied, 20 pending",
            "  pending         V281__m.sql",
            "  … 10 more pending, in the report file",
            "  … 270 more applied before, in the report file",
            "  applied         V280__m.sql  THEN")
        .doesNotContain("V291__m.sql", "V270__m.sql");
    assertThat(Pattern.compile("\n").matcher(text).results().count()).isLessThan(30);
    assertThat(lab.status(false, false).migrations()).hasSize(300);
    assertThat(lab.status(false, false).markdown()).contains("V1__m.sql", "V300__m.sql");
  }

  @Test
  void ofADatabaseThatNobodyHasAdopted() throws SQLException {
    var lab = lab().execute("CREATE TABLE a (x int)").migration("V1__a.sql", "SELECT 1;");
    assertThat(text(lab.status(false, false)))
        .contains(
            "a deploy would be refused: TG-2107 the database is not empty",
            "  it has 1 table: " + qualified("a"),
            "next: adopt it at the version it is at: mvn tidegate:deploy -Dtidegate.baseline=");
  }

  @Test
  void markdownAndJsonSayTheSame() throws SQLException {
    var lab = lab().migration("V1__a.sql", "CREATE TABLE a (x int);");
    lab.deploy();
    lab.execute("CREATE TABLE byhand (x int)").migration("V2__b.sql", "SELECT 1;");
    var report = lab.status(false, false);
    for (var form : new String[] {report.markdown(), dev.tidegate.report.JsonFormat.of(report)}) {
      assertThat(form)
          .contains("V1__a.sql", "V2__b.sql", "[+] table " + qualified("byhand"))
          .contains("tidegate:diff -Dtidegate.from=target -Dtidegate.to=migrations");
    }
  }
}
