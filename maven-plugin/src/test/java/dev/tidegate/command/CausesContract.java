package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.report.MigrationEntry.PendingHazard;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each hazard is told with the statement of its file that brings it about. */
abstract class CausesContract {
  private static final String START =
      """
      CREATE TABLE users (id integer PRIMARY KEY, name text, legacy text, other text);
      CREATE TABLE old (id integer PRIMARY KEY);
      """;

  /** A database and an empty folder. */
  abstract Lab lab();

  /** A name as hazards have it. */
  abstract String qualified(String name);

  /** The numbers of the statements of a file that is pending after the start, by hazard. */
  final SortedMap<String, String> causes(String sql) {
    var lab = lab().migration("V1__start.sql", START + moreStart());
    lab.deploy();
    lab.migration("V2__next.sql", sql);
    var found = new TreeMap<String, String>();
    for (var hazard : hazards(lab)) {
      found.merge(
          hazard.approval(),
          hazard.statement().map(String::valueOf).orElse("whole")
              + hazard.lock().map(lock -> " " + lock).orElse(""),
          (one, other) -> one.equals(other) ? one : one + " | " + other);
    }
    return found;
  }

  String moreStart() {
    return "";
  }

  private static List<PendingHazard> hazards(Lab lab) {
    var report = lab.deploy(d -> d.dryRun());
    return report.migrations().get(0).hazards();
  }

  /** What stands for the lock, where there is one. */
  abstract String locked(String table);

  @Test
  void dropsAreToldApart() {
    assertThat(
            causes(
                """
                CREATE TABLE fresh (id integer);
                ALTER TABLE users DROP COLUMN legacy;
                INSERT INTO fresh VALUES (1);
                DROP TABLE old;
                ALTER TABLE users DROP COLUMN other;
                """))
        .containsEntry("drop-column:" + qualified("users.legacy"), "2" + locked("users"))
        .containsEntry("drop-table:" + qualified("old"), "4" + locked("old"))
        .containsEntry("drop-column:" + qualified("users.other"), "5" + locked("users"));
  }

  @Test
  void whatIsRenamedAndThenDroppedGoesWithTheDrop() {
    assertThat(
            causes(
                """
                ALTER TABLE old RENAME TO gone;
                ALTER TABLE users RENAME COLUMN legacy TO unused;
                DROP TABLE gone;
                ALTER TABLE users DROP COLUMN unused;
                """))
        .containsEntry("drop-table:" + qualified("old"), "3" + locked("old"))
        .containsEntry("drop-column:" + qualified("users.legacy"), "4" + locked("users"));
  }

  @Test
  void renameIsToldWithTheStatementThatRenames() {
    assertThat(
            causes(
                    """
                CREATE TABLE fresh (id integer);
                ALTER TABLE users RENAME COLUMN name TO title;
                ALTER TABLE users RENAME TO people;
                """)
                .get("breaks-readers:" + qualified("users.name")))
        .contains("2" + locked("users"));
  }

  @Test
  void statementsThatTakeRowsAwayAreNumbered() {
    assertThat(
            causes(
                """
                CREATE TABLE fresh (id integer);
                DELETE FROM users WHERE id > 5;
                UPDATE users SET name = 'x';
                """))
        .containsEntry("delete:" + qualified("users"), "2" + lockedByRows("users"))
        .containsEntry("delete:" + qualified("users.name"), "3" + lockedByRows("users"));
  }

  abstract String lockedByRows(String table);

  @Test
  void newRuleIsToldWithWhatAddsIt() {
    assertThat(
            causes(
                    """
                CREATE TABLE fresh (id integer);
                CREATE UNIQUE INDEX one ON old (id);
                CREATE UNIQUE INDEX users_name ON users (name);
                """)
                .entrySet()
                .stream()
                .filter(it -> it.getKey().startsWith("may-fail-on-data"))
                .toList())
        .allSatisfy(
            it -> assertThat(it.getValue()).startsWith(it.getKey().endsWith("one") ? "2" : "3"))
        .hasSize(2);
  }
}
