package dev.tidegate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.render.Statement;
import dev.tidegate.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every loss, and everything that may fail on data, can be counted before the plan runs, by a query
 * that runs on the first state, changes nothing and gives one number.
 */
record ProbeLaws(ScratchDatabase from) {

  /** What the probe of a hazard has counted. */
  record Count(Hazard hazard, long found) {
    String line() {
      return hazard.approval() + " " + found;
    }
  }

  /** Asserts it, and returns the numbers. */
  List<Count> check(List<Statement> statements) throws SQLException {
    var counts = new ArrayList<Count>();
    try (var connection = from.connect()) {
      connection.setAutoCommit(false);
      for (var statement : statements) {
        for (var hazard : statement.hazards()) {
          if (hazard.type().destroysData() || hazard.type() == HazardType.MAY_FAIL_ON_DATA) {
            assertThat(hazard.probe()).as("probe of " + hazard).isPresent();
            counts.add(new Count(hazard, count(connection, hazard.probe().orElseThrow())));
          }
        }
      }
      connection.rollback();
    }
    return counts;
  }

  private static long count(Connection connection, String probe) {
    try (var sql = connection.createStatement();
        var rows = sql.executeQuery(probe)) {
      assertThat(rows.getMetaData().getColumnCount()).as(probe).isEqualTo(1);
      assertThat(rows.next()).as(probe).isTrue();
      var found = rows.getLong(1);
      assertThat(rows.wasNull()).as(probe).isFalse();
      assertThat(rows.next()).as(probe).isFalse();
      return found;
    } catch (SQLException e) {
      throw new AssertionError(probe, e);
    }
  }

  /** Runs the plan in one transaction, as a deploy does. */
  void assertFailsAsCounted(List<Statement> statements, List<Count> counts) throws SQLException {
    var failing =
        counts.stream()
            .filter(count -> count.hazard().type() == HazardType.MAY_FAIL_ON_DATA)
            .anyMatch(count -> count.found() > 0);
    try (var connection = from.connect()) {
      connection.setAutoCommit(false);
      assertThat(fails(connection, statements)).as("the plan fails").isEqualTo(failing);
      connection.rollback();
    }
  }

  private static boolean fails(Connection connection, List<Statement> statements)
      throws SQLException {
    for (var statement : statements) {
      try (var sql = connection.createStatement()) {
        sql.execute(statement.sql());
      } catch (SQLException e) {
        // Of what is in the rows: https://www.postgresql.org/docs/current/errcodes-appendix.html
        var state = Optional.ofNullable(e.getSQLState()).orElse("none");
        assertThat(state + " " + e.getMessage()).matches("(?s)(22|23)... .*|.*SQLITE_CONSTRAINT.*");
        return true;
      }
    }
    return false;
  }
}
