package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.dialect.StatementMeter;
import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.diff.RenameQuestion;
import dev.tidegate.diff.RenameQuestions;
import dev.tidegate.plan.Strategy;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that lead from one state to another, renames first: see {@link Renaming}. */
public final class SchemaDiff {
  private final Dialect dialect;
  private final Scratch scratch;
  private final Scope scope;
  private final Strategy strategy;

  /** Diffs in these scratch databases, within this scope, by this strategy. */
  public SchemaDiff(Scratch scratch, Scope scope, Strategy strategy) {
    this.dialect = scratch.dialect();
    this.scratch = scratch;
    this.scope = scope;
    this.strategy = strategy;
  }

  /**
   * What came of it.
   *
   * @param statements proved
   * @param questions the drops and adds among them that look like renames
   * @param notes what should be known of the proof
   */
  public record Result(
      List<Statement> statements, List<RenameQuestion> questions, List<String> notes) {
    public Result {
      statements = List.copyOf(statements);
      questions = List.copyOf(questions);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Compares, plans, renders and proves.
   *
   * @param from a database that holds {@code schemas.from}; left as it is
   */
  public Result of(Pair<Schema> schemas, ScratchDatabase from, List<Rename> renames) {
    var renamed = new Renaming(scratch, scope, strategy).of(schemas, from, renames);
    var rest = new Pair<>(renamed.schema(), schemas.to());
    var questions = RenameQuestions.of(dialect.diffRules(), rest, dialect.diff(rest));
    var statements = new ArrayList<>(renamed.statements());
    statements.addAll(RenameHazards.added(dialect.statements(rest, strategy), questions));
    var probes = new ProbesBefore(dialect.live(), renamed.renames(), renamed.schema());
    var proof =
        new ProofWithRows(scratch, scope, rest).of(schemas, from, renames, probes.of(statements));
    var notes = new ArrayList<>(dialect.notes(rest, strategy));
    notes.addAll(proof.notes());
    return new Result(proof.statements(), questions, notes);
  }

  /**
   * The way back from what these statements made of a database, proved from there.
   *
   * @param from a database that holds {@code schemas.from}; left as it is
   * @param renames of the way there
   */
  public Result back(
      Pair<Schema> schemas, ScratchDatabase from, List<Rename> renames, Result there) {
    try (var reached = scratch.copyOf(from)) {
      var kept = List.<Schema.Kept>of();
      try (var connection = reached.connect()) {
        Proof.apply(connection, there.statements(), StatementMeter.NONE);
        connection.setAutoCommit(true);
        // Where they are not compared, owners and grants are still those of from.
        kept = dialect.inspector().inspect(connection, scope).kept();
      } catch (SQLException e) {
        throw new IllegalStateException("the scratch database could not be read", e);
      }
      var undone =
          renames.stream()
              .map(it -> new Rename(Rename.after(it.id(), renames), Rename.ownName(it.id())))
              .toList();
      return of(new Pair<>(schemas.to().keeping(kept), schemas.from()), reached, undone);
    }
  }
}
