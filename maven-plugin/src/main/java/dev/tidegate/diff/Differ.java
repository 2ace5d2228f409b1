package dev.tidegate.diff;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two schemas, object by object. */
public final class Differ {
  private final DiffRules rules;

  /** A differ that asks these rules. */
  public Differ(DiffRules rules) {
    this.rules = rules;
  }

  /** Every difference, in the order of the objects' identities. */
  public List<Change> diff(Pair<Schema> schemas) {
    var from = schemas.from().objects();
    var to = schemas.to().objects();
    var ids = new TreeSet<ObjectId>(from.keySet());
    ids.addAll(to.keySet());
    var changes = new ArrayList<Change>();
    for (var id : ids) {
      var before = from.get(id);
      var after = to.get(id);
      if (before == null && after != null) {
        changes.add(new Change.Add(after));
      } else if (before != null && after == null) {
        changes.add(new Change.Drop(before));
      } else if (before != null
          && after != null
          && !rules.comparable(before).equals(rules.comparable(after))) {
        changes.add(new Change.Modify(new Pair<>(before, after)));
      }
    }
    return List.copyOf(changes);
  }
}
