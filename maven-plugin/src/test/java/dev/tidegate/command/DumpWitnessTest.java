package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidegate.problem.TidegateException;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.scratch.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs where a pg_dump is on the path, and is shown as skipped where there is none. */
class DumpWitnessTest {
  private static final int OLDEST = 14;

  @Test
  void equalDumpsAreNoProblemAndOthersAreNamed() throws SQLException {
    var scratch = TestPostgres.server(OLDEST);
    var witness = new DumpWitness(scratch, false);
    assumeTrue(hasProgram(witness), "no pg_dump on the path");
    try (var from = scratch.create();
        var to = scratch.create()) {
      try (var connection = to.connect();
          var sql = connection.createStatement()) {
        sql.execute("CREATE TABLE t (id int, n text)");
      }
      witness.require(from, to, List.of(statement("CREATE TABLE t (n text, id int)")));
      assertThatThrownBy(
              () -> witness.require(from, to, List.of(statement("CREATE TABLE t (id bigint)"))))
          .hasMessageContaining("TG-3011")
          .hasMessageContaining("CREATE TABLE public.t");
    }
  }

  private static boolean hasProgram(DumpWitness witness) {
    try {
      witness.requireProgram();
      return true;
    } catch (TidegateException e) {
      return false;
    }
  }

  private static Statement statement(String sql) {
    return new Statement(sql, ObjectId.of(ObjectKind.TABLE, "public", "t"), List.of());
  }
}
