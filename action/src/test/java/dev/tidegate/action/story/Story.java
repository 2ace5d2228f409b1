package dev.tidegate.action.story;

import com.google.gson.JsonObject;
import dev.tidegate.action.github.FakeGitHub;
import dev.tidegate.action.process.ActionProcess;
import dev.tidegate.action.process.FinishedAction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A repository whose workflows run the real program on real databases. After each step its log says
 * what stands on GitHub.
 */
final class Story implements AutoCloseable {
  final FakeGitHub gitHub = new FakeGitHub();
  final StoryRepository repository = new StoryRepository(gitHub);
  final StoryLog log;
  private final Path checkout;
  private int runs = 8000;

  Story(Path checkout, StoryLog log) throws IOException {
    this.checkout = checkout;
    this.log = log;
  }

  /** Inputs by name, in pairs. */
  static Map<String, String> inputs(String... pairs) {
    var inputs = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      inputs.put(pairs[i], pairs[i + 1]);
    }
    return inputs;
  }

  /** The working directory as the last step left it. */
  Path checkout() {
    return checkout;
  }

  /** Number of the run that ran last. */
  long lastRun() {
    return runs;
  }

  /** A workflow on a pull request, whose author did what the event says. */
  FinishedAction onPullRequest(String action, long pull, Map<String, String> inputs)
      throws IOException {
    repository.checkout(pull, checkout);
    var event = repository.pullRequestEvent(action, pull);
    var run =
        run(
            process("pull_request", event, inputs)
                .variable("GITHUB_REF", "refs/pull/" + pull + "/merge")
                .variable("GITHUB_ACTOR", repository.pull(pull).author()),
            inputs);
    log.comments(pull, gitHub.repository.bodies(pull));
    return run;
  }

  /** A workflow on the push that merging a pull request is. */
  FinishedAction onPush(String before, long pull, Map<String, String> inputs) throws IOException {
    repository.checkout(checkout);
    var run = run(process("push", repository.pushEvent(before), inputs), inputs);
    log.comments(pull, gitHub.repository.bodies(pull));
    return run;
  }

  /** A workflow that it is time for. */
  FinishedAction onSchedule(Map<String, String> inputs) throws IOException {
    repository.checkout(checkout);
    var run = run(process("schedule", repository.scheduleEvent(), inputs), inputs);
    log.issues(gitHub.repository);
    return run;
  }

  /** A workflow that follows another one. */
  FinishedAction afterRun(long of, long pull, Map<String, String> inputs) throws IOException {
    repository.checkout(checkout);
    var event = repository.workflowRunEvent(of, pull);
    var run = run(process("workflow_run", event, inputs), inputs);
    log.comments(pull, gitHub.repository.bodies(pull));
    return run;
  }

  private ActionProcess process(String name, JsonObject event, Map<String, String> inputs) {
    runs++;
    var process =
        ActionProcess.in(checkout)
            .gitHub(gitHub)
            .event(name, event.toString())
            .variable("GITHUB_SHA", repository.head(StoryRepository.MAIN))
            .variable("GITHUB_RUN_ID", String.valueOf(runs));
    inputs.forEach(process::input);
    return process;
  }

  private FinishedAction run(ActionProcess process, Map<String, String> inputs) {
    var run = process.run();
    log.run(inputs, run);
    return run;
  }

  @Override
  public void close() {
    gitHub.close();
  }
}
