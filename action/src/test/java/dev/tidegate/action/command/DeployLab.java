package dev.tidegate.action.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.action.comment.CommentText;
import dev.tidegate.action.comment.PostedComment;
import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.ReviewComment.Origin;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.comment.Verdict;
import dev.tidegate.action.github.GitHub;
import dev.tidegate.action.github.GitHubLab;
import dev.tidegate.action.json.Json;
import dev.tidegate.action.maven.GoalRequest;
import dev.tidegate.action.problem.ActionException;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.report.DeployFacts;
import dev.tidegate.action.runner.Console;
import dev.tidegate.action.runner.Event;
import dev.tidegate.action.runner.Inputs;
import dev.tidegate.action.runner.Secrets;
import dev.tidegate.action.runner.Summary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A deploy of pull request 7, whose comment promised what a database of the test's own lacks. */
abstract class DeployLab extends GitHubLab {
  static final String MERGED = "c0ffee0000000000000000000000000000000007";
  static final String HEAD = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
  static final String SHOWN = "2026-11-20T09:30:00Z";

  final FakeDeploy database = new FakeDeploy();
  final Map<String, String> inputs = new HashMap<>();
  final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "GITHUB_SHA", MERGED,
              "GITHUB_SERVER_URL", "https://github.test",
              "GITHUB_REPOSITORY", "o/r",
              "GITHUB_RUN_ID", "8123"));
  final Secrets secrets = new Secrets();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  Outputs outputs = new Outputs();
  Optional<Event> event = Optional.of(push("refs/heads/main", MERGED));
  boolean withToken = true;

  private Path folder = Path.of("");

  static Event push(String ref, String commit) {
    return new Event.Push(ref, "0".repeat(40), commit, false, false, "main");
  }

  @BeforeEach
  void aMergedPullRequest(@TempDir Path given) {
    folder = given;
    database.folder.put("V1__users.sql", List.of("CREATE TABLE users (id int)"));
    database.applied.add("V1__users.sql");
    database.folder.put(
        "V2__bio.sql",
        List.of("ALTER TABLE users ADD bio text", "CREATE INDEX bio ON users (bio)"));
    database.folder.put("V3__orders.sql", List.of("CREATE TABLE orders (id int)"));
    input("command", "deploy");
    input("environment", "production");
    repository.pullOfCommit(MERGED, 7, true, "main");
  }

  void input(String name, String value) {
    inputs.put(Inputs.variable(name), value);
  }

  DeployFacts planned() {
    return DeployFacts.read(
        Json.parseObject(
            database.deploy(GoalRequest.of("deploy").with("dryRun", "true")).toString()));
  }

  /** What a review wrote of what is pending now. */
  String shown(String key) {
    return shown(key, HEAD);
  }

  String shown(String key, String head) {
    return shown(key, head, text -> text, "1-1");
  }

  /** The same by a run that masked other secrets. */
  String shown(String key, String head, UnaryOperator<String> mask, String run) {
    var model = new PlanModel(planned(), mask);
    return CommentText.of(
        new ReviewComment(
            new Subject(key, "production", ""),
            Verdict.READY,
            model.plan(),
            Optional.empty(),
            List.of(),
            model.pending(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new Origin(head, "https://github.test/o/r/actions/runs/1", run, Instant.parse(SHOWN))));
  }

  /** The review comments what is pending now. */
  void reviewed() {
    posted("github-actions[bot]", shown("production"));
  }

  void posted(String author, String body) {
    var comment = repository.addComment(7, author, body);
    comment.addProperty("created_at", "2026-11-20T09:31:00Z");
    comment.addProperty("updated_at", "2026-11-20T09:31:00Z");
  }

  void edit(String from, String to) {
    var comment = requireNonNull(repository.comments.get(7L)).get(0);
    var body = comment.get("body").getAsString();
    assertThat(body).contains(from);
    comment.addProperty("body", body.replace(from, to));
  }

  String comment() {
    return repository.bodies(7).get(0);
  }

  Verdict verdict() {
    return PostedComment.parse(comment()).flatMap(PostedComment::verdict).orElseThrow();
  }

  /** What it fails with; nothing where it does not. */
  Optional<Problem> deploy() {
    outputs = new Outputs();
    try {
      new DeployCommand().run(step());
      return Optional.empty();
    } catch (ActionException e) {
      return Optional.of(e.problem());
    }
  }

  void deploys() {
    assertThat(deploy().map(Problem::text)).isEmpty();
  }

  /** It is refused with this code, and the database is as it was. */
  Problem refuses(String code) {
    var before = List.copyOf(database.applied);
    var problem = deploy().orElseThrow();
    assertThat(problem.code()).as(problem.text()).isEqualTo(code);
    assertThat(problem.state()).hasValue("nothing was changed");
    assertThat(problem.hint()).isPresent();
    assertThat(database.applied).isEqualTo(before);
    assertThat(database.deploys()).isEmpty();
    return problem;
  }

  String output(OutputName name) {
    return outputs.get(name).orElse("");
  }

  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  String summary() throws IOException {
    return Files.readString(folder.resolve("summary.md"));
  }

  /** A directory in its place can be read by nobody, and written by nobody. */
  void blockSummary() {
    try {
      Files.createDirectory(folder.resolve("summary.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Step step() {
    Optional<GitHub> gitHub = withToken ? Optional.of(gitHub()) : Optional.empty();
    return new Step(
        new Inputs(inputs),
        environment,
        folder,
        folder,
        event,
        gitHub,
        database,
        new Console(new PrintStream(log, true, StandardCharsets.UTF_8), secrets),
        event.map(it -> new Summary(folder.resolve("summary.md"), secrets)),
        outputs,
        secrets);
  }
}
