package dev.tidegate.action.command;

import dev.tidegate.action.comment.CommentText;
import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.ReviewComment.Proposal;
import dev.tidegate.action.comment.ReviewComment.Rollback;
import dev.tidegate.action.comment.ReviewComment.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** All SQL of a plan in the log: comment and summary have bounds, and say that the run has it. */
final class WholeSql {
  private WholeSql() {}

  /** Prints it where a comment has no room for all of it. */
  static void tell(Step step, ReviewComment comment) {
    if (!CommentText.leavesOut(comment)) {
      return;
    }
    tell(step, "SQL that would run", comment.plan().statements());
    tell(
        step,
        "SQL in no migration",
        comment.proposal().map(Proposal::statements).orElse(List.of()));
    tell(step, "the way back", comment.rollback().map(Rollback::statements).orElse(List.of()));
  }

  private static void tell(Step step, String what, List<Statement> statements) {
    if (!statements.isEmpty()) {
      step.console()
          .print(what, statements.stream().map(Statement::sql).collect(Collectors.joining("\n")));
    }
  }
}
