package dev.tidegate.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.tidegate.guard.PlannedFile;
import dev.tidegate.guard.PlannedFile.PlannedStatement;
import dev.tidegate.guard.ReviewedPlan;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Reads the plan out of the report that a dry run has left: {@code deploy.json}. */
public final class ReviewedPlanFile {
  private ReviewedPlanFile() {}

  /**
   * Reads it.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1008 if it cannot be read, or is no such
   *     report
   */
  public static ReviewedPlan read(Path file) {
    try {
      var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      var files = new ArrayList<PlannedFile>();
      for (var element : json.getAsJsonArray("plan")) {
        files.add(file(element.getAsJsonObject()));
      }
      return new ReviewedPlan(json.get("planHash").getAsString(), files);
    } catch (IOException e) {
      throw unreadable(file, e.toString()).exception(e);
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | UnsupportedOperationException e) {
      throw unreadable(file, "it is not the report of a deploy of one database").exception(e);
    }
  }

  private static PlannedFile file(JsonObject json) {
    var statements = new ArrayList<PlannedStatement>();
    for (var element : json.getAsJsonArray("statements")) {
      var one = element.getAsJsonObject();
      statements.add(
          new PlannedStatement(
              one.get("hash").getAsString(),
              one.has("line") ? one.get("line").getAsInt() : 1,
              one.get("sql").getAsString(),
              one.has("cut") && one.get("cut").getAsBoolean()));
    }
    return new PlannedFile(json.get("script").getAsString(), statements);
  }

  private static Problem unreadable(Path file, String why) {
    return Problem.of(ProblemCode.FILE_MISSING, "the reviewed plan " + file + " cannot be read")
        .withDetail(why)
        .withState("nothing was changed")
        .withHint(
            "name the deploy.json of the dry run that was reviewed: -Dtidegate.reviewedPlan=…");
  }
}
