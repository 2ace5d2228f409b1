package dev.tidegate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteEnvironmentTest extends EnvironmentContract {
  private final Path folder;

  SqliteEnvironmentTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  Lab lab() {
    try {
      return new Lab(
          folder, ConnectionSettings.of(DatabaseUrl.parse("app.db", folder), "the test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"replace", "upsert"})
  void asksForConsentBeforeAnAgentCopiesOverRows(String mode) throws Exception {
    var lab = lab().migration("V1__t.sql", "CREATE TABLE t (id integer PRIMARY KEY, name text);");
    lab.deploy();
    Files.copy(folder.resolve("app.db"), folder.resolve("other.db"));
    lab.execute("INSERT INTO t VALUES (1, 'mine')");
    var agent = new Keyboard(Map.of("CLAUDECODE", "1"), false, Optional.empty());
    assertThatThrownBy(() -> lab.copyFrom("other.db", mode, agent))
        .hasMessageContainingAll("TG-2206", "app.db");
    assertThat(lab.query("SELECT name FROM t")).containsExactly("mine");
    var words = "yes, take all from the other";
    var told = new Keyboard(agent.environment(), false, Optional.of(words));
    assertThat(lab.copyFrom("other.db", mode, told, "app.db").consent())
        .hasValueSatisfying(consent -> assertThat(consent.words()).isEqualTo(words));
    assertThat(lab.query("SELECT words FROM tidegate_consent")).containsExactly(words);
  }

  @Override
  String qualified(String name) {
    return name;
  }
}
