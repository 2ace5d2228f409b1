package dev.tidegate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.plan.HazardType;
import dev.tidegate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fails when a goal, a parameter or a problem code is not documented as it is. */
class DocumentationTest {
  private static final Descriptor DESCRIPTOR = Descriptor.ofThisBuild();
  private static final Pattern RELATIVE_LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyProblemHasAPage(ProblemCode code) {
    var page = Repository.text("docs/problems/" + code.id() + ".md");
    assertThat(page)
        .startsWith("# " + code.id() + " ")
        .containsSubsequence(
            "\n## What it means\n",
            "\n## Why it is refused\n",
            "\n## How to fix\n",
            "\n## Example\n",
            "\n" + code.id() + " ");
  }

  @Test
  void everyPageHasAProblem() throws IOException {
    var codes = Arrays.stream(ProblemCode.values()).map(code -> code.id() + ".md").toList();
    // 5xxx are the action's, whose own test looks at them
    assertThat(names("docs/problems").stream().filter(name -> !name.startsWith("TG-5")))
        .isSubsetOf(codes);
  }

  @ParameterizedTest
  @EnumSource(HazardType.class)
  void everyHazardHasARule(HazardType type) {
    assertThat(Repository.text("docs/rules/" + type.word() + ".md"))
        .startsWith("# " + type.word() + "\n")
        .containsSubsequence(
            "\n## What it does\n",
            "\n## Why it is bad\n",
            "\n## Example\n",
            "\n## Use instead\n",
            "\n## How to approve\n",
            "\n## Versions\n",
            "\nsquawk: ")
        .satisfies(
            page ->
                assertThat(page.contains("-Dtidegate.allow=" + type.word() + ":"))
                    .isEqualTo(type.destroysData()));
    assertThat(Repository.text("docs/rules/README.md"))
        .contains("| [" + type.word() + "](" + type.word() + ".md) |");
    assertThat(type.advice()).matches("[A-Z].*[.]");
    assertThat(type.rule()).endsWith("/rules/" + type.word());
  }

  @Test
  void everyRuleIsAHazard() throws IOException {
    var pages = Arrays.stream(HazardType.values()).map(type -> type.word() + ".md").toList();
    assertThat(names("docs/rules")).containsAll(pages).hasSize(pages.size() + 1);
  }

  @Test
  void goalsAreTheFourOfTheReadme() {
    assertThat(DESCRIPTOR.goals().stream().map(Descriptor.Goal::name))
        .containsExactlyInAnyOrder("diff", "deploy", "status", "copy");
    assertThat(Repository.text("README.md"))
        .contains("tidegate:diff", "tidegate:deploy", "tidegate:status", "tidegate:copy");
  }

  static Stream<Descriptor.Parameter> parameters() {
    return DESCRIPTOR.goals().stream().flatMap(goal -> goal.parameters().stream()).distinct();
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void everyParameterIsNamedAfterItsPropertyAndSaysWhatItIs(Descriptor.Parameter parameter) {
    assertThat(parameter.property())
        .matches("tidegate\\.(" + parameter.name() + "|(diff|deploy|status|copy)\\.skip)");
    assertThat(parameter.text()).matches("[A-Z].*[.]").doesNotContain("@since");
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "deploy", "status", "copy"})
  void readmeShowsTheParametersOfAGoal(String goal) throws IOException {
    assertBlock("README.md", goal, table(DESCRIPTOR.own(goal)));
  }

  @Test
  void readmeShowsTheParametersOfAllGoals() throws IOException {
    assertBlock("README.md", "all goals", table(DESCRIPTOR.shared()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "deploy", "status", "copy"})
  void pageOfAGoalExplainsItsParameters(String goal) throws IOException {
    assertBlock("docs/goals/" + goal + ".md", goal, list(DESCRIPTOR.own(goal)));
  }

  @Test
  void pageOfWhatGoalsShareExplainsTheParameters() throws IOException {
    assertBlock("docs/goals/shared.md", "all goals", list(DESCRIPTOR.shared()));
  }

  @Test
  void readmeShowsTheTestCommandThatTheBuildRuns() {
    var command = Pattern.compile("mvn [^`\"#\n]*").matcher(Repository.text(".ci/run"));
    assertThat(command.results().map(MatchResult::group).map(String::strip))
        .isNotEmpty()
        .allSatisfy(found -> assertThat(Repository.text("README.md")).contains(found));
  }

  @Test
  void decisionsAreNumberedOnce() throws IOException {
    var numbers = names("docs/decisions").stream().map(name -> name.substring(0, 4)).toList();
    assertThat(numbers).isNotEmpty().doesNotHaveDuplicates().allMatch(n -> n.matches("\\d{4}"));
  }

  @Test
  void linksBetweenDocumentsLeadSomewhere() throws IOException {
    for (var document : documents()) {
      var links = RELATIVE_LINK.matcher(Files.readString(document)).results();
      assertThat(links.map(link -> document.resolveSibling(link.group(1)).normalize()))
          .as(document.toString())
          .allMatch(Files::exists);
    }
  }

  private static List<Path> documents() throws IOException {
    try (var top = Files.list(Repository.file("."));
        var docs = Files.walk(Repository.file("docs"))) {
      return Stream.concat(top, docs).filter(path -> path.toString().endsWith(".md")).toList();
    }
  }

  private static List<String> names(String folder) throws IOException {
    try (var files = Files.list(Repository.file(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String table(List<Descriptor.Parameter> parameters) {
    return parameters.stream()
        .map(DocumentationTest::tableRow)
        .collect(Collectors.joining("\n", "| parameter | default | |\n|---|---|---|\n", "\n"));
  }

  private static String tableRow(Descriptor.Parameter parameter) {
    var standard = parameter.standard().isEmpty() ? "–" : "`" + parameter.standard() + "`";
    return "| `%s` | %s | %s |"
        .formatted(parameter.name(), standard, parameter.firstSentence().replace("|", "\\|"));
  }

  private static String list(List<Descriptor.Parameter> parameters) {
    return parameters.stream()
        .map(p -> "### `%s`\n\n`-D%s`\n\n%s\n".formatted(p.name(), p.property(), p.text()))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Holds the text between two marks against what the build knows; with {@code
   * -Dtidegate.golden=update} it is written instead.
   */
  private static void assertBlock(String document, String name, String wanted) throws IOException {
    var begin = "<!-- parameters of " + name + " -->\n";
    var end = "<!-- end -->\n";
    var text = Repository.text(document);
    assertThat(text).contains(begin);
    var start = text.indexOf(begin) + begin.length();
    var stop = text.indexOf(end, start);
    if ("update".equals(System.getProperty("tidegate.golden"))) {
      text = text.substring(0, start) + wanted + text.substring(stop);
      Files.writeString(Repository.file(document), text);
    } else {
      assertThat(text.substring(start, stop)).as(document).isEqualTo(wanted);
    }
  }
}
