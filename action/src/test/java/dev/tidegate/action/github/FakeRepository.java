package dev.tidegate.action.github;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What GitHub remembers of one repository, in the form in which it answers. */
public final class FakeRepository {
  static final String COMMIT = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

  private static final JsonObject TEMPLATES =
      JsonParser.parseString(ApiDescription.resource("/github/templates.json")).getAsJsonObject();

  public final Map<Long, List<JsonObject>> comments = new LinkedHashMap<>();

  /** Who wrote the versions of an edited comment, the newest first. */
  public final Map<String, List<String>> commentEdits = new LinkedHashMap<>();

  public final Map<Long, JsonObject> pulls = new LinkedHashMap<>();
  public final Map<Long, JsonObject> issues = new LinkedHashMap<>();
  public final Map<String, List<JsonObject>> pullsOfCommit = new LinkedHashMap<>();
  public final Map<Long, List<JsonObject>> reviews = new LinkedHashMap<>();
  public final Map<Long, List<JsonObject>> labels = new LinkedHashMap<>();
  public final Map<Long, List<JsonObject>> files = new LinkedHashMap<>();
  public final Map<Long, List<JsonObject>> artifacts = new LinkedHashMap<>();

  /** Content of a file by commit and path, {@code COMMIT:db/V1__a.sql}. */
  public final Map<String, String> contents = new LinkedHashMap<>();

  /** Files that differ, by {@code BASE...HEAD}. */
  public final Map<String, List<JsonObject>> comparisons = new LinkedHashMap<>();

  /** {@code ahead}, {@code behind}, {@code identical} or {@code diverged}, by the same. */
  public final Map<String, String> comparisonStatus = new LinkedHashMap<>();

  public final Map<Long, byte[]> zips = new LinkedHashMap<>();

  /** How often a commit is asked for until its pull requests are known. */
  int unknownFor;

  /** Without the right to push GitHub drops labels and says nothing. */
  public boolean takesLabels = true;

  /** What another run does just before a comment is written, once. */
  public Runnable beforeNextComment = () -> {};

  private long lastId = 1000;

  public static JsonObject template(String name) {
    return TEMPLATES.getAsJsonObject(name).deepCopy();
  }

  public static JsonObject user(String login) {
    var user = template("comment").getAsJsonObject("user");
    user.addProperty("login", login);
    user.addProperty("type", login.endsWith("[bot]") ? "Bot" : "User");
    return user;
  }

  public void comment(long pull, String author, String body) {
    addComment(pull, author, body);
  }

  public JsonObject addComment(long pull, String author, String body) {
    var comment = template("comment");
    comment.addProperty("id", ++lastId);
    comment.addProperty("node_id", "IC_" + lastId);
    comment.addProperty("html_url", "https://github.test/o/r/pull/" + pull + "#c" + lastId);
    comment.addProperty("body", body);
    comment.add("user", user(author));
    comments.computeIfAbsent(pull, number -> new ArrayList<>()).add(comment);
    return comment;
  }

  /** Somebody edits a comment, as its edit history then says. */
  public void edited(JsonObject comment, String by) {
    var id = comment.get("node_id").getAsString();
    var edits = commentEdits.computeIfAbsent(id, node -> new ArrayList<>());
    if (edits.isEmpty()) {
      edits.add(comment.getAsJsonObject("user").get("login").getAsString());
    }
    edits.add(0, by);
  }

  Optional<JsonObject> commentById(long id) {
    return comments.values().stream()
        .flatMap(List::stream)
        .filter(comment -> comment.get("id").getAsLong() == id)
        .findFirst();
  }

  public List<String> bodies(long pull) {
    return comments.getOrDefault(pull, List.of()).stream()
        .map(comment -> comment.get("body").getAsString())
        .toList();
  }

  public void pull(long number, Consumer<JsonObject> change) {
    var pull = template("pull");
    pull.addProperty("number", number);
    change.accept(pull);
    pulls.put(number, pull);
  }

  /** A pull request that GitHub links to a commit, merged there or still open. */
  public void pullOfCommit(String commit, long number, boolean merged, String branch) {
    var pull = template("pullOfCommit");
    pull.addProperty("number", number);
    pull.addProperty("state", merged ? "closed" : "open");
    pull.add("merged_at", JsonNull.INSTANCE);
    if (merged) {
      pull.addProperty("merged_at", "2026-11-20T10:00:0" + number % 10 + "Z");
    }
    pull.getAsJsonObject("base").addProperty("ref", branch);
    pullsOfCommit.computeIfAbsent(commit, key -> new ArrayList<>()).add(pull);
  }

  public JsonObject review(long pull, String author, String state) {
    var review = template("review");
    review.addProperty("id", ++lastId);
    review.add("user", user(author));
    review.addProperty("state", state);
    reviews.computeIfAbsent(pull, number -> new ArrayList<>()).add(review);
    return review;
  }

  public void label(long pull, String name) {
    var label = template("label");
    label.addProperty("name", name);
    labels.computeIfAbsent(pull, number -> new ArrayList<>()).add(label);
  }

  public void file(long pull, String path) {
    file(pull, path, "added");
  }

  public void file(long pull, String path, String status) {
    files.computeIfAbsent(pull, number -> new ArrayList<>()).add(changed(path, status));
  }

  /** A file of a pull request or of a comparison. */
  public static JsonObject changed(String path, String status) {
    var file = template("file");
    file.addProperty("filename", path);
    file.addProperty("status", status);
    return file;
  }

  public JsonObject addIssue(String author, JsonObject sent) {
    var issue = template("issue");
    var number = issues.size() + 100L;
    issue.addProperty("id", ++lastId);
    issue.addProperty("number", number);
    issue.addProperty("html_url", "https://github.test/o/r/issues/" + number);
    issue.add("user", user(author));
    issue.addProperty("state", "open");
    issue.remove("pull_request");
    var names = new JsonArray();
    for (JsonElement name : takesLabels ? sent.getAsJsonArray("labels") : new JsonArray()) {
      var label = template("label");
      label.addProperty("name", name.getAsString());
      names.add(label);
    }
    issue.add("labels", names);
    issue.add("title", sent.get("title"));
    issue.add("body", sent.get("body"));
    issues.put(number, issue);
    return issue;
  }

  public Artifact artifact(long run, String name, byte[] zip) {
    var artifact = template("artifact");
    artifact.addProperty("id", ++lastId);
    artifact.addProperty("name", name);
    artifact.addProperty("size_in_bytes", zip.length);
    artifact.addProperty("expired", false);
    artifacts.computeIfAbsent(run, key -> new ArrayList<>()).add(artifact);
    zips.put(lastId, zip);
    return new Artifact(lastId, name, zip.length, false);
  }
}
