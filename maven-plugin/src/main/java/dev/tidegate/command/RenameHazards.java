package dev.tidegate.command;

import dev.tidegate.diff.RenameQuestion;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Marks statements that destroy what was likely renamed only. Whoever reads the script alone sees
 * the question as well.
 */
final class RenameHazards {
  private RenameHazards() {}

  /** The statements, with a hazard more for each question that one of them decides by a loss. */
  static List<Statement> added(List<Statement> statements, List<RenameQuestion> questions) {
    if (questions.isEmpty()) {
      return statements;
    }
    return statements.stream().map(statement -> marked(statement, questions)).toList();
  }

  private static Statement marked(Statement statement, List<RenameQuestion> questions) {
    var hazards = new ArrayList<Hazard>();
    for (var hazard : statement.hazards()) {
      hazards.add(hazard);
      question(hazard, questions).map(RenameHazards::hazard).ifPresent(hazards::add);
    }
    return new Statement(
        statement.sql(), statement.object(), hazards, statement.stage(), statement.cost());
  }

  private static Optional<RenameQuestion> question(Hazard hazard, List<RenameQuestion> questions) {
    if (!hazard.type().destroysData()) {
      return Optional.empty();
    }
    return questions.stream().filter(it -> loses(hazard, it.rename().id())).findFirst();
  }

  private static boolean loses(Hazard hazard, ObjectId asked) {
    if (asked.kind() == ObjectKind.ENUM_LABEL) {
      return hazard.type() == HazardType.DROP_TYPE_VALUE
          && hazard.object().path().equals(asked.qualifier())
          && hazard.message().contains("'" + asked.name() + "'");
    }
    return hazard.object().equals(asked);
  }

  private static Hazard hazard(RenameQuestion question) {
    var id = question.rename().id();
    return new Hazard(
        HazardType.BREAKS_READERS,
        id,
        "looks like a rename to %s, which would keep what it holds; if it is one: %s"
            .formatted(question.rename().name(), question.parameter()));
  }
}
