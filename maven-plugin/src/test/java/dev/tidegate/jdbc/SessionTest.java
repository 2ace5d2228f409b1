package dev.tidegate.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.scratch.PgBouncer;
import dev.tidegate.scratch.TestPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  @Test
  void namesTheProcessOfTheServerAndNotThePoolers(@TempDir Path folder) throws SQLException {
    try (var database = TestPostgres.database(17);
        var pooler = PgBouncer.inFrontOf(database.settings(), "session", folder);
        var connection = Connections.open(pooler.settings());
        var direct = database.connect();
        var question =
            direct.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE pid = ?")) {
      question.setInt(1, new Session(connection, Product.POSTGRESQL).backend().orElseThrow());
      try (var rows = question.executeQuery()) {
        rows.next();
        assertThat(rows.getInt(1)).isEqualTo(1);
      }
    }
  }
}
