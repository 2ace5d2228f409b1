package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidegate.action.github.GitHubLab;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.runner.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A checkout with pull request 7 of a GitHub that remembers, and goals that have reported. */
abstract class PullRequestLab extends GitHubLab {
  static final String HEAD = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
  static final String BASE = "0b45e2f1a3c4d5e6f708192a3b4c5d6e7f809a1b";
  static final String FOLDER = "services/shop/db/";

  @TempDir Path checkout;

  StepLab step = new StepLab(Path.of(""), "review");

  @BeforeEach
  final void checkout() throws IOException {
    step = new StepLab(checkout, "review");
    step.gitHub = Optional.of(gitHub());
    step.input("working-directory", "services/shop").input("environment", "production");
    write(FOLDER + "V1__customer.sql", "CREATE TABLE customer (id integer);\n");
    write(FOLDER + "V2__email.sql", "ALTER TABLE customer ADD COLUMN email text;\n");
    repository.pull(7, pull -> {});
    repository.file(7, FOLDER + "V2__email.sql");
    event("pull_request", "opened", it -> {});
    finds("diff-equal", "deploy-nothing");
  }

  final Path write(String path, String text) throws IOException {
    var file = checkout.resolve(path);
    Files.createDirectories(requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }

  /** What the goals report, with the folder of this checkout in it. */
  final void finds(String diff, String deploy) throws IOException {
    step.reports("diff", diff, "/shop/src/main/resources/db/migration", checkout + "/" + FOLDER);
    step.reports("deploy", deploy);
  }

  /** An event as GitHub sends it, about pull request 7 at {@link #HEAD}. */
  final void event(String name, String action, Consumer<JsonObject> change) throws IOException {
    var file = "/events/" + name + (action.isEmpty() ? "" : "." + action) + ".json";
    try (var stream = requireNonNull(PullRequestLab.class.getResourceAsStream(file), file)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var json = JsonParser.parseString(text).getAsJsonObject();
      if (json.has("pull_request")) {
        var pull = json.getAsJsonObject("pull_request");
        pull.addProperty("number", 7);
        pull.getAsJsonObject("head").addProperty("sha", HEAD);
        pull.getAsJsonObject("base").addProperty("sha", BASE);
      }
      change.accept(json);
      step.event = Optional.of(Events.read(name, json.toString()));
    }
  }

  /** As if the branch lay in a repository of somebody else. */
  static void ofFork(JsonObject event) {
    event
        .getAsJsonObject("pull_request")
        .getAsJsonObject("head")
        .getAsJsonObject("repo")
        .addProperty("full_name", "stranger/Hello-World");
  }

  final @Nullable Problem review() {
    return step.run(new ReviewCommand());
  }

  final String comment() {
    assertThat(repository.bodies(7)).hasSize(1);
    return repository.bodies(7).get(0);
  }

  final String output(OutputName name) {
    return step.outputs.get(name).orElse("");
  }

  final List<String> annotations() {
    return step.log().lines().filter(it -> it.matches("::(error|warning|notice) .*")).toList();
  }
}
