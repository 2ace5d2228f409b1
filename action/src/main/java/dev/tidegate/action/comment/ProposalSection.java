package dev.tidegate.action.comment;

import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Proposal;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.comment.Section.Part;
import java.util.List;
import java.util.Optional;

/**
 * SQL that no migration holds yet, numbered on from the plan's, below the command that writes it to
 * one. No deploy runs it, so that it is no part of what the marker promises.
 */
final class ProposalSection {
  private static final int FRAME = 200;

  private final List<Statement> statements;
  private final String command;
  private final int before;

  private ProposalSection(List<Statement> statements, String command, int before) {
    this.statements = statements;
    this.command = command;
    this.before = before;
  }

  static Section of(Plan plan, Proposal proposal) {
    var visible = SqlBlock.visible(new Plan(Optional.empty(), proposal.statements())).statements();
    var section = new ProposalSection(visible, proposal.command(), plan.statements().size());
    return Section.of(
        section.markdown(visible.size()), section.markdown(0).length() + 1, section::within);
  }

  private Part within(int room) {
    // a statement of backticks makes both fences as long
    var left = room - markdown(0).length() - FRAME;
    var many = 0;
    while (many < statements.size() && left > 0) {
      var text = SqlBlock.shown(before + many + 1, statements.get(many));
      left -= text.length() + 1 + 2 * Markdown.longestRun(text);
      many += left >= 0 ? 1 : 0;
    }
    return new Part(
        markdown(many),
        (statements.size() - many)
            + " of "
            + Numbers.count(statements.size(), "statement")
            + " in no migration");
  }

  private String markdown(int many) {
    var text =
        "The declared schema has changed, and no migration brings the change to a database."
            + " This writes one:\n\n"
            + Markdown.fenced("sh", Visible.lines(command));
    if (many == 0) {
      return text;
    }
    var sql = new StringBuilder();
    for (int i = 0; i < many; i++) {
      sql.append(i == 0 ? "" : "\n").append(SqlBlock.shown(before + i + 1, statements.get(i)));
    }
    var total = Numbers.count(statements.size(), "statement");
    return text
        + "\n\n"
        + Markdown.folded(
            "SQL of the migration to write: "
                + (many == statements.size() ? total : many + " of " + total),
            Markdown.fenced("sql", sql.toString()));
  }
}
