package dev.tidegate.diff;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.util.HashMap;
import java.util.Map;

/** Writes what the parameter {@code renames} takes, with the kind where the name needs it. */
final class Answers {
  private final Map<String, Integer> bearers = new HashMap<>();

  Answers(Schema from) {
    for (ObjectId id : RenameSubjects.of(from)) {
      bearers.merge(id.display(), 1, Integer::sum);
    }
  }

  String to(Rename rename) {
    var id = rename.id();
    var kind = bearers.getOrDefault(id.display(), 0) > 1 ? id.kind().word() + " " : "";
    return kind + id.display() + ":" + rename.name();
  }
}
