package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keeps {@code action.yml}, {@code docs/action.md}, the program's inputs and the plugin's
 * parameters in step; {@code -Dtidegate.golden=update} writes manifest and tables anew.
 */
class ManifestTest {
  private static final Path ROOT =
      requireNonNull(Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent());

  private static final Pattern PARAMETER = Pattern.compile("(?m)^### `(\\w+)`$");

  /** Inputs that the plugin does not know. */
  private static final Set<InputName> OWN =
      EnumSet.of(
          InputName.COMMAND,
          InputName.WORKING_DIRECTORY,
          InputName.POM,
          InputName.MAVEN_ARGS,
          InputName.PASS_ENV,
          InputName.GITHUB_TOKEN,
          InputName.PROBE_URL,
          InputName.FAIL_ON,
          InputName.APPROVAL,
          InputName.ON_DIRECT_PUSH,
          InputName.BRANCHES,
          InputName.ON_FORK,
          InputName.COMMENT,
          InputName.COMMENT_KEY,
          InputName.COMMENT_AUTHOR,
          InputName.ON_COMMENT_FAILURE,
          InputName.DRIFT_ISSUE);

  /**
   * Parameters that are no inputs: what the commands themselves set, or has no use in a workflow.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          // set by the commands
          "reportDirectory",
          "base",
          "from",
          "to",
          "rollback",
          "failOnDiff",
          "failOnDrift",
          // for somebody at a keyboard
          "format",
          "agents",
          "consent",
          "name",
          "versioning",
          "output",
          "expand",
          // by maven-args, for whoever needs them
          "envFile",
          "reviewedPlan",
          "mergeReports",
          "strict",
          "verifyWithPgDump",
          // a step is skipped by `if`
          "skip",
          "skipDiff",
          "skipDeploy",
          "skipStatus",
          "skipCopy");

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  @Test
  void theManifestHasTheProgramsInputsAndOutputs() throws IOException {
    var expected = head() + inputs() + "\n" + outputs() + tail();
    if ("update".equals(System.getProperty("tidegate.golden"))) {
      Files.writeString(ROOT.resolve("action.yml"), expected);
    }
    assertThat(read("action.yml")).isEqualTo(expected);
  }

  /** What is not generated, and may be edited. */
  private static String head() throws IOException {
    var manifest = read("action.yml");
    return manifest.substring(0, manifest.indexOf("inputs:\n"));
  }

  private static String tail() throws IOException {
    var manifest = read("action.yml");
    return manifest.substring(manifest.indexOf("\nruns:\n"));
  }

  private static String inputs() {
    return Arrays.stream(InputName.values())
        .map(ManifestTest::input)
        .collect(Collectors.joining("", "inputs:\n", ""));
  }

  private static String input(InputName name) {
    return """
      %s:
        description: %s
        required: false
        default: %s
    """
        .formatted(
            name.word(),
            quoted(name.description()),
            name == InputName.GITHUB_TOKEN
                ? "${{ github.token }}"
                : quoted(name.otherwise().orElse("")));
  }

  private static String outputs() {
    return Arrays.stream(OutputName.values())
        .map(
            name ->
                "  %s:\n    description: %s\n".formatted(name.word(), quoted(name.description())))
        .collect(Collectors.joining("", "outputs:\n", ""));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Test
  void theImageIsBuiltOrPulledAndStartedAsItIs() throws IOException {
    assertThat(tail()).matches("\nruns:\n  using: docker\n  image: (Dockerfile|docker://\\S+)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inputs", "outputs"})
  void theDocumentHasThemToo(String block) throws IOException {
    var file = ROOT.resolve("docs/action.md");
    var text = Files.readString(file);
    var begin = "<!-- " + block + " -->\n";
    var from = text.indexOf(begin) + begin.length();
    var to = text.indexOf("<!-- end -->", from);
    var expected = block.equals("inputs") ? inputTable() : outputTable();
    if ("update".equals(System.getProperty("tidegate.golden"))) {
      text = text.substring(0, from) + expected + text.substring(to);
      Files.writeString(file, text);
      to = text.indexOf("<!-- end -->", from);
    }
    assertThat(text.substring(from, to)).isEqualTo(expected);
  }

  private static String inputTable() {
    return Arrays.stream(InputName.values())
        .map(
            name ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        name.word(),
                        name.otherwise().map(value -> "`" + value + "`").orElse(""),
                        commands(name),
                        name.description()))
        .collect(Collectors.joining("", "| input | default | goals | |\n|---|---|---|---|\n", ""));
  }

  private static String commands(InputName name) {
    return GoalParameter.ALL.stream()
        .filter(parameter -> parameter.input() == name)
        .flatMap(parameter -> parameter.goals().stream())
        .collect(Collectors.joining(" "));
  }

  private static String outputTable() {
    return Arrays.stream(OutputName.values())
        .map(name -> "| `%s` | %s |\n".formatted(name.word(), name.description()))
        .collect(Collectors.joining("", "| output | |\n|---|---|\n", ""));
  }

  static Stream<String> parameters() {
    return GoalParameter.ALL.stream().map(GoalParameter::name).distinct();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void anInputGoesToAllGoalsThatHaveTheParameter(String parameter) throws IOException {
    var having = new TreeSet<String>();
    for (var goal : List.of("diff", "deploy", "status", "copy")) {
      if (documented(goal).contains(parameter)) {
        having.add(goal);
      }
    }
    assertThat(
            GoalParameter.ALL.stream()
                .filter(it -> it.name().equals(parameter))
                .flatMap(it -> it.goals().stream()))
        .containsExactlyInAnyOrderElementsOf(having);
  }

  @Test
  void everyInputIsAParameterOrTheActionsOwn() {
    var handedOn = GoalParameter.ALL.stream().map(GoalParameter::input).toList();
    assertThat(InputName.values())
        .allMatch(name -> handedOn.contains(name) != OWN.contains(name), "one of both");
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "deploy", "status", "copy"})
  void everyParameterIsAnInputOrLeftOutOnPurpose(String goal) throws IOException {
    var inputs = parameters().toList();
    assertThat(documented(goal))
        .isNotEmpty()
        .allMatch(parameter -> inputs.contains(parameter) != LEFT_OUT.contains(parameter));
  }

  /** The plugin's own test keeps these pages as its parameters are. */
  private static Set<String> documented(String goal) throws IOException {
    var pages = read("docs/goals/" + goal + ".md") + read("docs/goals/shared.md");
    return PARAMETER
        .matcher(pages)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
