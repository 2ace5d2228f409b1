package dev.tidegate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatesTest {
  private Path folder;
  private States states;

  @BeforeEach
  void prepare(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Files.writeString(folder.resolve("schema.sql"), "");
    var target =
        ConnectionSettings.of(
            DatabaseUrl.parse("postgres://u:secret@host/app", folder), "-Dtidegate.url");
    states = new States(folder, Path.of("migration"), "schema.sql", Optional.of(target));
  }

  @Test
  void readsTheKeyWords() {
    assertThat(states.parse("empty")).isEqualTo(new State.Empty());
    assertThat(states.parse("migrations"))
        .isEqualTo(new State.Migrations(folder.resolve("migration"), Optional.empty()));
    assertThat(states.parse("migrations@7.1"))
        .isEqualTo(new State.Migrations(folder.resolve("migration"), Optional.of("7.1")));
    assertThat(states.parse("schema"))
        .isEqualTo(new State.SqlFiles("schema.sql", folder.resolve("schema.sql")));
    assertThat(states.parse("target")).isInstanceOf(State.Live.class);
  }

  @Test
  void readsDatabasesAndNeverShowsTheirPasswords() {
    var state = states.parse("postgresql://u:secret@host:5433/app");

    assertThat(state.word()).isEqualTo("jdbc:postgresql://host:5433/app");
    assertThat(state.toString()).doesNotContain("secret");
    assertThat(states.parse("dev.db").word())
        .isEqualTo("jdbc:sqlite:" + folder.toAbsolutePath().resolve("dev.db"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgress://app:S3cret@db/app",
        "postgres:/app:S3cret@db/app",
        "postgres:app:S3cret@db/app",
        "mysql:/app:S3cret@db/app"
      })
  void refusesAMistypedUrlWithoutShowingItsPassword(String url) {
    assertThatThrownBy(() -> states.parse(url))
        .hasMessageContaining("TG-1002")
        .hasMessageNotContaining("S3cret");
  }

  @Test
  void theDeclaredSchemaMayBeADatabase() {
    var other = new States(folder, Path.of("m"), "dev.sqlite", Optional.empty());

    assertThat(other.parse("schema")).isInstanceOf(State.Live.class);
  }

  @Test
  void readsAFolderOfSql() throws Exception {
    Files.createDirectories(folder.resolve("db/sub"));
    Files.writeString(folder.resolve("db/sub/a.sql"), "");

    assertThat(states.parse("db")).isEqualTo(new State.SqlFiles("db", folder.resolve("db")));
  }

  @Test
  void saysWhatALaterVersionWillRead() throws Exception {
    Files.createDirectories(folder.resolve("prisma"));
    Files.writeString(folder.resolve("prisma/schema.prisma"), "");

    for (var word : new String[] {"jpa", "jpa:shop", "prisma/schema.prisma", "prisma"}) {
      assertThatThrownBy(() -> states.parse(word)).hasMessageContaining("TG-1014");
    }
  }

  @Test
  void suggestsNearWords() {
    assertThatThrownBy(() -> states.parse("migration"))
        .hasMessageContaining("TG-1013")
        .hasMessageContaining("did you mean migrations?");
  }

  @Test
  void missesFilesByTheirName() {
    assertThatThrownBy(() -> states.parse("none/schema.sql"))
        .hasMessageContaining("TG-1008")
        .hasMessageContaining("none");
  }

  @Test
  void targetNeedsAUrl() {
    var without = new States(folder, Path.of("m"), "schema.sql", Optional.empty());

    assertThatThrownBy(() -> without.parse("target")).hasMessageContaining("TG-1001");
  }
}
