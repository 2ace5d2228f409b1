package dev.tidegate.action.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.runner.RunnerEmulator;
import java.util.Map;

/**
 * What a run left behind.
 *
 * @param exit its exit code
 * @param read its output as the runner reads it: commands, and the log as a person sees it
 * @param outputs of the step
 * @param summary Markdown
 * @param printed all that it printed, as it came
 */
public record FinishedAction(
    int exit, RunnerEmulator read, Map<String, String> outputs, String summary, String printed) {

  /** The log as a person sees it. */
  public String log() {
    return String.join("\n", read.log);
  }

  /** An output; an unset one is empty, as in a workflow. */
  public String output(String name) {
    return outputs.getOrDefault(name, "");
  }

  /** Fails with the log when the run failed. */
  public FinishedAction assertSucceeded() {
    assertThat(exit).as(printed).isZero();
    assertThat(output("failure-reason")).isEmpty();
    return this;
  }

  /** Fails with the log unless the run failed for this reason. */
  public FinishedAction assertFailed(String reason) {
    assertThat(exit).as(printed).isEqualTo(1);
    assertThat(output("failure-reason")).as(printed).isEqualTo(reason);
    return this;
  }
}
