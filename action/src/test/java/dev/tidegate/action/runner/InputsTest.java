package dev.tidegate.action.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputsTest {

  @Test
  void keepsHyphensInNames() {
    assertThat(Inputs.variable("working-directory")).isEqualTo("INPUT_WORKING-DIRECTORY");
    assertThat(new Inputs(Map.of("INPUT_FAIL-ON", " drift\n")).text("fail-on")).contains("drift");
    assertThat(new Inputs(Map.of("INPUT_FAIL_ON", "drift")).text("fail-on")).isEmpty();
  }

  @Test
  void emptyIsUnset() {
    var inputs = new Inputs(Map.of("INPUT_URL", "", "INPUT_DRY-RUN", " ", "INPUT_COMMENT", ""));
    assertThat(inputs.text("url")).isEmpty();
    assertThat(inputs.flag("dry-run", true)).isTrue();
    assertThat(inputs.oneOf("comment", List.of("changes", "never"), "changes"))
        .isEqualTo("changes");
    assertThat(inputs.number("limit")).isEmpty();
    assertThat(inputs.list("allow")).isEmpty();
    assertThat(inputs.arguments("maven-args")).isEmpty();
    assertThat(inputs.problems()).isEmpty();
  }

  @Test
  void readsEachType() {
    var inputs =
        new Inputs(
            Map.of(
                "INPUT_DRY-RUN", "True",
                "INPUT_LIMIT", "30",
                "INPUT_ALLOW", "drop-table:a,\n drop-column:b.c\r\n\n",
                "INPUT_MAVEN-ARGS", "-P prod  '-Dx=a b' -Dy=\"it's\" ''"));
    assertThat(inputs.flag("dry-run", false)).isTrue();
    assertThat(inputs.number("limit")).hasValue(30);
    assertThat(inputs.list("allow")).containsExactly("drop-table:a", "drop-column:b.c");
    assertThat(inputs.arguments("maven-args"))
        .containsExactly("-P", "prod", "-Dx=a b", "-Dy=it's", "");
  }

  @Test
  void shellCharactersAreJustCharacters() {
    var inputs = new Inputs(Map.of("INPUT_MAVEN-ARGS", "-Dx=$(id) `id` ;id|id &&id \\n"));
    assertThat(inputs.arguments("maven-args"))
        .containsExactly("-Dx=$(id)", "`id`", ";id|id", "&&id", "\\n");
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    var inputs =
        new Inputs(
            Map.of(
                "INPUT_DRY-RUN", "yes",
                "INPUT_COMMENT", "loud",
                "INPUT_LIMIT", "-1",
                "INPUT_MAVEN-ARGS", "-Dx='a"));
    inputs.flag("dry-run", false);
    inputs.oneOf("comment", List.of("changes", "never"), "changes");
    inputs.number("limit");
    inputs.arguments("maven-args");
    assertThat(inputs.problems())
        .containsExactly(
            "input dry-run is true or false, not \"yes\"",
            "input comment is one of changes, never, not \"loud\"",
            "input limit is a whole number, not \"-1\"",
            "input maven-args has a quote ' that is not closed");
  }
}
