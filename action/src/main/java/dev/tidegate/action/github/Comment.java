package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.time.Instant;

/**
 * A comment on an issue or a pull request.
 *
 * @param id its number in the API
 * @param node its name in the GraphQL API
 * @param url its page
 * @param author who wrote it first; others may have edited it since
 * @param body its Markdown, as GitHub keeps it
 * @param createdAt when it was written
 * @param updatedAt when it was last changed, by whomever
 */
public record Comment(
    long id,
    String node,
    String url,
    Account author,
    String body,
    Instant createdAt,
    Instant updatedAt) {

  static Comment read(Json json) {
    return new Comment(
        json.number("id"),
        json.optionalText("node_id").orElse(""),
        json.text("html_url"),
        Account.in(json, "user"),
        json.optionalText("body").orElse(""),
        Times.in(json, "created_at"),
        Times.in(json, "updated_at"));
  }
}
