package dev.tidegate.action.story;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidegate.action.github.FakeGitHub;
import dev.tidegate.action.github.FakeRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A repository with branches, commits and pull requests, which tells GitHub of all of them, and
 * checks files out as {@code actions/checkout} does: a pull request merged with its base.
 */
final class StoryRepository {
  static final String MAIN = "main";
  static final String NAME = "o/r";

  private final FakeGitHub gitHub;
  private final Map<String, SortedMap<String, String>> commits = new HashMap<>();
  private final Map<String, String> branches = new HashMap<>();
  private final Map<Long, StoryPull> pulls = new HashMap<>();
  private int counter = 0;

  StoryRepository(FakeGitHub gitHub) {
    this.gitHub = gitHub;
    branches.put(MAIN, commit(new TreeMap<>()));
  }

  /**
   * A pull request.
   *
   * @param forkOf {@code owner/name} of the repository that it comes from
   * @param start commit that its branch began at
   */
  record StoryPull(
      long number, String branch, String author, String forkOf, String start, List<String> labels) {
    boolean isFromFork() {
      return !forkOf.equals(NAME);
    }
  }

  /** A change of one file; without content the file goes. */
  record Change(String path, String content, boolean removed) {
    static Change of(String path, String content) {
      return new Change(path, content, false);
    }

    static Change removal(String path) {
      return new Change(path, "", true);
    }
  }

  String head(String branch) {
    return Objects.requireNonNull(branches.get(branch), branch);
  }

  StoryPull pull(long number) {
    return Objects.requireNonNull(pulls.get(number));
  }

  /** Commits to a branch, which begins at main where it is new. */
  String commit(String branch, Change... changes) {
    var tree = new TreeMap<>(tree(branches.getOrDefault(branch, head(MAIN))));
    for (var change : changes) {
      if (change.removed()) {
        tree.remove(change.path());
      } else {
        tree.put(change.path(), change.content());
      }
    }
    var commit = commit(tree);
    branches.put(branch, commit);
    pulls.values().stream().filter(pull -> pull.branch().equals(branch)).forEach(this::tell);
    return commit;
  }

  private String commit(SortedMap<String, String> tree) {
    var commit = sha1(++counter + tree.toString());
    commits.put(commit, tree);
    tree.forEach((path, content) -> gitHub.repository.contents.put(commit + ":" + path, content));
    return commit;
  }

  private SortedMap<String, String> tree(String commit) {
    return Objects.requireNonNull(commits.get(commit), commit);
  }

  /** Opens a pull request of a branch of this repository. */
  StoryPull open(long number, String branch, String author) {
    return open(number, branch, author, NAME);
  }

  /** Opens a pull request of a branch, which stands for one of another repository. */
  StoryPull open(long number, String branch, String author, String from) {
    var pull = new StoryPull(number, branch, author, from, head(MAIN), new ArrayList<>());
    pulls.put(number, pull);
    tell(pull);
    return pull;
  }

  /** Somebody puts a label on it. */
  void label(long number, String label) {
    pull(number).labels().add(label);
    gitHub.repository.label(number, label);
    tell(pull(number));
  }

  /** Merges it and gives the commit that this makes. */
  String merge(long number) {
    var pull = pull(number);
    var tree = merged(pull);
    var before = head(MAIN);
    var commit = commit(tree);
    branches.put(MAIN, commit);
    var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    for (var template : List.of("pull", "pullOfCommit")) {
      var json = full(pull, before, FakeRepository.template(template));
      json.addProperty("state", "closed");
      json.addProperty("merged_at", at);
      json.addProperty("merge_commit_sha", commit);
      if (template.equals("pull")) {
        json.addProperty("merged", true);
        gitHub.repository.pulls.put(number, json);
      } else {
        gitHub.repository.pullsOfCommit.put(commit, new ArrayList<>(List.of(json)));
      }
    }
    return commit;
  }

  /** Files of the base as it is now, with what the pull request changes. */
  private SortedMap<String, String> merged(StoryPull pull) {
    var tree = new TreeMap<>(tree(head(MAIN)));
    changed(pull)
        .forEach(
            (path, status) -> {
              if (status.equals("removed")) {
                tree.remove(path);
              } else {
                tree.put(path, Objects.requireNonNull(tree(head(pull.branch())).get(path)));
              }
            });
    return tree;
  }

  private SortedMap<String, String> changed(StoryPull pull) {
    var from = tree(pull.start());
    var to = tree(head(pull.branch()));
    var paths = new TreeSet<>(from.keySet());
    paths.addAll(to.keySet());
    var changed = new TreeMap<String, String>();
    for (var path : paths) {
      if (!from.containsKey(path)) {
        changed.put(path, "added");
      } else if (!to.containsKey(path)) {
        changed.put(path, "removed");
      } else if (!Objects.equals(from.get(path), to.get(path))) {
        changed.put(path, "modified");
      }
    }
    return changed;
  }

  /** GitHub knows of it, with its files. */
  private void tell(StoryPull pull) {
    var json = FakeRepository.template("pull");
    gitHub.repository.pulls.put(pull.number(), full(pull, head(MAIN), json));
    var files = new ArrayList<JsonObject>();
    changed(pull).forEach((path, status) -> files.add(FakeRepository.changed(path, status)));
    gitHub.repository.files.put(pull.number(), files);
  }

  private JsonObject full(StoryPull pull, String base, JsonObject json) {
    json.addProperty("number", pull.number());
    json.addProperty("html_url", "https://github.test/o/r/pull/" + pull.number());
    json.add("user", FakeRepository.user(pull.author()));
    sides(pull, base, json);
    var labels = new JsonArray();
    gitHub.repository.labels.getOrDefault(pull.number(), List.of()).forEach(labels::add);
    json.add("labels", labels);
    json.addProperty("draft", false);
    json.addProperty("state", "open");
    json.add("merged_at", JsonNull.INSTANCE);
    return json;
  }

  private void sides(StoryPull pull, String base, JsonObject json) {
    side(json.getAsJsonObject("head"), pull.branch(), head(pull.branch()), pull.forkOf());
    side(json.getAsJsonObject("base"), MAIN, base, NAME);
  }

  private static void side(JsonObject side, String branch, String commit, String repository) {
    side.addProperty("ref", branch);
    side.addProperty("sha", commit);
    side.getAsJsonObject("repo").addProperty("full_name", repository);
  }

  /** A real event of that name about a pull request, with the story's names in it. */
  JsonObject pullRequestEvent(String name, long number) {
    var pull = pull(number);
    var event = event("pull_request." + name);
    event.addProperty("number", number);
    event.getAsJsonObject("sender").addProperty("login", pull.author());
    var json = event.getAsJsonObject("pull_request");
    json.addProperty("number", number);
    json.getAsJsonObject("user").addProperty("login", pull.author());
    sides(pull, head(MAIN), json);
    var labels = new JsonArray();
    gitHub.repository.labels.getOrDefault(number, List.of()).forEach(labels::add);
    json.add("labels", labels);
    return event;
  }

  /** A real push to main. */
  JsonObject pushEvent(String before) {
    var event = event("push");
    event.addProperty("ref", "refs/heads/" + MAIN);
    event.addProperty("before", before);
    event.addProperty("after", head(MAIN));
    event.addProperty("created", false);
    event.getAsJsonObject("repository").addProperty("default_branch", MAIN);
    return event;
  }

  /** A real event after another workflow, which ran on a pull request of a fork. */
  JsonObject workflowRunEvent(long run, long number) {
    var pull = pull(number);
    var event = event("workflow_run.completed");
    var json = event.getAsJsonObject("workflow_run");
    json.addProperty("id", run);
    json.addProperty("event", "pull_request");
    json.addProperty("conclusion", "success");
    json.addProperty("status", "completed");
    json.addProperty("head_sha", head(pull.branch()));
    json.addProperty("head_branch", pull.branch());
    json.getAsJsonObject("head_repository").addProperty("full_name", pull.forkOf());
    return event;
  }

  /** What a schedule sends. */
  JsonObject scheduleEvent() {
    var event = event("workflow_dispatch");
    event.remove("inputs");
    event.remove("ref");
    event.addProperty("schedule", "17 5 * * *");
    return event;
  }

  private static JsonObject event(String name) {
    try (var stream =
        Objects.requireNonNull(
            StoryRepository.class.getResourceAsStream("/events/" + name + ".json"), name)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var event = JsonParser.parseString(text).getAsJsonObject();
      event.getAsJsonObject("repository").addProperty("full_name", NAME);
      return event;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Checks main out. */
  void checkout(Path folder) throws IOException {
    write(tree(head(MAIN)), folder);
  }

  /** Checks a pull request out, merged with main. */
  void checkout(long number, Path folder) throws IOException {
    write(merged(pull(number)), folder);
  }

  private static void write(SortedMap<String, String> tree, Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder.resolve(".git"));
    for (var file : tree.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
  }

  private static String sha1(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
