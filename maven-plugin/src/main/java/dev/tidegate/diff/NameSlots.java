package dev.tidegate.diff;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that are taken in a schema: objects of several kinds share theirs. */
final class NameSlots {
  private static final Set<ObjectKind> RELATIONS =
      EnumSet.of(
          ObjectKind.ENUM,
          ObjectKind.BASE_TYPE,
          ObjectKind.DOMAIN,
          ObjectKind.COMPOSITE_TYPE,
          ObjectKind.RANGE_TYPE,
          ObjectKind.SEQUENCE,
          ObjectKind.TABLE,
          ObjectKind.INDEX,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW);

  private static final Set<ObjectKind> WITH_INDEX =
      EnumSet.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

  private static final Set<ObjectKind> OTHER_CONSTRAINTS =
      EnumSet.of(ObjectKind.CHECK, ObjectKind.FOREIGN_KEY);

  private final Set<String> taken = new HashSet<>();

  NameSlots(Schema schema) {
    RenameSubjects.of(schema).forEach(id -> taken.add(slot(id)));
  }

  /** Whether some object has this name already. */
  boolean holds(ObjectId id) {
    return taken.contains(slot(id));
  }

  /** The same text for two objects that cannot both be called so. */
  static String slot(ObjectId id) {
    if (RELATIONS.contains(id.kind())) {
      return "relation " + id.path();
    }
    if (WITH_INDEX.contains(id.kind())) {
      var namespace = id.path().subList(0, Math.max(0, id.path().size() - 2));
      return "relation " + append(namespace, id.name());
    }
    if (OTHER_CONSTRAINTS.contains(id.kind())) {
      return "constraint " + id.path();
    }
    return (Rename.isRoutine(id) ? "routine" : id.kind().word()) + " " + id.path();
  }

  private static List<String> append(List<String> path, String name) {
    var longer = new java.util.ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
