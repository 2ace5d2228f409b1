package dev.tidegate.action.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.maven.GoalRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalInputsTest {
  @TempDir Path folder = Path.of("");

  private static GoalRequest of(StepLab lab, String goal) {
    var requests = new ArrayList<GoalRequest>();
    assertThat(lab.run(step -> requests.add(GoalInputs.of(step, goal)))).isNull();
    return requests.get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "deploy", "status"})
  void anEventsSqlRunsWithoutRightsUnlessTheWorkflowGivesThem(String goal) {
    var lab = new StepLab(folder, "deploy");
    assertThat(of(lab, goal).parameters()).containsEntry("scratchTrust", "restricted");
    lab.input("scratch-trust", "trusted");
    assertThat(of(lab, goal).parameters()).containsEntry("scratchTrust", "trusted");
  }

  @Test
  void whereThereIsNoEventThePomsValueHolds() {
    var lab = new StepLab(folder, "deploy");
    lab.event = Optional.empty();
    assertThat(of(lab, "deploy").parameters()).doesNotContainKey("scratchTrust");
  }

  @Test
  void copyHasNoScratchServer() {
    assertThat(of(new StepLab(folder, "copy"), "copy").parameters())
        .doesNotContainKey("scratchTrust");
  }
}
