package dev.tidegate.action.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildEnvironmentTest {
  private static final Map<String, String> RUNNER =
      Map.ofEntries(
          Map.entry("PATH", "/usr/bin"),
          Map.entry("HOME", "/github/home"),
          Map.entry("LC_ALL", "C.UTF-8"),
          Map.entry("https_proxy", "http://proxy:3128"),
          Map.entry("NO_PROXY", "localhost"),
          Map.entry("JAVA_HOME", "/opt/hostedtoolcache/jdk"),
          Map.entry("JAVA_TOOL_OPTIONS", "-javaagent:/tmp/evil.jar"),
          Map.entry("MAVEN_OPTS", "-Dx"),
          Map.entry("GITHUB_TOKEN", "ghs_secret"),
          Map.entry("ACTIONS_RUNTIME_TOKEN", "secret"),
          Map.entry("INPUT_URL", "postgres://u:p@h/db"),
          Map.entry("REPOSITORY_USER", "reader"));

  @Test
  void keepsWhatAProcessNeeds() {
    assertThat(new ChildEnvironment(RUNNER, "/opt/java").variables())
        .containsOnly(
            Map.entry("PATH", "/usr/bin"),
            Map.entry("HOME", "/github/home"),
            Map.entry("LC_ALL", "C.UTF-8"),
            Map.entry("https_proxy", "http://proxy:3128"),
            Map.entry("NO_PROXY", "localhost"),
            Map.entry("JAVA_HOME", "/opt/java"));
  }

  @Test
  void passesOnWhatIsNamed() {
    var child =
        new ChildEnvironment(RUNNER, "/opt/java")
            .passing(RUNNER, List.of("REPOSITORY_USER", "NOT_SET"))
            .with("DATABASE_URL", "postgres://u:p@h/db");
    assertThat(child.variables())
        .containsEntry("REPOSITORY_USER", "reader")
        .containsEntry("DATABASE_URL", "postgres://u:p@h/db")
        .doesNotContainKey("NOT_SET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JAVA_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS", "MAVEN_ARGS",
        "LD_PRELOAD", "GITHUB_TOKEN", "ACTIONS_RUNTIME_TOKEN", "INPUT_URL", "BASH_ENV"
      })
  void neverPassesOnCodeOrAuthority(String name) {
    var child = new ChildEnvironment(RUNNER, "/opt/java");
    assertThatThrownBy(() -> child.passing(RUNNER, List.of(name)))
        .hasMessage("variable " + name + " is never handed on");
  }

  @Test
  void aProcessSeesNothingElse() throws Exception {
    var process = new ProcessBuilder("/usr/bin/env");
    process.environment().put("JAVA_TOOL_OPTIONS", "-Dx");
    new ChildEnvironment(RUNNER, "/opt/java").applyTo(process);
    var started = process.start();
    assertThat(new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .containsExactlyInAnyOrder(
            "PATH=/usr/bin",
            "HOME=/github/home",
            "LC_ALL=C.UTF-8",
            "https_proxy=http://proxy:3128",
            "NO_PROXY=localhost",
            "JAVA_HOME=/opt/java");
  }
}
