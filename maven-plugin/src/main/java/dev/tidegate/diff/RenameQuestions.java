package dev.tidegate.diff;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds drops and adds that look like one object under another name. Only a person knows, so each
 * is a question; unanswered, the plan drops the one and adds the other.
 */
public final class RenameQuestions {
  private static final double ALIKE = 0.5;

  private final Parts fromParts;
  private final Parts toParts;

  private RenameQuestions(Pair<Schema> schemas) {
    this.fromParts = new Parts(schemas.from());
    this.toParts = new Parts(schemas.to());
  }

  /** The likely renames among these changes, the likeliest partner of each object only. */
  public static List<Rename> of(Pair<Schema> schemas, List<Change> changes) {
    var questions = new RenameQuestions(schemas);
    var found = new ArrayList<Rename>();
    found.addAll(questions.tables(changes));
    found.addAll(questions.columns(changes));
    return List.copyOf(found);
  }

  private List<Rename> tables(List<Change> changes) {
    var candidates = new ArrayList<Candidate>();
    for (var gone : tables(changes, Change.Drop.class)) {
      for (var fresh : tables(changes, Change.Add.class)) {
        if (gone.qualifier().equals(fresh.qualifier())) {
          candidates.add(new Candidate(gone, fresh, overlap(gone, fresh), 0));
        }
      }
    }
    return best(candidates);
  }

  /** The share of columns, by name and type, that two tables have in common. */
  private double overlap(ObjectId gone, ObjectId fresh) {
    var before = shape(fromParts.of(gone, Column.class));
    var after = shape(toParts.of(fresh, Column.class));
    var common = new TreeSet<>(before);
    common.retainAll(after);
    var all = new TreeSet<>(before);
    all.addAll(after);
    return all.isEmpty() ? 0 : (double) common.size() / all.size();
  }

  private static Set<String> shape(List<Column> columns) {
    return columns.stream()
        .map(column -> column.id().name() + " " + column.type())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Rename> columns(List<Change> changes) {
    var fresh = new HashMap<ObjectId, List<Column>>();
    for (var change : changes) {
      if (change instanceof Change.Add add && add.object() instanceof Column column) {
        fresh.computeIfAbsent(column.table(), key -> new ArrayList<>()).add(column);
      }
    }
    var candidates = new ArrayList<Candidate>();
    for (var change : changes) {
      if (change instanceof Change.Drop drop && drop.object() instanceof Column before) {
        for (var after : fresh.getOrDefault(before.table(), List.of())) {
          if (before.type().equals(after.type())) {
            var distance = Math.abs(before.position() - after.position());
            candidates.add(new Candidate(before.id(), after.id(), 1, distance));
          }
        }
      }
    }
    return best(candidates);
  }

  private static List<Rename> best(List<Candidate> candidates) {
    candidates.sort(Candidate.LIKELIEST_FIRST);
    var taken = new HashSet<ObjectId>();
    var renames = new ArrayList<Rename>();
    for (var candidate : candidates) {
      if (candidate.likeness() >= ALIKE
          && !taken.contains(candidate.gone())
          && !taken.contains(candidate.fresh())) {
        taken.add(candidate.gone());
        taken.add(candidate.fresh());
        renames.add(new Rename(candidate.gone(), candidate.fresh().name()));
      }
    }
    renames.sort(Comparator.comparing(Rename::id));
    return renames;
  }

  private static List<ObjectId> tables(List<Change> changes, Class<? extends Change> kind) {
    return changes.stream()
        .filter(kind::isInstance)
        .map(Change::id)
        .filter(id -> id.kind() == ObjectKind.TABLE)
        .toList();
  }

  private record Candidate(ObjectId gone, ObjectId fresh, double likeness, int distance) {
    private static final Comparator<Candidate> LIKELIEST_FIRST =
        Comparator.comparingDouble((Candidate candidate) -> -candidate.likeness())
            .thenComparingInt(Candidate::distance)
            .thenComparing(Candidate::gone)
            .thenComparing(Candidate::fresh);
  }
}
