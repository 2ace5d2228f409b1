package dev.tidegate.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.tidegate.backup.BackupJson;
import dev.tidegate.guard.Consent;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.report.FleetReport.Outcome;
import dev.tidegate.report.FleetReport.TargetEntry;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what {@link JsonFormat} wrote of a deploy to many databases. */
public final class FleetJson {
  private FleetJson() {}

  /**
   * The report.
   *
   * @throws IllegalArgumentException with the reason where the text is none
   */
  public static FleetReport read(String text) {
    try {
      var json = JsonParser.parseString(text).getAsJsonObject();
      if (!"deploy".equals(text(json, "goal").orElse("")) || json.get("format").getAsInt() != 1) {
        throw new IllegalArgumentException("it is no report of deploy");
      }
      var problem = problem(json);
      if (!json.has("targets")) {
        throw new IllegalArgumentException(
            problem
                .map(why -> "it stopped before it had targets: " + why.summary())
                .orElse("it is about one database, not about targets"));
      }
      return report(json, problem);
    } catch (JsonParseException
        | DateTimeParseException
        | IllegalStateException
        | NullPointerException e) {
      throw new IllegalArgumentException("it cannot be read: " + e.getMessage(), e);
    }
  }

  private static FleetReport report(JsonObject json, Optional<Problem> problem) {
    var targets = new ArrayList<TargetEntry>();
    for (var target : json.getAsJsonArray("targets")) {
      targets.add(target(target.getAsJsonObject()));
    }
    return new FleetReport(
        json.get("dryRun").getAsBoolean(),
        text(json, "shard"),
        FleetReport.Totals.of(targets),
        targets,
        texts(json, "notes"),
        json.get("millis").getAsLong(),
        problem);
  }

  private static TargetEntry target(JsonObject json) {
    return new TargetEntry(
        text(json, "name").orElse(""),
        text(json, "url").orElse(""),
        text(json, "schema"),
        text(json, "environment"),
        json.get("canary").getAsBoolean(),
        Outcome.valueOf(
            text(json, "outcome").orElse("").toUpperCase(Locale.ROOT).replace('-', '_')),
        text(json, "fromVersion"),
        text(json, "toVersion"),
        text(json, "planHash").orElse(""),
        texts(json, "pending"),
        json.get("applied").getAsLong(),
        texts(json, "hazards"),
        Optional.ofNullable(json.getAsJsonObject("backup")).map(BackupJson::read),
        Optional.ofNullable(json.getAsJsonObject("consent")).map(FleetJson::consent),
        texts(json, "drift"),
        texts(json, "notes"),
        json.get("millis").getAsLong(),
        problem(json));
  }

  private static Consent consent(JsonObject json) {
    return new Consent(text(json, "agent").orElse(""), text(json, "words").orElse(""));
  }

  private static Optional<Problem> problem(JsonObject of) {
    return Optional.ofNullable(of.getAsJsonObject("problem"))
        .map(
            json ->
                new Problem(
                    code(text(json, "code").orElse("")),
                    text(json, "summary").orElse(""),
                    texts(json, "detail"),
                    text(json, "state"),
                    text(json, "hint")));
  }

  private static ProblemCode code(String id) {
    return Arrays.stream(ProblemCode.values())
        .filter(code -> code.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("it has a problem " + id));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name)).map(JsonElement::getAsString);
  }

  private static List<String> texts(JsonObject json, String name) {
    return Optional.ofNullable(json.getAsJsonArray(name)).orElse(new JsonArray()).asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }
}
