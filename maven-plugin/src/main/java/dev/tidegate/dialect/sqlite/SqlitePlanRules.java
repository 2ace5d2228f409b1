package dev.tidegate.dialect.sqlite;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.PlanRules;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What SQLite can do in place: https://sqlite.org/lang_altertable.html. */
final class SqlitePlanRules implements PlanRules {

  @Override
  public boolean altersInPlace(Change.Modify change, Pair<Schema> schemas) {
    return false;
  }

  @Override
  public boolean createdWithParent(SchemaObject object) {
    return object instanceof Column
        || object instanceof Default
        || object instanceof Key
        || object instanceof CheckConstraint
        || object instanceof ForeignKey;
  }

  /** ADD CONSTRAINT is too young to rely on (3.53), and knows checks only. */
  @Override
  public boolean createdApart(SchemaObject part) {
    return false;
  }

  @Override
  public boolean rebuildsTable(ObjectId table, List<Change> changes, Pair<Schema> schemas) {
    return table.kind() == ObjectKind.TABLE && !new InPlace(table, changes, schemas).isPossible();
  }

  /** Tables, views and indexes share their names, in any case. */
  @Override
  public String nameSlot(SchemaObject object) {
    return switch (object.id().kind()) {
      case TABLE, VIEW, INDEX -> "object " + SqliteIdentifiers.fold(object.id().name());
      case TRIGGER -> "trigger " + SqliteIdentifiers.fold(object.id().name());
      default -> PlanRules.super.nameSlot(object);
    };
  }

  /** A table reads better after those that its foreign keys name; SQLite does not mind. */
  @Override
  public Map<ObjectId, Set<ObjectId>> mentions(Schema schema) {
    var mentions = new HashMap<ObjectId, Set<ObjectId>>();
    for (var key : schema.all(ForeignKey.class)) {
      mentions.computeIfAbsent(key.table(), id -> new HashSet<>()).add(key.referencedTable());
    }
    return mentions;
  }

  @Override
  public List<Hazard> hazards(Step step, Pair<Schema> schemas) {
    return new SqliteHazards(schemas).of(step);
  }
}
