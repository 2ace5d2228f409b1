package dev.tidegate.action.report;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code diff.json} says.
 *
 * @param problem why the goal failed
 * @param migrations where it looked for migrations
 * @param statements what leads from the one state to the other; none where they do not differ
 * @param questions drops and adds that look like renames, with the parameter that says so
 * @param rollback the way back, where it was asked for
 * @param notes what a reader should know
 */
public record DiffFacts(
    Optional<Problem> problem,
    Optional<String> migrations,
    List<ChangeFact> statements,
    List<String> questions,
    Optional<DeployFacts.RollbackFact> rollback,
    List<String> notes) {
  public DiffFacts {
    statements = List.copyOf(statements);
    questions = List.copyOf(questions);
    notes = List.copyOf(notes);
  }

  /**
   * A statement that is in no file yet.
   *
   * @param sql its text
   * @param object what it changes, with dots
   * @param hazards what it can do
   * @param place where the declared schema tells of the object
   */
  public record ChangeFact(
      String sql, String object, List<HazardFact> hazards, Optional<PlaceFact> place) {
    public ChangeFact {
      hazards = List.copyOf(hazards);
    }
  }

  /**
   * A place in a file of the declared schema.
   *
   * @param file as the goal was given it: absolute, or relative to the directory of the run
   * @param line from 1; empty where only the file is known
   */
  public record PlaceFact(String file, OptionalInt line) {}

  /** Reads a report; fails with {@code UnexpectedJson} where it is not one. */
  public static DiffFacts read(Json report) {
    return new DiffFacts(
        Problems.in(report),
        report.optionalText("migrationsFolder"),
        report.objects("statements").stream().map(DiffFacts::change).toList(),
        report.objects("questions").stream().map(DiffFacts::question).toList(),
        DeployFacts.RollbackFact.in(report),
        report.texts("notes"));
  }

  private static String question(Json json) {
    return "%s %s may have been renamed to %s: if so, %s"
        .formatted(json.text("kind"), json.text("from"), json.text("to"), json.text("answer"));
  }

  private static ChangeFact change(Json json) {
    return new ChangeFact(
        json.text("sql"),
        json.text("object"),
        json.objects("hazards").stream().map(HazardFact::read).toList(),
        json.optionalObject("place").map(DiffFacts::place));
  }

  private static PlaceFact place(Json json) {
    var line = json.optionalNumber("line");
    return new PlaceFact(
        json.text("file"),
        line.isPresent() ? OptionalInt.of(Math.toIntExact(line.getAsLong())) : OptionalInt.empty());
  }
}
