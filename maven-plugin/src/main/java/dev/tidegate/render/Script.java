package dev.tidegate.render;

import dev.tidegate.plan.Hazard;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements as a file: each after a comment a hazard, an empty line between them. What is over in
 * a moment is left to the report, so that a reader sees at once what is not.
 */
public final class Script {
  private Script() {}

  /** The file's text. */
  public static String of(List<Statement> statements) {
    return statements.stream().map(Script::withHazards).collect(Collectors.joining("\n"));
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
