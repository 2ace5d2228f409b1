package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What goes with rows that are deleted: those that refer to them, where a foreign key says so. */
record Cascades(Schema schema) {

  /**
   * The hazards with those that follow from them.
   *
   * @param sql that does it; TRUNCATE takes along only what it says
   */
  List<Hazard> of(List<Hazard> hazards, String sql) {
    var all = new ArrayList<>(hazards);
    for (var hazard : hazards) {
      if (hazard.object().kind() == ObjectKind.TABLE) {
        if (hazard.type() == HazardType.DELETE) {
          all.addAll(deleted(hazard.object()));
        } else if (hazard.type() == HazardType.TRUNCATE
            && sql.toUpperCase(java.util.Locale.ROOT).contains("CASCADE")) {
          all.addAll(truncated(hazard.object()));
        }
      }
    }
    return all.stream().distinct().toList();
  }

  private List<Hazard> deleted(ObjectId table) {
    var found = new ArrayList<Hazard>();
    var seen = new HashSet<>(List.of(table));
    var unseen = new ArrayDeque<>(List.of(table));
    while (!unseen.isEmpty()) {
      var parent = unseen.remove();
      for (var key : schema.all(ForeignKey.class)) {
        if (!key.referencedTable().equals(parent)) {
          continue;
        }
        if (key.onDelete().startsWith("SET ")) {
          set(key, parent).forEach(found::add);
        } else if (key.onDelete().equals("CASCADE") && seen.add(key.table())) {
          found.add(
              new Hazard(
                  HazardType.DELETE,
                  key.table(),
                  "rows of %s are deleted with those of %s that they refer to (ON DELETE CASCADE)"
                      .formatted(key.table().display(), parent.display())));
          unseen.add(key.table());
        }
      }
    }
    return found;
  }

  private static List<Hazard> set(ForeignKey key, ObjectId parent) {
    var columns = key.setColumns().isEmpty() ? key.columns() : key.setColumns();
    return columns.stream()
        .map(column -> key.table().member(ObjectKind.COLUMN, column))
        .map(
            column ->
                new Hazard(
                    HazardType.DELETE,
                    column,
                    "%s is overwritten where it refers to deleted rows of %s (ON DELETE %s)"
                        .formatted(column.display(), parent.display(), key.onDelete())))
        .toList();
  }

  /** https://www.postgresql.org/docs/current/sql-truncate.html: whatever the key says. */
  private List<Hazard> truncated(ObjectId table) {
    var found = new ArrayList<Hazard>();
    var seen = new HashSet<>(List.of(table));
    var unseen = new ArrayDeque<>(List.of(table));
    while (!unseen.isEmpty()) {
      var parent = unseen.remove();
      for (var key : schema.all(ForeignKey.class)) {
        if (key.referencedTable().equals(parent) && seen.add(key.table())) {
          found.add(
              new Hazard(
                  HazardType.TRUNCATE,
                  key.table(),
                  "all rows of %s are deleted, since it refers to %s (CASCADE)"
                      .formatted(key.table().display(), parent.display())));
          unseen.add(key.table());
        }
      }
    }
    return found;
  }
}
