package dev.tidegate.action.runner;

import dev.tidegate.action.json.Json;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads {@code GITHUB_EVENT_PATH}; members that it does not know are passed over. */
public final class Events {
  private static final Pattern QUEUE = Pattern.compile("/pr-(\\d{1,18})-[0-9a-f]+$");

  private Events() {}

  /**
   * The event. One of {@code pull_request_target} is none that we answer to: it would run what a
   * stranger wrote with the repository's secrets at hand.
   *
   * @param name value of {@code GITHUB_EVENT_NAME}
   * @param payload content of the file
   * @throws dev.tidegate.action.json.UnexpectedJson when a member that is needed is not there
   */
  public static Event read(String name, String payload) {
    var json = Json.parseObject(payload);
    return switch (name) {
      case "pull_request", "pull_request_review" ->
          new Event.PullRequest(json.text("action"), pull(json));
      case "push" -> push(json);
      case "merge_group" -> mergeGroup(json.object("merge_group"));
      case "schedule" -> new Event.Schedule(json.optionalText("schedule").orElse(""));
      case "workflow_run" -> workflowRun(json.object("workflow_run"));
      case "workflow_dispatch" -> new Event.WorkflowDispatch(json.text("ref"), defaultBranch(json));
      default -> new Event.Other(name);
    };
  }

  private static Pull pull(Json json) {
    var pull = json.object("pull_request");
    return new Pull(
        pull.number("number"),
        login(pull.optionalObject("user")),
        login(json.optionalObject("sender")),
        pull.flag("draft"),
        pull.flag("merged"),
        side(pull.object("head")),
        side(pull.object("base")),
        pull.objects("labels").stream().map(label -> label.text("name")).toList());
  }

  private static Pull.Side side(Json side) {
    return new Pull.Side(
        side.text("ref"),
        side.text("sha"),
        side.optionalObject("repo").map(repository -> repository.text("full_name")));
  }

  private static String login(Optional<Json> user) {
    return user.map(account -> account.text("login")).orElse("ghost");
  }

  private static Event push(Json json) {
    return new Event.Push(
        json.text("ref"),
        json.text("before"),
        commit(json),
        json.flag("deleted"),
        json.flag("forced"),
        defaultBranch(json));
  }

  /** Of an annotated tag {@code after} is the tag, which no call that wants a commit knows. */
  private static String commit(Json json) {
    var named =
        json.text("ref").startsWith("refs/tags/")
            ? json.optionalObject("head_commit").map(commit -> commit.text("id"))
            : Optional.<String>empty();
    return named.orElse(json.text("after"));
  }

  private static String defaultBranch(Json json) {
    return json.object("repository").text("default_branch");
  }

  private static Event mergeGroup(Json group) {
    var number = QUEUE.matcher(group.text("head_ref"));
    return new Event.MergeGroup(
        group.text("head_sha"),
        group.text("base_sha"),
        group.text("base_ref"),
        number.find() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty());
  }

  private static Event workflowRun(Json run) {
    return new Event.WorkflowRun(
        run.number("id"),
        run.text("event"),
        run.optionalText("conclusion"),
        run.text("head_sha"),
        run.optionalText("head_branch"),
        run.optionalObject("head_repository").map(repository -> repository.text("full_name")),
        run.objects("pull_requests").stream().map(pull -> pull.number("number")).toList());
  }
}
