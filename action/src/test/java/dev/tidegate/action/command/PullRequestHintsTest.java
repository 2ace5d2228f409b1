package dev.tidegate.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullRequestHintsTest {
  private static Problem problem(String code, String hint) {
    return new Problem(code, "x", "it failed", List.of(), Optional.empty(), Optional.of(hint));
  }

  private static String afterDeploy(String code, String hint) {
    return PullRequestHints.ofDeploy(problem(code, hint)).hint().orElseThrow();
  }

  @Test
  void whatWasRolledBackIsCorrectedInAPullRequestThatCanShowIt() {
    assertThat(afterDeploy("TG-2103", "correct the file and run `mvn tidegate:deploy` again"))
        .contains("pull request", "probe-url", "run this job again")
        .doesNotContain("mvn");
  }

  @Test
  void whatStoppedHalfwayGoesOnInTheSameJob() {
    var hint =
        "remove the cause and run `mvn tidegate:deploy` again: it goes on at statement 2\nrepair x";
    assertThat(afterDeploy("TG-2104", hint))
        .startsWith("remove the cause and run this job again: it goes on at statement 2\nrepair x")
        .contains("probe-url");
  }

  @Test
  void aDeployThatWasToldToEndGoesOnInTheSameJob() {
    assertThat(afterDeploy("TG-2103", "mvn tidegate:deploy goes on from there"))
        .isEqualTo("this job, run again, goes on from there");
  }

  @Test
  void aCommandWithParametersStaysAsItIs() {
    var hint = "adopt it: mvn tidegate:deploy -Dtidegate.baseline=<version>";
    assertThat(afterDeploy("TG-2107", hint)).isEqualTo(hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TG-2101", "TG-2102"})
  void aReviewWithoutDatabaseDoesNotSayThatSomethingWasApplied(String code) {
    var problem = PullRequestHints.ofReviewWithoutDatabase(problem(code, "UPDATE the history"));
    assertThat(problem.detail())
        .anyMatch(line -> line.contains("takes what is merged for applied"));
    assertThat(problem.hint().orElseThrow()).contains("probe-url").doesNotContain("UPDATE");
  }
}
