package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.diff.RenameQuestions;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that lead from one state to another, renames first.
 *
 * <p>A rename changes the text of everything that names the object, and only the database knows how
 * it will print that. So renames run in a scratch copy of {@code from} and the result is inspected
 * anew; what then still differs is the rest of the plan.
 */
public final class SchemaDiff {
  private final Dialect dialect;
  private final Scratch scratch;
  private final Scope scope;

  /** Diffs in these scratch databases, within this scope. */
  public SchemaDiff(Scratch scratch, Scope scope) {
    this.dialect = scratch.dialect();
    this.scratch = scratch;
    this.scope = scope;
  }

  /** The statements, proved; and the drops and adds among them that look like renames. */
  public record Result(List<Statement> statements, List<Rename> questions) {}

  /**
   * Compares, plans, renders and proves.
   *
   * @param from a database that holds {@code schemas.from}; left as it is
   */
  public Result of(Pair<Schema> schemas, ScratchDatabase from, List<Rename> renames) {
    var statements = new ArrayList<Statement>();
    var renamed = renames.isEmpty() ? schemas.from() : rename(schemas, from, renames, statements);
    var rest = new Pair<>(renamed, schemas.to());
    var changes = dialect.diff(rest);
    statements.addAll(dialect.statements(rest));
    if (!statements.isEmpty()) {
      try (var copy = scratch.copyOf(from)) {
        new Proof(dialect, scope).require(copy, statements, schemas.to());
      }
    }
    return new Result(List.copyOf(statements), RenameQuestions.of(rest, changes));
  }

  private Schema rename(
      Pair<Schema> schemas,
      ScratchDatabase from,
      List<Rename> renames,
      List<Statement> statements) {
    requireInTo(renames, schemas.to());
    var steps = new ArrayList<Plan.Planned>();
    for (var rename : renames) {
      var step = new Step.RenameObject(rename);
      steps.add(new Plan.Planned(step, dialect.planRules().hazards(step, schemas)));
    }
    statements.addAll(dialect.renderer().render(new Plan(steps, false), schemas));
    try (var copy = scratch.copyOf(from);
        var connection = copy.connect()) {
      Proof.apply(connection, statements);
      connection.setAutoCommit(true);
      return dialect.inspector().inspect(connection, scope);
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch database could not be read", e);
    }
  }

  private static void requireInTo(List<Rename> renames, Schema to) {
    for (var rename : renames) {
      var wanted = underNewTable(rename, renames);
      if (!to.holds(wanted)) {
        throw CommandProblems.renameNotInTo(rename, wanted).exception();
      }
    }
  }

  /** A renamed column's identity when its table is renamed as well. */
  private static ObjectId underNewTable(Rename rename, List<Rename> renames) {
    var id = rename.renamed();
    if (!rename.ofColumn()) {
      return id;
    }
    for (var other : renames) {
      if (!other.ofColumn() && other.id().path().equals(id.qualifier())) {
        return other.renamed().member(id.kind(), id.name());
      }
    }
    return id;
  }
}
