package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.guard.StateLook;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.plan.Strategy;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.render.Script;
import dev.tidegate.render.Statement;
import dev.tidegate.report.DiffReport;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows pending migrations to their end and finds the script that leads back from there, proved
 * as {@code diff} proves its own: what was renamed is renamed back, so that it keeps its rows. Not
 * safe for several threads.
 */
final class WayBackSearch {
  private final Workspace workspace;
  private final List<String> notes = new ArrayList<>();
  private List<Statement> statements = List.of();
  private @Nullable Moment start;
  private @Nullable Moment end;
  private boolean found;

  WayBackSearch(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The state before the first migration. */
  void starts(Moment moment) {
    start = moment;
    end = moment;
  }

  /** The state after one more. */
  void follows(Moment moment) {
    end = moment;
  }

  /**
   * Plans and proves.
   *
   * @param identities of the start and, followed to there, of the end
   */
  void search(Scratch scratch, Pair<StateLook> identities, ScratchDatabase result) {
    if (start == null || end == null) {
      return;
    }
    var major = Integer.parseInt(scratch.version().split("\\.")[0]);
    var way = new SchemaDiff(scratch, Engine.scope(workspace), Strategy.online(major));
    var schemas = new Pair<>(end.inScope(), start.inScope());
    try {
      statements = way.of(schemas, result, renames(identities, schemas)).statements();
      found = true;
      if (statements.isEmpty()) {
        notes.add("what is pending changes rows alone, so no script leads back");
      }
    } catch (TidegateException e) {
      notes.add("no way back could be proved: " + e.problem().summary());
    }
  }

  /** What should be known where no way was found. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * The way back as a report has it; empty where none was found.
   *
   * @param lost what the migrations destroy
   */
  Optional<DiffReport.RollbackEntry> entry(List<MigrationFile> pending, List<String> lost) {
    if (!found) {
      return Optional.empty();
    }
    var words =
        new Pair<>(
            "before " + pending.get(0).script(),
            "after " + pending.get(pending.size() - 1).script());
    var heading = WayBack.heading(words, lost);
    var files = new ArrayList<DiffReport.FileEntry>();
    for (var part : Script.parts(statements)) {
      var text = (part.number() == 1 ? heading : "") + part.text();
      files.add(
          new DiffReport.FileEntry(
              Optional.empty(), part.stage().transactional(), part.stage().purpose(), text));
    }
    return Optional.of(new DiffReport.RollbackEntry(files, lost));
  }

  /** Tables and columns that have another name at the end, to get their old ones. */
  private static List<Rename> renames(Pair<StateLook> looks, Pair<Schema> schemas) {
    var now = new HashMap<String, ObjectId>();
    looks.to().identities().forEach((id, identity) -> now.put(identity, id));
    var renames = new ArrayList<Rename>();
    looks
        .from()
        .identities()
        .forEach(
            (id, identity) -> {
              var other = now.get(identity);
              if (other != null
                  && !other.name().equals(id.name())
                  && schemas.from().holds(other)
                  && isRenamedByItself(other, schemas.from())
                  && !schemas.from().holds(new ObjectId(id.kind(), sibling(other, id.name())))) {
                renames.add(new Rename(other, id.name()));
              }
            });
    return renames;
  }

  /** A partition's column goes with its parent's. */
  private static boolean isRenamedByItself(ObjectId id, Schema schema) {
    return id.kind() == ObjectKind.TABLE
        || (id.kind() == ObjectKind.COLUMN
            && schema
                .find(id)
                .map(Column.class::cast)
                .filter(column -> !column.inherited())
                .isPresent());
  }

  private static List<String> sibling(ObjectId id, String name) {
    var path = new ArrayList<>(id.qualifier());
    path.add(name);
    return path;
  }
}
