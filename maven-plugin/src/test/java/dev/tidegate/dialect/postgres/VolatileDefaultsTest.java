package dev.tidegate.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.dialect.Scope;
import dev.tidegate.scratch.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class VolatileDefaultsTest {
  @Test
  void aFunctionIsWhatItWasDeclaredNotWhatItsTextSays() throws SQLException {
    try (var database = TestPostgres.database(17);
        var connection = database.connect()) {
      Inspected.run(
          connection,
          """
          CREATE FUNCTION a() RETURNS int LANGUAGE plpgsql AS '-- stable
           begin return 1; end';
          CREATE FUNCTION b() RETURNS int LANGUAGE plpgsql STABLE STRICT AS 'begin return 1; end';
          CREATE FUNCTION c() RETURNS int LANGUAGE sql IMMUTABLE RETURN 1;
          CREATE FUNCTION c(n int) RETURNS int LANGUAGE sql VOLATILE AS 'select 1';
          """);
      var defaults =
          new VolatileDefaults(new PostgresDialect().inspector().inspect(connection, Scope.all()));
      assertThat(defaults.isVolatile("public.a()")).isTrue();
      assertThat(defaults.isVolatile("public.b()")).isFalse();
      assertThat(defaults.isVolatile("public.c()")).isTrue();
    }
  }
}
