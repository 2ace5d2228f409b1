package dev.tidegate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program of the scratch server sees nothing of what this process was given. */
class LauncherTest {
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no program env")
  void hidesTheEnvironment(@TempDir Path folder) throws IOException {
    var process = Launcher.choose(folder).command(List.of("env")).start();
    process.getOutputStream().close();
    var seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(System.getenv()).containsKey("HOME");
    // su sets some of its own, which are no secrets
    assertThat(seen.lines().map(line -> line.replaceFirst("=.*", "")))
        .contains("PATH", "LC_ALL")
        .isSubsetOf(
            "PATH",
            "LC_ALL",
            "LANG",
            "TZ",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH",
            "_",
            "PWD",
            "SHLVL");
    assertThat(seen).contains("LC_ALL=C");
  }
}
