package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
  private final Path file;
  private final ConnectionSettings settings;
  private final Lab lab;

  TargetTest(@TempDir Path folder) throws IOException {
    this.file = folder.resolve("app.db");
    this.settings = ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "a test");
    this.lab = new Lab(folder, settings);
  }

  @Test
  void saysWhatIsTrueOfADatabaseThatGaveNoAnswerInTheMiddle() throws SQLException {
    lab.execute("CREATE TABLE t (a int)");
    var target = Target.named("deploy", settings, lab.workspace());
    assertThatThrownBy(
            () ->
                target.ask(
                    connection -> {
                      throw new SQLException("the server is gone", "08006");
                    }))
        .hasMessageContainingAll(
            "gave no answer",
            "the server is gone (SQLSTATE 08006)",
            "State:  no migration was running",
            "Hint:   whether it answers now, and what is applied: mvn tidegate:status");
  }

  @Test
  void saysThatNothingWasChangedWhereItNeverAnswered() throws IOException {
    Files.writeString(file, "no database at all, but long enough to be read");
    assertThatThrownBy(() -> Target.named("deploy", settings, lab.workspace()))
        .hasMessageContainingAll("State:  nothing was changed", "Hint:   ");
  }
}
