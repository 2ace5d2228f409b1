package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A review of a pull request.
 *
 * @param id its number in the API
 * @param author who gave it
 * @param state {@code APPROVED}, {@code CHANGES_REQUESTED}, {@code COMMENTED}, {@code DISMISSED} or
 *     {@code PENDING}
 * @param commit the head commit that was reviewed
 * @param association what its author is to the repository, as {@code MEMBER} or {@code NONE}
 * @param body its text
 * @param submittedAt when it was given; nothing while it is pending
 */
public record Review(
    long id,
    Account author,
    String state,
    Optional<String> commit,
    String association,
    String body,
    Optional<Instant> submittedAt) {

  static Review read(Json json) {
    return new Review(
        json.number("id"),
        Account.in(json, "user"),
        json.text("state"),
        json.optionalText("commit_id"),
        json.optionalText("author_association").orElse("NONE"),
        json.optionalText("body").orElse(""),
        Times.optional(json, "submitted_at"));
  }
}
