package dev.tidegate.action.command;

import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.GitHubSettings;
import dev.tidegate.action.github.Repository;
import dev.tidegate.action.github.Token;
import dev.tidegate.action.json.UnexpectedJson;
import dev.tidegate.action.maven.MavenGoals;
import dev.tidegate.action.maven.MavenSettings;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import dev.tidegate.action.runner.Console;
import dev.tidegate.action.runner.Event;
import dev.tidegate.action.runner.Events;
import dev.tidegate.action.runner.Inputs;
import dev.tidegate.action.runner.Secrets;
import dev.tidegate.action.runner.Summary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a step together from what the runner gives a process.
 *
 * @param inputs of the step
 * @param environment of the process
 * @param console the log
 * @param secrets what is masked in it
 * @param program where Maven and the plugin lie, and which version this is
 */
public record Steps(
    Inputs inputs,
    Map<String, String> environment,
    Console console,
    Secrets secrets,
    Program program) {

  /**
   * What is installed.
   *
   * @param home holds {@code maven} and {@code repository}
   * @param version of program and plugin
   */
  public record Program(Path home, String version) {}

  /** Whether a workflow started this process. */
  public static boolean onGitHub(Map<String, String> environment) {
    return "true".equals(environment.get("GITHUB_ACTIONS"));
  }

  /**
   * The step.
   *
   * @throws dev.tidegate.action.problem.ActionException TG-5101, TG-5102 or TG-5103 if it is none
   */
  public Step step(Outputs outputs) {
    InputCheck.refuseIfBad(inputs);
    var gitHub = gitHub();
    InputCheck.refuseIfAny(inputs);
    var workspace = workspace();
    var directory = directory(workspace);
    return new Step(
        inputs,
        environment,
        workspace,
        directory,
        event(),
        gitHub,
        new MavenGoals(maven(workspace, directory), console),
        console,
        file("GITHUB_STEP_SUMMARY").map(path -> new Summary(path, secrets)),
        outputs,
        secrets);
  }

  private Optional<Path> file(String variable) {
    return Optional.of(environment.getOrDefault(variable, ""))
        .filter(path -> onGitHub(environment) && !path.isBlank())
        .map(Path::of);
  }

  private Path workspace() {
    var named = environment.getOrDefault("GITHUB_WORKSPACE", "");
    return Path.of(onGitHub(environment) ? named : "").toAbsolutePath().normalize();
  }

  private Path directory(Path workspace) {
    var word = inputs.text(InputName.WORKING_DIRECTORY.word()).orElse(".");
    var directory = workspace;
    try {
      directory = workspace.resolve(word).normalize();
    } catch (InvalidPathException e) {
      inputs.refuse(InputName.WORKING_DIRECTORY.word(), "is no path");
    }
    if (!inputs.text(InputName.COMMAND.word()).orElse("review").equals("comment")) {
      refuseUnlessThere(directory, workspace, word);
    }
    InputCheck.refuseIfAny(inputs);
    return directory;
  }

  private void refuseUnlessThere(Path directory, Path workspace, String word) {
    if (onGitHub(environment) && isEmpty(workspace)) {
      throw Problem.of(ProblemCode.CHECKOUT_MISSING, "there is no checkout in " + workspace)
          .withState("nothing was changed")
          .withHint("put `- uses: actions/checkout@v5` before this step")
          .exception();
    }
    try {
      if (!directory.toRealPath().startsWith(workspace.toRealPath())) {
        inputs.refuse(InputName.WORKING_DIRECTORY.word(), "leads out of the checkout: " + word);
      }
    } catch (IOException e) {
      inputs.refuse(InputName.WORKING_DIRECTORY.word(), "is not in the checkout: " + word);
    }
  }

  private static boolean isEmpty(Path folder) {
    try (var entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException e) {
      return true;
    }
  }

  private Optional<Event> event() {
    var file = file("GITHUB_EVENT_PATH");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    var name = environment.getOrDefault("GITHUB_EVENT_NAME", "");
    try {
      return Optional.of(Events.read(name, Files.readString(file.get())));
    } catch (IOException | UnexpectedJson e) {
      throw Problem.of(
              ProblemCode.EVENT_NOT_HANDLED, "event " + name + " of the workflow cannot be read")
          .withDetail(String.valueOf(e.getMessage()))
          .withState("nothing was changed")
          .exception();
    }
  }

  private Optional<GitHub> gitHub() {
    var token = inputs.text(InputName.GITHUB_TOKEN.word());
    if (token.isEmpty() || !onGitHub(environment)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new GitHub(
              GitHubSettings.of(
                  URI.create(environment.getOrDefault("GITHUB_API_URL", "https://api.github.com")),
                  Repository.parse(environment.getOrDefault("GITHUB_REPOSITORY", "")),
                  new Token(token.get()))));
    } catch (IllegalArgumentException e) {
      inputs.refuse(InputName.GITHUB_TOKEN.word(), "cannot be used: " + e.getMessage());
      return Optional.empty();
    }
  }

  private MavenSettings maven(Path workspace, Path directory) {
    var pom = inputs.text(InputName.POM.word()).orElse("auto").toUpperCase(Locale.ROOT);
    return new MavenSettings(
        program.home(),
        program.version(),
        workspace,
        directory,
        MavenSettings.PomMode.valueOf(pom),
        inputs.arguments(InputName.MAVEN_ARGS.word()),
        environment,
        passed());
  }

  private List<String> passed() {
    return inputs.list(InputName.PASS_ENV.word());
  }
}
