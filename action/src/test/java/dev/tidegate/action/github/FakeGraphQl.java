package dev.tidegate.action.github;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.tidegate.action.github.FakeGitHub.Call;
import dev.tidegate.action.github.FakeGitHub.Reply;
import java.util.ArrayList;
import java.util.List;

/** The one question that is asked by GraphQL: who edited a comment. Pages hold two edits. */
final class FakeGraphQl {
  static final String PATH = "/graphql";
  private static final int PAGE = 2;

  /** What the answer holds, each of which the query has to ask for. */
  private static final List<String> FIELDS =
      List.of(
          "node(id: $id)",
          "... on IssueComment",
          "lastEditedAt",
          "editor { login __typename }",
          "userContentEdits(first: 100, after: $after)",
          "pageInfo { hasNextPage endCursor }",
          "nodes { editor { login __typename } }");

  private FakeGraphQl() {}

  static List<String> departures(Call call) {
    var query = call.json().get("query").getAsString();
    var departures = new ArrayList<String>();
    FIELDS.stream()
        .filter(field -> !query.contains(field))
        .forEach(field -> departures.add("the query does not ask for " + field));
    if (query.chars().filter(c -> c == '{').count()
        != query.chars().filter(c -> c == '}').count()) {
      departures.add("braces of the query do not match");
    }
    if (!call.method().equals("POST")) {
      departures.add("GraphQL takes POST");
    }
    return departures;
  }

  static Reply answer(Call call, FakeRepository repository) {
    var variables = call.json().getAsJsonObject("variables");
    var id = variables.get("id").getAsString();
    var after = variables.has("after") ? Integer.parseInt(variables.get("after").getAsString()) : 0;
    var edits = repository.commentEdits.getOrDefault(id, List.of());
    var node = new JsonObject();
    node.add("lastEditedAt", JsonNull.INSTANCE);
    node.add("editor", JsonNull.INSTANCE);
    if (!edits.isEmpty()) {
      node.addProperty("lastEditedAt", "2026-11-20T10:00:00Z");
      node.add("editor", actor(edits.get(0)));
    }
    node.add("userContentEdits", edits(edits, after));
    return Reply.of(200, wrapped("data", wrapped("node", node)));
  }

  private static JsonObject edits(List<String> all, int after) {
    var nodes = new JsonArray();
    var last = Math.min(all.size(), after + PAGE);
    all.subList(after, last).forEach(by -> nodes.add(wrapped("editor", actor(by))));
    var info = new JsonObject();
    info.addProperty("hasNextPage", last < all.size());
    info.addProperty("endCursor", String.valueOf(last));
    var edits = wrapped("pageInfo", info);
    edits.add("nodes", nodes);
    return edits;
  }

  /** Names of apps have no end here. */
  private static JsonObject actor(String login) {
    var actor = new JsonObject();
    actor.addProperty("login", login.replace("[bot]", ""));
    actor.addProperty("__typename", login.endsWith("[bot]") ? "Bot" : "User");
    return actor;
  }

  private static JsonObject wrapped(String name, JsonObject in) {
    var json = new JsonObject();
    json.add(name, in);
    return json;
  }
}
