package dev.tidegate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
  private final Path folder;

  EnvFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Map<String, String> read(String text) throws IOException {
    var file = Files.writeString(folder.resolve(".env"), text);
    return EnvFile.read(file, Map.of("HOME_HOST", "h"));
  }

  @Test
  void readsWhatShellsAndFrameworksRead() throws IOException {
    var values =
        read(
            """
            # comment
            PLAIN=postgres://u:p#1@h/app   # a comment
            export DOUBLE="a \\"b\\" # c\\n"
            SINGLE='${NOT} $expanded'
            EMPTY=
            DATABASE_URL="postgres://u:p$w@${HOME_HOST}/app"
              SPACED = x y\s
            """);
    assertThat(values)
        .containsEntry("PLAIN", "postgres://u:p#1@h/app")
        .containsEntry("DOUBLE", "a \"b\" # c\n")
        .containsEntry("SINGLE", "${NOT} $expanded")
        .containsEntry("EMPTY", "")
        .containsEntry("DATABASE_URL", "postgres://u:p$w@h/app")
        .containsEntry("SPACED", "x y");
  }

  @Test
  void refusesAReferenceToNothing() {
    assertThatThrownBy(() -> read("A=${B}")).hasMessageContainingAll("TG-1007", "${B}");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> EnvFile.read(folder.resolve("no"), Map.of()))
        .hasMessageContaining("TG-1007");
  }
}
