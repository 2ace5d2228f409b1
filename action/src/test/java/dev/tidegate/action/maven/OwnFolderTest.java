package dev.tidegate.action.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.runner.Console;
import dev.tidegate.action.runner.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Console console =
      Console.plain(new PrintStream(log, true, StandardCharsets.UTF_8), new Secrets());

  @Test
  void isDeletedWithAllThatItHolds(@TempDir Path folder) throws IOException {
    var own = folder.resolve("own");
    Files.createDirectories(own.resolve("deep"));
    Files.writeString(own.resolve("deep/file"), "x");
    OwnFolder.delete(own, console);
    assertThat(folder).isEmptyDirectory();
    assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void oneThatCannotBeDeletedFailsNothing(@TempDir Path folder) {
    OwnFolder.delete(folder.resolve("gone"), console);
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("could not be deleted", folder.resolve("gone").toString());
  }
}
