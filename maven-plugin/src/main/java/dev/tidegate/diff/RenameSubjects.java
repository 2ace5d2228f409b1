package dev.tidegate.diff;

import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything in a schema that has a name of its own: its objects, and the labels of its enums. */
public final class RenameSubjects {
  private RenameSubjects() {}

  /** Their identities, sorted. */
  public static SortedSet<ObjectId> of(Schema schema) {
    var found = new TreeSet<ObjectId>(schema.objects().keySet());
    for (var type : schema.all(EnumType.class)) {
      type.labels().forEach(label -> found.add(label(type, label)));
    }
    return Collections.unmodifiableSortedSet(found);
  }

  /** The identity of a label. */
  static ObjectId label(EnumType type, String label) {
    return type.id().member(ObjectKind.ENUM_LABEL, label);
  }
}
