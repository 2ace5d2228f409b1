package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.scratch.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of row types go to the attributes of their names, wherever these now stand. */
class CarriedRowTypesTest {
  private static final String TABLE =
      """
      CREATE TYPE homes AS (one address, others address[]);
      CREATE TABLE people (id integer, home address, former address[], homes homes);
      """;

  private static final String BEFORE =
      "CREATE TYPE address AS (street text, number integer, town text);" + TABLE;

  private static final String AFTER =
      "CREATE TYPE address AS (town text, zip integer, street text, number bigint);" + TABLE;

  private static final String ROWS =
      """
      INSERT INTO people VALUES
        (1, ROW('Elm', 3, 'Bath'), ARRAY[ROW('Oak', 4, 'York')::address, NULL],
         ROW(ROW('Ash', 5, 'Ely')::address, ARRAY[ROW('Fir', 6, 'Deal')::address])::homes),
        (2, NULL, '{}', NULL),
        (3, ROW(NULL, NULL, NULL), NULL, ROW(NULL, '{}')::homes);
      """;

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void valuesFollowTheNamesOfTheirAttributes(int major) throws SQLException {
    try (var from = TestPostgres.database(major);
        var to = TestPostgres.database(major);
        var connection = from.connect();
        var target = to.connect()) {
      Inspected.run(connection, BEFORE + ROWS);
      Inspected.run(target, AFTER);
      var dialect = new PostgresDialect();
      var schemas =
          new Pair<>(
              dialect.inspector().inspect(connection, Scope.all()),
              dialect.inspector().inspect(target, Scope.all()));
      for (var statement : dialect.statements(schemas)) {
        Inspected.run(connection, statement.sql());
      }
      assertThat(people(connection))
          .containsExactly(
              "1|(Bath,,Elm,3)|{\"(York,,Oak,4)\",NULL}|(\"(Ely,,Ash,5)\",\"{\"\"(Deal,,Fir,6)\"\"}\")",
              "2|null|{}|null",
              "3|(,,,)|null|(,{})");
    }
  }

  private static List<String> people(Connection connection) throws SQLException {
    var rows = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var results = statement.executeQuery("SELECT * FROM people ORDER BY id")) {
      while (results.next()) {
        rows.add(
            results.getString(1)
                + "|"
                + results.getString(2)
                + "|"
                + results.getString(3)
                + "|"
                + results.getString(4));
      }
    }
    return rows;
  }
}
