package dev.tidegate.action.command;

import dev.tidegate.action.comment.ReviewComment;
import dev.tidegate.action.comment.ReviewComment.AppliedFile;
import dev.tidegate.action.comment.ReviewComment.Deployment;
import dev.tidegate.action.comment.ReviewComment.Hazard;
import dev.tidegate.action.comment.ReviewComment.PendingFile;
import dev.tidegate.action.comment.ReviewComment.Plan;
import dev.tidegate.action.comment.ReviewComment.Proposal;
import dev.tidegate.action.comment.ReviewComment.Rollback;
import dev.tidegate.action.comment.ReviewComment.RowCount;
import dev.tidegate.action.comment.ReviewComment.Statement;
import dev.tidegate.action.comment.ReviewComment.Subject;
import dev.tidegate.action.comment.ReviewComment.Trouble;
import dev.tidegate.action.runner.Secrets;
import java.util.List;

/**
 * A comment without secrets, and without the paths of the machine that it was found out on. Masked
 * after it was rendered, its SQL would not have its hash.
 */
final class MaskedComment {
  private final Secrets secrets;
  private final String root;

  private MaskedComment(Secrets secrets, String root) {
    this.secrets = secrets;
    this.root = root;
  }

  static ReviewComment of(ReviewComment comment, Step step) {
    return new MaskedComment(step.secrets(), Checkout.root(step) + "/").masked(comment);
  }

  private ReviewComment masked(ReviewComment it) {
    var subject = it.subject();
    return new ReviewComment(
        new Subject(text(subject.key()), text(subject.environment()), text(subject.directory())),
        it.verdict(),
        new Plan(it.plan().hash(), plan(it.plan().statements())),
        it.proposal().map(to -> new Proposal(statements(to.statements()), text(to.command()))),
        it.hazards().stream().map(this::hazard).toList(),
        it.pending().stream().map(at -> new PendingFile(text(at.path()), at.statements())).toList(),
        texts(it.drift()),
        it.rollback().map(to -> new Rollback(statements(to.statements()), texts(to.lost()))),
        it.trouble().map(this::trouble),
        it.deployment().map(this::deployment),
        texts(it.notes()),
        it.origin());
  }

  private Hazard hazard(Hazard it) {
    return new Hazard(
        it.statement(),
        text(it.type()),
        text(it.object()),
        it.standing(),
        text(it.lock()),
        text(it.size()),
        text(it.advice()));
  }

  private Trouble trouble(Trouble it) {
    return new Trouble(text(it.summary()), texts(it.detail()), text(it.state()), text(it.hint()));
  }

  private Deployment deployment(Deployment it) {
    return new Deployment(
        it.when(),
        it.files().stream()
            .map(at -> new AppliedFile(text(at.path()), at.statements(), at.millis()))
            .toList(),
        it.rows().stream()
            .map(at -> new RowCount(text(at.table()), text(at.before()), text(at.after())))
            .toList(),
        it.runUrl());
  }

  /** As the deploy masks them that compares with these. */
  private List<Statement> plan(List<Statement> statements) {
    return statements.stream()
        .map(it -> new Statement(secrets.mask(it.file()), secrets.mask(it.sql())))
        .toList();
  }

  private List<Statement> statements(List<Statement> statements) {
    return statements.stream().map(it -> new Statement(text(it.file()), text(it.sql()))).toList();
  }

  private List<String> texts(List<String> texts) {
    return texts.stream().map(this::text).toList();
  }

  private String text(String text) {
    return secrets.mask(text.replace(root, ""));
  }
}
