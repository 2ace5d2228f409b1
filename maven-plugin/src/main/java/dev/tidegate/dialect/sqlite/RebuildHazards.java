package dev.tidegate.dialect.sqlite;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The harm that copying a table's rows into one of another shape can do. */
final class RebuildHazards {
  private final ObjectId table;
  private final SqliteProbes probes;
  private final Pair<Map<ObjectId, SchemaObject>> parts;
  private final boolean strictAdded;
  private final List<Hazard> hazards = new ArrayList<>();

  RebuildHazards(Step.RebuildTable step, SqliteProbes probes) {
    this.probes = probes;
    this.table = step.id();
    this.parts =
        step.table()
            .map(
                create ->
                    create.parts().stream()
                        .collect(Collectors.toMap(SchemaObject::id, Function.identity())));
    this.strictAdded = isStrict(step.table().to()) && !isStrict(step.table().from());
  }

  List<Hazard> all() {
    var copies = "copies all rows of " + table.display();
    hazards.add(new Hazard(HazardType.TABLE_REWRITE, table, copies));
    if (strictAdded) {
      mayFail(
          table, "fails when a value is not of its column's type", probes.unlikeTheirTypes(table));
    }
    parts.from().values().stream().sorted(this::byId).forEach(this::compare);
    parts.to().values().stream()
        .filter(part -> !parts.from().containsKey(part.id()))
        .sorted(this::byId)
        .forEach(this::added);
    return hazards;
  }

  private int byId(SchemaObject one, SchemaObject other) {
    return one.id().compareTo(other.id());
  }

  private void compare(SchemaObject before) {
    var after = Optional.ofNullable(parts.to().get(before.id()));
    if (before instanceof Column column) {
      if (after.isEmpty() && column.generated().isEmpty()) {
        hazards.add(SqliteHazards.dropColumn(column, probes));
      } else if (after.isPresent() && after.get() instanceof Column changed) {
        compare(column, changed);
      }
    } else if (after.isPresent() && !after.get().equals(before)) {
      added(after.get());
    }
  }

  private void compare(Column before, Column after) {
    var id = after.id();
    if (before.generated().isEmpty() && after.generated().isPresent()) {
      hazards.add(SqliteHazards.dropColumn(before, probes));
      return;
    }
    if (!before.type().equalsIgnoreCase(after.type())) {
      if (Affinity.of(before.type()).losesAs(Affinity.of(after.type()))) {
        add(
            HazardType.NARROW_TYPE,
            id,
            "values that read as " + shown(after) + " are changed: '007' becomes 7",
            probes.values(before));
      }
      var message = "the type changes to " + shown(after);
      hazards.add(new Hazard(HazardType.BREAKS_READERS, id, message));
    }
    if (after.notNull() && !before.notNull()) {
      mayFail(id, "fails when " + id.display() + " is null in a row", probes.nulls(before));
    }
  }

  private void added(SchemaObject part) {
    if (part instanceof Column column && column.notNull() && column.generated().isEmpty()) {
      var value = new ObjectId(ObjectKind.DEFAULT, column.id().path());
      if (!(parts.to().get(value) instanceof Default)) {
        var message = "fails when there are rows: no default for " + column.id().display();
        mayFail(column.id(), message, probes.rows(table));
      }
    } else if (part instanceof Key key) {
      mayFail(
          key.id(),
          "fails when rows of " + table.display() + " have the same key",
          probes.duplicates(key));
    } else if (part instanceof CheckConstraint check) {
      var message = "fails when a row breaks CHECK (" + check.expression() + ")";
      mayFail(check.id(), message, probes.violations(check));
    } else if (part instanceof ForeignKey key) {
      var message = "fails when a row names none of " + key.referencedTable().display();
      mayFail(key.id(), message, probes.orphans(key));
    }
  }

  private void mayFail(ObjectId object, String message, String probe) {
    var hazard = new Hazard(HazardType.MAY_FAIL_ON_DATA, object, message).probedBy(probe);
    // Whether orphans are refused depends on a setting of the connection:
    // https://sqlite.org/foreignkeys.html#fk_enable
    var certain = object.kind() != ObjectKind.FOREIGN_KEY;
    hazards.add(
        probes.culprits(table, probe).filter(it -> certain).map(hazard::causedBy).orElse(hazard));
  }

  private void add(HazardType type, ObjectId object, String message, String probe) {
    hazards.add(new Hazard(type, object, message).probedBy(probe));
  }

  private static String shown(Column column) {
    return column.type().isEmpty() ? "no type" : column.type();
  }

  private static boolean isStrict(Step.Create create) {
    return create.object() instanceof Table it
        && SqliteOptions.on(it.options(), SqliteOptions.STRICT);
  }
}
