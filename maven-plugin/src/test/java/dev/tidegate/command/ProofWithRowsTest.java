package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Strategy;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import dev.tidegate.scratch.TestSqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofWithRowsTest {
  private static final ObjectId USERS = ObjectId.of(ObjectKind.TABLE, "users");

  private final Scratch scratch = TestSqlite.scratch();

  @Test
  void refusesAPlanThatLosesRowsInSilence() throws SQLException {
    assertThatThrownBy(() -> prove("DELETE FROM users WHERE id = 2"))
        .hasMessageContaining("TG-3009 the plan does not keep the rows of table users");
  }

  @Test
  void refusesAPlanThatChangesValuesInSilence() throws SQLException {
    assertThatThrownBy(() -> prove("UPDATE users SET name = NULL"))
        .hasMessageContaining("TG-3009 the plan does not keep the rows of table users");
  }

  @Test
  void provesAgainWithoutRowsWhatFailsOnThem() throws SQLException {
    assertThat(prove("UPDATE users SET id = 1"))
        .singleElement()
        .asString()
        .startsWith("the plan was proved without rows in users: on rows made up for the proof")
        .contains("UNIQUE constraint failed");
  }

  @Test
  void leavesOutOneTableAfterTheOther() throws SQLException {
    var sql = "CREATE TABLE a (n integer); CREATE TABLE b (n integer); CREATE TABLE c (n text)";
    var postgres = TestPostgres.server(17);
    try (var from = built(postgres, sql)) {
      var schema = schema(postgres, from);
      var schemas = new Pair<>(schema, schema);
      var statements =
          List.of(
              statement("a", "INSERT INTO a SELECT 1 / (random() * 0)::integer FROM a"),
              statement("b", "INSERT INTO b SELECT 1 / (random() * 0)::integer FROM b"),
              statement("c", "UPDATE c SET n = NULL"));
      assertThatThrownBy(
              () ->
                  new ProofWithRows(postgres, Scope.all(), schemas)
                      .of(schemas, from, List.of(), statements))
          .hasMessageContaining("TG-3009 the plan does not keep the rows of table public.c");
      var proved =
          new ProofWithRows(postgres, Scope.all(), schemas)
              .of(schemas, from, List.of(), statements.subList(0, 2));
      assertThat(proved.notes())
          .hasSize(2)
          .anyMatch(note -> note.startsWith("the plan was proved without rows in public.a:"))
          .anyMatch(note -> note.startsWith("the plan was proved without rows in public.b:"));
    }
  }

  private static Statement statement(String table, String sql) {
    return new Statement(sql, ObjectId.of(ObjectKind.TABLE, "public", table), List.of());
  }

  @Test
  void saysNothingOfAPlanThatKeepsAllRows() throws SQLException {
    assertThat(prove("UPDATE users SET name = name")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres/rows-made-for-types-of-every-kind",
        "postgres/rows-through-changes-of-a-partitioned-table",
        "both/rows-made-for-tables-that-refer-to-each-other"
      })
  void makesRowsForAllTablesOfAScenario(String scenario) throws Exception {
    var postgres = TestPostgres.server(17);
    var folder = Path.of("src/test/resources/scenarios", scenario);
    try (var from = built(postgres, Files.readString(folder.resolve("from.sql")));
        var to = built(postgres, Files.readString(folder.resolve("to.sql")))) {
      var schemas = new Pair<>(schema(postgres, from), schema(postgres, to));
      var strategy = new Strategy(false, List.of(), 17);
      var result = new SchemaDiff(postgres, Scope.all(), strategy).of(schemas, from, List.of());
      assertThat(result.notes()).isEmpty();
    }
  }

  private static ScratchDatabase built(Scratch scratch, String sql) throws SQLException {
    var database = scratch.create();
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return database;
  }

  private static Schema schema(Scratch scratch, ScratchDatabase database) throws SQLException {
    try (var connection = database.connect()) {
      return scratch.dialect().inspector().inspect(connection, Scope.all());
    }
  }

  /** The notes of a proof from a schema to itself. */
  private List<String> prove(String sql) throws SQLException {
    try (var database = built(scratch, "CREATE TABLE users (id integer PRIMARY KEY, name text)")) {
      var schema = schema(scratch, database);
      var schemas = new Pair<>(schema, schema);
      return new ProofWithRows(scratch, Scope.all(), schemas)
          .of(schemas, database, List.of(), List.of(new Statement(sql, USERS, List.of())))
          .notes();
    }
  }
}
