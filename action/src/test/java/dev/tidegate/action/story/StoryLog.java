package dev.tidegate.action.story;

import com.google.gson.JsonObject;
import dev.tidegate.action.github.FakeRepository;
import dev.tidegate.action.process.FinishedAction;
import dev.tidegate.action.runner.RunnerEmulator.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A story as a person reads it: what happened, and what stood on GitHub after each step. */
final class StoryLog {
  private static final Set<String> SECRET = Set.of("url", "direct-url", "probe-url", "source");

  private final Path file;

  StoryLog(Path file, String title) throws IOException {
    this.file = file;
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, "# " + title + "\n");
  }

  void chapter(String text) {
    add("## " + text);
  }

  /** What somebody did, as a sentence. */
  void say(String text) {
    add(text);
  }

  void sql(String who, String... statements) {
    add(who + "\n\n```sql\n" + String.join(";\n", statements) + ";\n```");
  }

  /** What the database holds. */
  void rows(String query, List<String> rows) {
    add(
        "The database says:\n\n```text\n"
            + query
            + "\n"
            + rows.stream().map(row -> "  " + row).collect(Collectors.joining("\n"))
            + "\n```");
  }

  void run(Map<String, String> inputs, FinishedAction run) {
    var shown =
        inputs.entrySet().stream()
            .map(it -> it.getKey() + ": " + (SECRET.contains(it.getKey()) ? "***" : it.getValue()))
            .collect(Collectors.joining("\n"));
    add("### The step\n\n```yaml\n" + shown + "\n```");
    add("Exit code " + run.exit() + ".");
    if (!run.outputs().isEmpty()) {
      add(
          "| output | value |\n| --- | --- |\n"
              + run.outputs().entrySet().stream()
                  .map(it -> "| " + it.getKey() + " | `" + it.getValue() + "` |")
                  .collect(Collectors.joining("\n")));
    }
    var annotations = annotations(run);
    if (!annotations.isEmpty()) {
      add("Annotations:\n\n" + fenced(String.join("\n", annotations)));
    }
    add(folded("job page", quoted(run.summary())));
    add(folded("log", fenced(run.log())));
  }

  /** Each as {@code error db/V1__a.sql:3 title}. */
  static List<String> annotations(FinishedAction run) {
    return run.read().commands.stream()
        .filter(it -> Set.of("error", "warning", "notice").contains(it.name()))
        .map(StoryLog::annotation)
        .toList();
  }

  private static String annotation(Command command) {
    var place =
        command.properties().getOrDefault("file", "")
            + ":"
            + command.properties().getOrDefault("line", "");
    return command.name()
        + (place.equals(":") ? "" : " " + place)
        + " "
        + command.properties().getOrDefault("title", "");
  }

  void comments(long pull, List<String> bodies) {
    for (var body : bodies) {
      add("### On pull request " + pull + " stands\n\n" + quoted(body));
    }
  }

  void issues(FakeRepository repository) {
    repository.issues.forEach((number, issue) -> issue(number, issue, repository.bodies(number)));
  }

  private void issue(long number, JsonObject issue, List<String> comments) {
    add(
        "### Issue %d, %s: %s\n\n%s"
            .formatted(
                number,
                issue.get("state").getAsString(),
                issue.get("title").getAsString(),
                quoted(issue.get("body").getAsString())));
    comments.forEach(comment -> add("Comment on it:\n\n" + quoted(comment)));
  }

  private static String folded(String title, String content) {
    return "<details><summary>" + title + "</summary>\n\n" + content + "\n\n</details>";
  }

  private static String quoted(String markdown) {
    return markdown.lines().map(line -> ("> " + line).strip()).collect(Collectors.joining("\n"));
  }

  private static String fenced(String text) {
    return "``````text\n" + text.strip() + "\n``````";
  }

  private void add(String markdown) {
    try {
      Files.writeString(file, "\n" + markdown + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
