package dev.tidegate.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.command.InputName;
import dev.tidegate.action.command.Steps;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new TreeMap<>();

  @TempDir Path home;

  @Test
  void saysTheVersionThatTheBuildGaveIt() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("tidegate-action \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .startsWith("Usage: tidegate-action")
        .contains("--version", "--lock-timeout=VALUE", "review, deploy, status, copy, comment");
  }

  @ParameterizedTest
  @EnumSource(InputName.class)
  void everyInputIsAnOption(InputName name) {
    run("--help");
    assertThat(out.toString())
        .contains(name == InputName.COMMAND ? "[COMMAND]" : "--" + name.word() + "=VALUE");
  }

  @Test
  void askedNothingSaysHowItIsUsed() {
    assertThat(run()).isZero();
    assertThat(out.toString()).startsWith("Usage: tidegate-action");
  }

  @Test
  void refusesAnArgumentThatItDoesNotKnow() {
    assertThat(run("--publish")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option: '--publish'");
  }

  @ParameterizedTest
  @CsvSource({
    "--password=hunter2, TIDEGATE_PASSWORD",
    "--github-token=ghs_hunter2, TIDEGATE_GITHUB_TOKEN",
    "--url=postgres://app:hunter2@db/app, TIDEGATE_URL",
    "--direct-url=postgres://db/app?password=hunter2, TIDEGATE_DIRECT_URL",
    "--source=postgres://app:hunter2@db/app, TIDEGATE_SOURCE"
  })
  void refusesASecretThatListsOfProcessesWouldShow(String argument, String variable) {
    assertThat(run("status", argument)).isEqualTo(2);
    assertThat(err.toString()).contains(variable).doesNotContain("hunter2");
  }

  @Test
  void takesAnOptionBeforeAVariable() {
    environment.put("TIDEGATE_POM", "sometimes");
    environment.put("TIDEGATE_JOBS", "many");
    assertThat(run("status", "--pom=seldom", "--url=jdbc:sqlite:x.db")).isEqualTo(1);
    assertThat(log())
        .contains(
            "TG-5101 2 inputs are wrong",
            "input pom is one of auto, always, never, not \"seldom\"",
            "input jobs is a whole number, not \"many\"")
        .doesNotContain("::");
  }

  @ParameterizedTest
  @CsvSource({
    "'hazard,diff', 'not \"hazard\"'",
    "'hazards;diff', 'not \"hazards;diff\"'",
    "drop_column, 'not \"drop_column\"'",
    "'none drift', 'is none, or other words without it'"
  })
  void refusesWordsOfFailOnThatWouldTurnACheckOff(String words, String rule) {
    assertThat(run("status", "--fail-on=" + words, "--url=jdbc:sqlite:x.db")).isEqualTo(1);
    assertThat(log()).contains("TG-5101 an input is wrong", "input fail-on", rule);
  }

  @Test
  void readsInputsAsTheRunnerWritesThem() {
    onGitHub("INPUT_COMMAND", "status", "INPUT_ON-DIRECT-PUSH", "perhaps", "INPUT_POM", "");
    environment.put("TIDEGATE_POM", "sometimes");
    assertThat(run()).isEqualTo(1);
    assertThat(log())
        .contains("input on-direct-push is one of refuse, deploy, not \"perhaps\"")
        .contains("::error title=TG-5101 an input is wrong::")
        .doesNotContain("sometimes");
  }

  @Test
  void refusesACommandThatThereIsNot() {
    assertThat(run("publish")).isEqualTo(1);
    assertThat(log())
        .contains("input command is one of review, deploy, status, copy, comment, not \"publish\"");
  }

  @Test
  void refusesASecretThatMavenWouldReadOtherwise() {
    environment.put("TIDEGATE_PASSWORD", "a${user.home}b");
    assertThat(run("status", "--url=jdbc:sqlite:x.db")).isEqualTo(1);
    assertThat(log()).contains("input password holds ${").doesNotContain("user.home");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../other", "/", "link"})
  void staysInTheCheckout(String directory) throws Exception {
    java.nio.file.Files.createSymbolicLink(home.resolve("link"), Path.of("/"));
    onGitHub("INPUT_COMMAND", "status", "INPUT_WORKING-DIRECTORY", directory);
    assertThat(run()).isEqualTo(1);
    assertThat(log()).contains("input working-directory");
  }

  @Test
  void saysThatThereIsNoCheckout() {
    onGitHub("INPUT_COMMAND", "status");
    assertThat(run()).isEqualTo(1);
    assertThat(log()).contains("TG-5103 there is no checkout in", "actions/checkout");
  }

  @Test
  void outputsThatCannotBeWrittenAreSaid() {
    onGitHub("INPUT_COMMAND", "status", "GITHUB_OUTPUT", home.toString());
    assertThat(run()).isEqualTo(1);
    assertThat(log()).contains("TG-5103", "the outputs could not be written");
    assertThat(err.toString()).isEmpty();
  }

  private void onGitHub(String... variables) {
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", home.toString());
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
  }

  private String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    var options =
        new Options(
            environment,
            new PrintStream(log, true, StandardCharsets.UTF_8),
            new Steps.Program(home, Version.read()));
    return options
        .commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
