package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEnvironmentTest extends EnvironmentContract {
  private final Path folder;
  private final ScratchDatabase database = TestPostgres.database(17);

  PostgresEnvironmentTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void renamesTheLabelOfNoOtherSchema() throws Exception {
    var marker = ".tidegate_environment (label text NOT NULL)";
    var lab =
        lab()
            .execute("CREATE SCHEMA dev; CREATE SCHEMA qa")
            .execute("CREATE TABLE public" + marker + "; CREATE TABLE dev" + marker)
            .execute("INSERT INTO public.tidegate_environment VALUES ('production')")
            .execute("INSERT INTO dev.tidegate_environment VALUES ('Development ')");
    var labels =
        "SELECT label FROM public.tidegate_environment UNION ALL"
            + " SELECT label FROM dev.tidegate_environment";
    var report =
        lab.deployTo(
            "SELECT 'dev' AS schema",
            fleet -> fleet,
            d -> d.environment("staging").renaming("development"));
    assertThat(report.problem()).isEmpty();
    assertThat(lab.query(labels)).containsExactly("production", "staging");
    // one without a label of its own is what the others say, and production wins
    lab.deployTo(
        "SELECT 'qa' AS schema", fleet -> fleet, d -> d.environment("test").renaming("production"));
    assertThat(lab.query(labels)).containsExactly("test", "staging");
  }

  @Test
  void saysThatMigrationsRemainAppliedWhereTheLabelCannotBeWritten() {
    var lab =
        lab().migration("V1__v.sql", "CREATE VIEW tidegate_environment AS SELECT 1 AS other;");
    var report = lab.deploy(d -> d.environment("staging"));
    assertThat(report.applied()).isEqualTo(1);
    assertThat(report.problem().orElseThrow().state().orElseThrow())
        .contains("the migrations remain applied; the label was not written");
  }

  @Override
  Lab lab() {
    try {
      return new Lab(folder, database.settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String qualified(String name) {
    return "public." + name;
  }
}
