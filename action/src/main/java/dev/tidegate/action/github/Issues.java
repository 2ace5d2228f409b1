package dev.tidegate.action.github;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.tidegate.action.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Issues found by a label, as the one that tells of drift. */
public final class Issues {
  private final Calls calls;

  Issues(Calls calls) {
    this.calls = calls;
  }

  /** Open issues with a label, oldest first; pull requests, which are issues too, are left out. */
  public List<Issue> open(String label) {
    return labelled(label, "open");
  }

  /** Issues with a label, those that were closed too, oldest first. */
  public List<Issue> all(String label) {
    return labelled(label, "all");
  }

  private List<Issue> labelled(String label, String state) {
    var query =
        "?state="
            + state
            + "&sort=created&direction=asc&per_page=100&labels="
            + URLEncoder.encode(label, StandardCharsets.UTF_8);
    return calls
        .list(
            Request.get(calls.inRepository("/issues" + query), "list the issues labelled " + label),
            Json::parseArray,
            json ->
                json.optionalObject("pull_request").isPresent()
                    ? Optional.<Issue>empty()
                    : Optional.of(Issue.read(json)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Opens an issue once; {@code itself} knows it among the open ones with that label. */
  public Issue create(String title, String body, String label, Predicate<Issue> itself) {
    var sent = text(title, body);
    var labels = new JsonArray();
    labels.add(label);
    sent.add("labels", labels);
    return calls.post(
        Request.sending("POST", calls.inRepository("/issues"), sent, "open an issue"),
        Issue::read,
        () -> open(label).stream().filter(itself).findFirst());
  }

  /** Gives an issue another title and text. */
  public Issue update(long number, String title, String body) {
    return patch(number, text(title, body), "update issue " + number);
  }

  /** Opens an issue that was closed, with another title and text. */
  public Issue reopen(long number, String title, String body) {
    var sent = text(title, body);
    sent.addProperty("state", "open");
    sent.addProperty("state_reason", "reopened");
    return patch(number, sent, "reopen issue " + number);
  }

  /** Closes an issue, with another title and text. */
  public Issue close(long number, String title, String body, Issue.Reason reason) {
    var sent = text(title, body);
    sent.addProperty("state", "closed");
    sent.addProperty("state_reason", reason.word());
    return patch(number, sent, "close issue " + number);
  }

  private Issue patch(long number, JsonObject sent, String operation) {
    return calls.send(
        Request.sending("PATCH", calls.inRepository("/issues/" + number), sent, operation),
        Issue::read);
  }

  private static JsonObject text(String title, String body) {
    var sent = new JsonObject();
    sent.addProperty("title", title);
    sent.addProperty("body", body);
    return sent;
  }
}
