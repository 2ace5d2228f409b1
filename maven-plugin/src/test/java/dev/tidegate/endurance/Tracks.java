package dev.tidegate.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.command.Lab;
import dev.tidegate.jdbc.Product;
import dev.tidegate.migration.MigrationStatus;
import dev.tidegate.report.StatusReport;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Migrations that leave a track: a row for each of their steps, so that the database itself tells
 * what has run and how often, whatever the history says.
 *
 * @param product whose SQL they are
 */
record Tracks(Product product) {
  /** The versions that are to be applied; the first one only prepares. */
  static final int LAST = 7;

  /** This one runs outside of a transaction, statement by statement. */
  private static final int STEPWISE = 4;

  /** This one holds nothing but an index that is built while others write. */
  private static final int INDEX_ALONE = 6;

  private static final int STEPS = 4;
  private static final int ROWS = 400;

  private static final Pattern STOPPED =
      Pattern.compile("V4__steps\\.sql stopped (?:before|in) statement (\\d+) of (\\d+)");

  /** The migration before the ones that are killed. */
  void prepare(Lab lab) {
    lab.migration(
        "V1__tracks.sql",
        "CREATE TABLE track (version integer, step integer);\n"
            + "CREATE TABLE account (id integer PRIMARY KEY, balance integer NOT NULL);\n"
            + "INSERT INTO account VALUES "
            + IntStream.rangeClosed(1, ROWS)
                .mapToObj(id -> "(" + id + ", " + 10 * id + ")")
                .collect(Collectors.joining(", "))
            + ";\n");
  }

  /** The migrations that are killed: whole ones, one in steps, one that is an index. */
  void write(Lab lab) {
    for (var version = 2; version <= LAST; version++) {
      switch (version) {
        case STEPWISE -> steps(lab);
        case INDEX_ALONE -> lab.migration("V6__index.sql", index("by_balance"));
        default -> lab.migration("V" + version + "__whole.sql", whole(version));
      }
    }
  }

  private String whole(int version) {
    var sql = new StringBuilder();
    for (var step = 1; step <= STEPS; step++) {
      sql.append(track(version, step)).append(pause());
    }
    sql.append("ALTER TABLE account ADD COLUMN of_%d integer;\n".formatted(version));
    return sql.append("UPDATE account SET of_%d = balance;\n".formatted(version)).toString();
  }

  /** The sum would tell a step that ran twice. */
  private void steps(Lab lab) {
    var sql = new StringBuilder();
    sql.append(track(STEPWISE, 1)).append(index("by_balance_and_id"));
    sql.append(track(STEPWISE, 2));
    sql.append("UPDATE account SET balance = balance + 1 WHERE id <= 10;\n");
    sql.append(track(STEPWISE, 3))
        .append(product == Product.SQLITE ? "VACUUM;\n" : "VACUUM account;\n");
    sql.append(track(STEPWISE, STEPS));
    lab.migration("V4__steps.sql", sql.toString());
    lab.migration("V4__steps.sql.conf", "executeInTransaction=false\n");
  }

  private static String track(int version, int step) {
    return "INSERT INTO track VALUES (%d, %d);\n".formatted(version, step);
  }

  private String index(String name) {
    return product == Product.SQLITE
        ? "CREATE INDEX %s ON account (balance);\n".formatted(name)
        : "CREATE INDEX CONCURRENTLY %s ON account (balance);\n".formatted(name);
  }

  /** Time to be killed in. */
  private String pause() {
    return product == Product.SQLITE
        ? "CREATE TABLE pause AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 60000) SELECT i FROM n; DROP TABLE pause;\n"
        : "SELECT pg_sleep(0.03);\n";
  }

  /** Whether what the status says of each migration is what the tracks say. */
  void assertTrue(StatusReport status, Lab lab) throws SQLException {
    var tracks = tracks(lab);
    for (var entry : status.migrations()) {
      var version = Integer.parseInt(entry.version().orElseThrow());
      var steps = tracks.getOrDefault(version, List.of());
      if (version == 1 || version == INDEX_ALONE) {
        continue;
      }
      if (entry.status() == MigrationStatus.APPLIED) {
        assertThat(steps).as("steps of applied version %d", version).hasSize(STEPS);
      } else if (version == STEPWISE) {
        assertThat(steps.size()).as(status.text()).isEqualTo(stepsBefore(status));
      } else {
        assertThat(steps).as("steps of version %d, not applied", version).isEmpty();
      }
    }
  }

  /** How many tracks the steps before the one that the status names leave. */
  private static int stepsBefore(StatusReport status) {
    if (status.text().contains("V4__steps.sql ran to its end")) {
      return STEPS;
    }
    var stopped = STOPPED.matcher(status.text());
    return stopped.find() ? Integer.parseInt(stopped.group(1)) / 2 : 0;
  }

  /** Whether everything ran, each step once, and nothing of an attempt was left. */
  void assertWhole(Lab lab) throws SQLException {
    var tracks = tracks(lab);
    for (var version = 2; version <= LAST; version++) {
      if (version != INDEX_ALONE) {
        assertThat(tracks.get(version))
            .as("version %d", version)
            .containsExactly("1", "2", "3", "4");
      }
    }
    assertThat(lab.query("SELECT sum(balance) FROM account"))
        .containsExactly(Integer.toString(10 * ROWS * (ROWS + 1) / 2 + 10));
    assertThat(lab.query("SELECT count(*) FROM account WHERE of_7 IS NOT NULL"))
        .containsExactly(Integer.toString(ROWS));
    assertThat(lab.query("SELECT version FROM flyway_schema_history WHERE success ORDER BY 1"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7");
    assertThat(lab.query("SELECT version FROM flyway_schema_history WHERE NOT success")).isEmpty();
    assertIndexes(lab);
  }

  private void assertIndexes(Lab lab) throws SQLException {
    var indexes =
        product == Product.SQLITE
            ? "SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'by%' ORDER BY 1"
            : "SELECT c.relname || CASE WHEN indisvalid THEN '' ELSE ' INVALID' END FROM pg_index"
                + " JOIN pg_class c ON c.oid = indexrelid WHERE c.relname LIKE 'by%' ORDER BY 1";
    assertThat(lab.query(indexes)).containsExactly("by_balance", "by_balance_and_id");
  }

  private static TreeMap<Integer, List<String>> tracks(Lab lab) throws SQLException {
    return lab.query("SELECT version || '.' || step FROM track ORDER BY version, step").stream()
        .map(text -> text.split("\\."))
        .collect(
            Collectors.groupingBy(
                pair -> Integer.parseInt(pair[0]),
                TreeMap::new,
                Collectors.mapping(pair -> pair[1], Collectors.toList())));
  }
}
