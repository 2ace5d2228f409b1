package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.dialect.StatementMeter;
import dev.tidegate.diff.EvidentRenames;
import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.diff.RenameOrder;
import dev.tidegate.diff.RenameSubjects;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.plan.Strategy;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The renames of a diff, which come before everything else: those that somebody named, and those
 * that nobody needs to be asked about.
 *
 * <p>A rename changes the text of everything that names the object, and only the database knows how
 * it will print that. So renames run in a scratch copy of {@code from} and the result is inspected
 * anew; what then still differs is the rest of the plan.
 */
final class Renaming {
  private final Dialect dialect;
  private final Scratch scratch;
  private final Scope scope;
  private final Strategy strategy;

  Renaming(Scratch scratch, Scope scope, Strategy strategy) {
    this.dialect = scratch.dialect();
    this.scratch = scratch;
    this.scope = scope;
    this.strategy = strategy;
  }

  /**
   * What the renames came to.
   *
   * @param statements that rename
   * @param renames as they were carried out, each under the name that the object had at its turn
   * @param schema of {@code from} after them
   */
  record Renamed(List<Statement> statements, List<Rename> renames, Schema schema) {
    Renamed {
      statements = List.copyOf(statements);
      renames = List.copyOf(renames);
    }
  }

  /** Renames; {@code from} is left as it is. */
  Renamed of(Pair<Schema> schemas, ScratchDatabase from, Collection<Rename> asked) {
    requirePossible(schemas, asked);
    var renamed = new Renamed(List.of(), List.of(), schemas.from());
    if (asked.isEmpty() && evident(schemas).isEmpty()) {
      return renamed;
    }
    try (var copy = scratch.copyOf(from);
        var connection = copy.connect()) {
      renamed = then(connection, renamed, schemas, asked);
      return then(
          connection, renamed, schemas, evident(new Pair<>(renamed.schema(), schemas.to())));
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch database could not be read", e);
    }
  }

  private Renamed then(
      Connection connection, Renamed before, Pair<Schema> schemas, Collection<Rename> more)
      throws SQLException {
    if (more.isEmpty()) {
      return before;
    }
    var order = new RenameOrder(before.schema()).of(more);
    var steps = order.stream().map(rename -> planned(rename, order, schemas)).toList();
    var said = dialect.renderer().render(new Plan(steps, false), schemas, strategy);
    Proof.apply(connection, said, StatementMeter.NONE);
    connection.setAutoCommit(true);
    var statements = new ArrayList<>(before.statements());
    statements.addAll(said);
    var renames = new ArrayList<>(before.renames());
    renames.addAll(order);
    return new Renamed(statements, renames, dialect.inspector().inspect(connection, scope));
  }

  /** Of an exchange of names the way out says what happens, with the name at its end. */
  private Plan.Planned planned(Rename rename, List<Rename> order, Pair<Schema> schemas) {
    var step = new Step.RenameObject(rename);
    if (RenameOrder.isOnTheWay(rename.id().name())) {
      return new Plan.Planned(step, List.of());
    }
    var end =
        order.stream()
            .filter(other -> other.id().equals(rename.renamed()))
            .filter(other -> RenameOrder.isOnTheWay(rename.name()))
            .findFirst();
    var whole = new Rename(rename.id(), end.map(Rename::name).orElse(rename.name()));
    var hazards = dialect.planRules().hazards(new Step.RenameObject(whole), schemas);
    return new Plan.Planned(step, hazards);
  }

  private List<Rename> evident(Pair<Schema> schemas) {
    var renames = new EvidentRenames(dialect.diffRules(), schemas).of(dialect.diff(schemas));
    return renames.isEmpty() ? renames : new RenameOrder(schemas.from()).possible(renames);
  }

  private void requirePossible(Pair<Schema> schemas, Collection<Rename> renames) {
    if (renames.isEmpty()) {
      return;
    }
    var wanted = RenameSubjects.of(schemas.to());
    for (var rename : renames) {
      if (!dialect.diffRules().canRename(rename.id().kind())) {
        throw CommandProblems.renameNotPossible(rename, dialect.product().label()).exception();
      }
      var after = Rename.after(rename.id(), List.copyOf(renames));
      // The argument types of a routine may be among what is renamed.
      var there =
          Rename.isRoutine(after)
              ? wanted.stream()
                  .anyMatch(
                      id ->
                          id.kind() == after.kind()
                              && id.path().subList(0, 2).equals(after.path().subList(0, 2)))
              : wanted.contains(after);
      if (!there) {
        throw CommandProblems.renameNotInTo(rename, after).exception();
      }
    }
    new RenameOrder(schemas.from())
        .taken(renames)
        .ifPresent(
            rename -> {
              throw CommandProblems.renameTaken(rename).exception();
            });
  }
}
