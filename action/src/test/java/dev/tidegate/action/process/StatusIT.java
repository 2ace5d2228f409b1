package dev.tidegate.action.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusIT {
  @TempDir Path checkout;

  @BeforeEach
  void aDatabaseWithoutTables() throws IOException {
    var migrations = Files.createDirectories(checkout.resolve("db/migrations"));
    Files.writeString(
        migrations.resolve("V1__users.sql"), "CREATE TABLE users (id INTEGER PRIMARY KEY);\n");
    Files.createFile(checkout.resolve("app.db"));
  }

  @Test
  void saysWhatIsPendingInADatabaseOfTheCheckout() {
    var run =
        ActionProcess.in(checkout)
            .input("command", "status")
            .input("url", "jdbc:sqlite:app.db")
            .input("migrations", "db/migrations")
            .run();
    run.assertSucceeded();
    assertThat(run.log()).contains("V1__users.sql");
    assertThat(run.output("changes")).isEqualTo("true");
    assertThat(run.output("report")).isEqualTo("target/tidegate");
    assertThat(checkout.resolve("target/tidegate/status.json")).isRegularFile();
    assertThat(run.summary()).contains("V1__users.sql");
  }

  @Test
  void runsWithoutGitHubToo() {
    var run =
        ActionProcess.in(checkout)
            .withoutGitHub("status", "--url=app.db", "--migrations=db/migrations")
            .run();
    run.assertSucceeded();
    assertThat(run.printed()).contains("V1__users.sql").doesNotContain("::");
  }
}
