package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.Connections;
import dev.tidegate.scratch.ReplicatedPostgres;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real hot standby: it can be looked at, and is not deployed to. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReplicaTest {
  private final Path folder;

  ReplicaTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isLookedAtAndNotDeployedTo() throws Exception {
    try (var servers = ReplicatedPostgres.start(17)) {
      var primary = new Lab(folder, servers.primary());
      primary.migration("V1__t.sql", "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2);");
      assertThat(primary.deploy(d -> d.environment("staging")).problem()).isEmpty();
      servers.catchUp();

      var replica = new Lab(folder, servers.replica());
      replica.migration("V2__u.sql", "CREATE TABLE u (a int);");
      var status = replica.statusCounted();
      assertThat(status.problem()).isEmpty();
      assertThat(status.text())
          .contains("is at version 1: 1 applied, 1 pending", "drift: none", "2  public.t");
      assertThat(replica.printed.get(0)).contains(", REPLICA", "environment  staging");

      for (var dryRun : new boolean[] {false, true}) {
        assertThatThrownBy(() -> replica.deploy(d -> dryRun ? d.dryRun() : d))
            .hasMessageContainingAll(
                "TG-2203",
                servers.replica().url().display() + " is a read-only replica",
                "it follows 127.0.0.1:" + servers.primary().url().port(),
                "nothing was changed",
                "-Dtidegate.url=" + servers.primary().url().display());
      }
      assertThat(primary.query("SELECT version FROM flyway_schema_history WHERE version <> '1'"))
          .isEmpty();
    }
  }

  @Test
  void showsDriftThatCameFromThePrimary() throws Exception {
    try (var servers = ReplicatedPostgres.start(17)) {
      var primary = new Lab(folder, servers.primary());
      primary.migration("V1__t.sql", "CREATE TABLE t (a int);").deploy();
      try (var connection = Connections.open(servers.primary());
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE by_hand (a int)");
      }
      servers.catchUp();
      var status = new Lab(folder, servers.replica()).status(false, true);
      assertThat(status.problem().orElseThrow().text()).contains("TG-2110");
      assertThat(status.drift()).contains("[+] table public.by_hand");
    }
  }
}
