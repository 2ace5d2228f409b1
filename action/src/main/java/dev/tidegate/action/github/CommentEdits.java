package dev.tidegate.action.github;

import com.google.gson.JsonObject;
import dev.tidegate.action.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who edited a comment since it was written; only the GraphQL API says so. */
final class CommentEdits {
  private static final int PAGES = 50;

  private static final String QUERY =
      "query($id: ID!, $after: String) { node(id: $id) { ... on IssueComment { lastEditedAt"
          + " editor { login __typename } userContentEdits(first: 100, after: $after) {"
          + " pageInfo { hasNextPage endCursor } nodes { editor { login __typename } } } } } }";

  private final Calls calls;
  private final Comment comment;

  CommentEdits(Calls calls, Comment comment) {
    this.calls = calls;
    this.comment = comment;
  }

  /** One page of edits, and where the next one begins. */
  private record Page(List<Account> editors, Optional<String> next) {}

  /** Everybody who wrote a version of it; of one that was never edited nobody has to be named. */
  List<Account> editors() {
    var editors = new ArrayList<Account>();
    var next = Optional.<String>empty();
    for (int page = 0; page < PAGES; page++) {
      var found = page(next);
      editors.addAll(found.editors());
      next = found.next();
      if (next.isEmpty()) {
        return List.copyOf(editors);
      }
    }
    throw new GitHubFailure(
        GitHubFailure.Kind.UNREADABLE, operation(), 0, "its pages do not end", "");
  }

  private Page page(Optional<String> after) {
    var variables = new JsonObject();
    variables.addProperty("id", comment.node());
    after.ifPresent(cursor -> variables.addProperty("after", cursor));
    var body = new JsonObject();
    body.addProperty("query", QUERY);
    body.add("variables", variables);
    // it only reads, so it may be sent twice
    return calls.send(
        Request.sending("POST", calls.exchange().graphQl(), body, operation()), CommentEdits::read);
  }

  private String operation() {
    return "say who edited comment " + comment.id();
  }

  private static Page read(Json answer) {
    var node =
        answer
            .optionalObject("data")
            .flatMap(data -> data.optionalObject("node"))
            .orElseThrow(() -> new IllegalArgumentException("the token may not ask for it"));
    var edits = node.optionalObject("userContentEdits");
    if (edits.isEmpty() && node.optionalText("lastEditedAt").isPresent()) {
      throw new IllegalArgumentException("the comment was edited, and by whom is not told");
    }
    var editors = new ArrayList<Account>();
    if (node.optionalText("lastEditedAt").isPresent()) {
      editors.add(editor(node));
    }
    edits.ifPresent(it -> it.objects("nodes").forEach(edit -> editors.add(editor(edit))));
    var info = edits.map(it -> it.object("pageInfo")).filter(it -> it.flag("hasNextPage"));
    return new Page(editors, info.map(it -> it.text("endCursor")));
  }

  /** GraphQL leaves out the end of an app's name that REST gives it. */
  private static Account editor(Json of) {
    var user = of.optionalObject("editor");
    var name = user.map(it -> it.text("login")).orElse("ghost");
    var isBot = user.flatMap(it -> it.optionalText("__typename")).equals(Optional.of("Bot"));
    return Account.named(isBot && !name.endsWith("[bot]") ? name + "[bot]" : name);
  }
}
