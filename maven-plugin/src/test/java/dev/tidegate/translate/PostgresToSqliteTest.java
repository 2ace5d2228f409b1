package dev.tidegate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dialect.Scope;
import dev.tidegate.scratch.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresToSqliteTest {
  @Test
  void namesTheColumnsThatAnIndexOnlyCarries() throws SQLException {
    try (var database = TestPostgres.database(17);
        var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t (a int, b int, CONSTRAINT t_pkey PRIMARY KEY (a) INCLUDE (b));"
              + "CREATE INDEX t_b ON t (b) INCLUDE (a)");
      var schema = TestPostgres.dialect().inspector().inspect(connection, Scope.all());
      assertThat(SchemaTranslator.postgresToSqlite().translate(schema).notes())
          .contains(
              "constraint public.t.t_pkey: no counterpart of INCLUDE (b)",
              "index public.t_b: no counterpart of INCLUDE (a)");
    }
  }
}
