package dev.tidegate.command;

import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proves a plan with rows in the tables that it touches. A change that may fail on data, such as a
 * new constraint, can fail on rows that were made up: then the proof is repeated without them, and
 * says so.
 */
final class ProofWithRows {
  private final Scratch scratch;
  private final Scope scope;
  private final Pair<Schema> renamed;

  /** Proves what is left to do after the renames. */
  ProofWithRows(Scratch scratch, Scope scope, Pair<Schema> renamed) {
    this.scratch = scratch;
    this.scope = scope;
    this.renamed = renamed;
  }

  /** A plan that was proved, and what should be known of the proof. */
  record Proved(List<Statement> statements, List<String> notes) {
    Proved {
      statements = List.copyOf(statements);
      notes = List.copyOf(notes);
    }
  }

  /** Proves on a copy of {@code from}. */
  Proved of(
      Pair<Schema> schemas,
      ScratchDatabase from,
      List<Rename> renames,
      List<Statement> statements) {
    if (statements.isEmpty()) {
      return new Proved(List.of(), List.of());
    }
    var all = new TreeSet<ObjectId>();
    schemas.from().all(Table.class).forEach(table -> all.add(table.id()));
    var without = new TreeSet<ObjectId>();
    var notes = new ArrayList<String>();
    while (true) {
      var rows = new RowProof(scratch.dialect(), schemas, renames, statements, without);
      try (var copy = scratch.copyOf(from)) {
        var proved = new Proof(scratch.dialect(), scope).require(copy, statements, renamed, rows);
        notes.addAll(rows.notes());
        return new Proved(proved, notes);
      } catch (TidegateException e) {
        if (without.containsAll(all)
            || !(e.getCause() instanceof RefusedStatement refused && refused.isAboutData())) {
          throw e;
        }
        var concerned = new TouchedTables(schemas, renames).of(refused.statement());
        var left = leftOut(concerned, without);
        notes.add(CommandProblems.failedOnRows(refused, left));
        without.addAll(left.isEmpty() ? all : left);
      }
    }
  }

  /** The tables themselves; empty where that is not enough, so that all have to go. */
  private static Set<ObjectId> leftOut(Set<ObjectId> concerned, Set<ObjectId> without) {
    return without.containsAll(concerned) ? Set.of() : concerned;
  }
}
