package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Moments as the API writes them: ISO 8601. */
final class Times {
  private Times() {}

  static Instant in(Json json, String member) {
    return parse(json.text(member));
  }

  static Optional<Instant> optional(Json json, String member) {
    return json.optionalText(member).map(Times::parse);
  }

  private static Instant parse(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time that is not of ISO 8601", e);
    }
  }
}
