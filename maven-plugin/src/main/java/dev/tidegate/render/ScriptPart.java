package dev.tidegate.render;

import dev.tidegate.plan.Hazard;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One file of a script: statements that run in one transaction, or each by itself.
 *
 * @param number counted from 1
 * @param count how many parts the script has
 * @param stage that all its statements are of
 */
public record ScriptPart(int number, int count, Stage stage, List<Statement> statements) {
  public ScriptPart {
    statements = List.copyOf(statements);
  }

  /**
   * The file's text: what it does and why it is a file of its own, then each statement after a
   * comment a hazard, an empty line between them. What is over in a moment is left to the report,
   * so that a reader sees at once what is not.
   */
  public String text() {
    var body = statements.stream().map(ScriptPart::withHazards).collect(Collectors.joining("\n"));
    return count == 1 && stage.transactional() ? body : heading() + "\n" + body;
  }

  private String heading() {
    var lines = new StringBuilder();
    lines.append("-- part %d of %d: %s\n".formatted(number, count, stage.purpose()));
    lines.append(
        stage.transactional()
            ? "-- in one transaction"
            : "-- not in a transaction, each statement by itself");
    return lines.append(stage.reason().isEmpty() ? "\n" : "; " + stage.reason() + "\n").toString();
  }

  private static String withHazards(Statement statement) {
    return statement.hazards().stream()
            .filter(hazard -> !hazard.brief())
            .map(hazard -> comment(hazard) + "\n")
            .collect(Collectors.joining())
        + statement.sql()
        + ";\n";
  }

  /** A name may hold a line break; a comment must not. */
  private static String comment(Hazard hazard) {
    return ("-- hazard "
            + hazard.type().word()
            + " "
            + hazard.object().display()
            + ": "
            + hazard.message())
        .replaceAll("[\r\n]+", " ");
  }
}
