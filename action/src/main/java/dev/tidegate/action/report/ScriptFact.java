package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A pending migration file, or one that was pending before this run.
 *
 * @param script its path within the migrations folder
 * @param version nothing for a repeatable one
 * @param applied whether this run applied it
 * @param millis how long that took
 * @param statements what it says, in order
 * @param hazards what they can do
 */
public record ScriptFact(
    String script,
    Optional<String> version,
    boolean applied,
    OptionalLong millis,
    List<StatementFact> statements,
    List<HazardFact> hazards) {
  public ScriptFact {
    statements = List.copyOf(statements);
    hazards = List.copyOf(hazards);
  }

  /**
   * A statement of a file.
   *
   * @param sql its whole text
   * @param line where it begins in its file, from 1
   * @param hash SHA-256 of its text in hexadecimal
   */
  public record StatementFact(String sql, int line, String hash) {
    static StatementFact read(Json json) {
      return new StatementFact(
          json.text("sql"),
          Math.toIntExact(json.optionalNumber("line").orElse(1)),
          json.text("hash"));
    }
  }
}
