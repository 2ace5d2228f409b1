package dev.tidegate.action.process;

import dev.tidegate.action.github.FakeGitHub;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The program as a process of its own, started as the runner starts a container: inputs of {@code
 * action.yml} in the environment, unset ones as empty texts, and variables of the runner that must
 * not matter. It is offline, so that a run that would download something fails.
 *
 * <p>{@code target/home} has to be there, which {@code mvn package -DskipTests -Dinvoker.skip} of
 * the whole project makes; {@code -Dtidegate.home=DIR} names another one. With {@code
 * -Dtidegate.classes=target/classes} the program's classes come from there instead of its jar.
 *
 * <pre>{@code
 * var run =
 *     ActionProcess.in(checkout)
 *         .input("command", "status")
 *         .input("url", "jdbc:sqlite:app.db")
 *         .event("push", payload)
 *         .run();
 * run.assertSucceeded();
 * }</pre>
 */
public final class ActionProcess {
  private static final Set<String> URLS =
      Set.of("url", "direct-url", "probe-url", "source", "target", "scratch");

  private final Path checkout;
  private final Map<String, String> inputs = new LinkedHashMap<>();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> arguments = new ArrayList<>();
  private final SecretForms secrets = new SecretForms();
  private String eventName = "workflow_dispatch";
  private String event =
      "{\"ref\": \"refs/heads/main\", \"repository\": {\"default_branch\": \"main\"}}";
  private @Nullable FakeGitHub gitHub;
  private boolean onGitHub = true;

  private ActionProcess(Path checkout) {
    this.checkout = checkout;
    inputs.put("maven-args", "-o");
  }

  /** A run with {@code GITHUB_WORKSPACE} there. */
  public static ActionProcess in(Path checkout) {
    return new ActionProcess(checkout.toAbsolutePath());
  }

  /** A run without GitHub, as {@code docker run IMAGE COMMAND --option=value}. */
  public ActionProcess withoutGitHub(String... words) {
    onGitHub = false;
    arguments.addAll(List.of(words));
    arguments.add("--maven-args=-o");
    return this;
  }

  /** Gives an input; what is secret in it must not be seen anywhere. */
  public ActionProcess input(String name, String value) {
    inputs.put(name, value);
    if (URLS.contains(name)) {
      secrets.addUrl(value);
    } else if (!value.isEmpty() && (name.equals("password") || name.equals("github-token"))) {
      secrets.add(value);
    }
    return this;
  }

  /** Sets a variable of the step, as {@code env} of a workflow does. */
  public ActionProcess variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Something else that must not be seen anywhere. */
  public ActionProcess secret(String value) {
    secrets.add(value);
    return this;
  }

  /** What started the workflow. */
  public ActionProcess event(String name, String payload) {
    eventName = name;
    event = payload;
    return this;
  }

  /** The GitHub that is talked to; without one there is no token either. */
  public ActionProcess gitHub(FakeGitHub fake) {
    gitHub = fake;
    return this;
  }

  /** Runs it to its end; no secret was seen in anything that it left, or the test fails. */
  public FinishedAction run() {
    return start().await();
  }

  /** Starts it. */
  public RunningAction start() {
    try {
      var files = RunnerFiles.create(event);
      var builder = new ProcessBuilder(command()).directory(checkout.toFile());
      builder.environment().clear();
      builder.environment().putAll(onGitHub ? environment(files) : plain());
      builder.redirectErrorStream(true).redirectOutput(files.log().toFile());
      secrets.add(FakeGitHub.TOKEN);
      return new RunningAction(builder.start(), files, checkout, secrets, gitHub);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    var home = home();
    var classes = System.getProperty("tidegate.classes", "");
    var program = home.resolve("lib") + "/*";
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dtidegate.home=" + home,
                "-cp",
                classes.isEmpty()
                    ? program
                    : Path.of(classes).toAbsolutePath() + File.pathSeparator + program,
                "dev.tidegate.action.Main"));
    command.addAll(arguments);
    return command;
  }

  private static Path home() {
    var home = Path.of(System.getProperty("tidegate.home", "target/home")).toAbsolutePath();
    if (!Files.isDirectory(home.resolve("repository/dev/tidegate/tidegate-maven-plugin"))) {
      throw new IllegalStateException(
          home
              + " is not assembled: run `mvn package -DskipTests -Dinvoker.skip` at the project's root, or name it with -Dtidegate.home");
    }
    return home;
  }

  private Map<String, String> plain() throws IOException {
    var environment = new LinkedHashMap<String, String>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    environment.put("HOME", userHome().toString());
    environment.putAll(variables);
    return environment;
  }

  private Map<String, String> environment(RunnerFiles files) throws IOException {
    var environment = plain();
    environment.putAll(Manifest.read().environment(inputs, gitHub == null ? "" : FakeGitHub.TOKEN));
    environment.putAll(
        Map.of(
            // a JDK that is not in the container, and code that must not reach Maven
            "JAVA_HOME", "/opt/hostedtoolcache/Java_Temurin-Hotspot_jdk/21/x64",
            "MAVEN_OPTS", "-javaagent:/nowhere/decoy.jar",
            "MAVEN_ARGS", "--decoy-argument",
            "JAVA_TOOL_OPTIONS", "-Dtidegate.decoy=" + DECOY,
            "M2_HOME", "/usr/share/apache-maven",
            "ACTIONS_RUNTIME_TOKEN", "decoy-of-a-runtime-token"));
    environment.putAll(
        Map.of(
            "CI", "true",
            "GITHUB_ACTIONS", "true",
            "GITHUB_WORKSPACE", checkout.toString(),
            "GITHUB_EVENT_NAME", eventName,
            "GITHUB_EVENT_PATH", files.event().toString(),
            "GITHUB_OUTPUT", files.output().toString(),
            "GITHUB_STEP_SUMMARY", files.summary().toString()));
    environment.putAll(
        Map.of(
            "GITHUB_API_URL", gitHub == null ? "http://localhost:1" : gitHub.api().toString(),
            "GITHUB_SERVER_URL", "https://github.com",
            "GITHUB_REPOSITORY", "o/r",
            "GITHUB_ACTOR", "octocat",
            "GITHUB_RUN_ID", "4711",
            "GITHUB_RUN_ATTEMPT", "1",
            "GITHUB_REF", "refs/heads/main",
            "RUNNER_TEMP", files.folder().toString()));
    environment.putAll(variables);
    return environment;
  }

  static final String DECOY = "decoy-of-java-tool-options";

  /** The runner gives all steps of a job one home; what tests leave there is a cache. */
  private static Path userHome() throws IOException {
    return Files.createDirectories(
        Path.of(System.getProperty("tidegate.userHome", "target/user-home")).toAbsolutePath());
  }
}
