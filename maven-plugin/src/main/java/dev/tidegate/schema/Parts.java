package dev.tidegate.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in what, looked up once for a whole schema. */
public final class Parts {
  private final Map<ObjectId, List<SchemaObject>> byParent = new HashMap<>();

  /** Reads a schema once. */
  public Parts(Schema schema) {
    for (var object : schema.objects().values()) {
      object
          .parent()
          .ifPresent(
              parent -> byParent.computeIfAbsent(parent, key -> new ArrayList<>()).add(object));
    }
  }

  /** The objects of one type whose parent is this, sorted; columns in their order. */
  public <T extends SchemaObject> List<T> of(ObjectId parent, Class<T> type) {
    var found = new ArrayList<T>();
    for (var object : byParent.getOrDefault(parent, List.of())) {
      if (type.isInstance(object)) {
        found.add(type.cast(object));
      }
    }
    if (type == Column.class) {
      found.sort(Comparator.comparingInt(column -> ((Column) column).position()));
    }
    return List.copyOf(found);
  }
}
