package dev.tidegate.command;

import dev.tidegate.diff.Rename;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads the parameter {@code renames}: {@code users.name:full_name,old_table:new_table}. */
public final class Renames {
  private static final Set<ObjectKind> NAMED_BY_USERS =
      Set.of(
          ObjectKind.TABLE,
          ObjectKind.COLUMN,
          ObjectKind.VIEW,
          ObjectKind.MATERIALIZED_VIEW,
          ObjectKind.INDEX,
          ObjectKind.SEQUENCE,
          ObjectKind.ENUM,
          ObjectKind.DOMAIN);

  private Renames() {}

  /**
   * The renames in the order in which they run: columns under their table's old name, then the
   * rest.
   */
  public static List<Rename> parse(List<String> words, Schema from) {
    var renames = new ArrayList<Rename>();
    for (var word : words) {
      var colon = word.lastIndexOf(':');
      if (colon <= 0 || colon == word.length() - 1) {
        throw CommandProblems.renameNotUnderstood(word).exception();
      }
      var name = word.substring(colon + 1);
      var id = find(word.substring(0, colon), from);
      renames.add(new Rename(id, name.substring(name.lastIndexOf('.') + 1)));
    }
    renames.sort(
        Comparator.comparing((Rename rename) -> !rename.ofColumn()).thenComparing(Rename::id));
    return List.copyOf(renames);
  }

  private static ObjectId find(String old, Schema from) {
    var found =
        from.objects().keySet().stream()
            .filter(id -> NAMED_BY_USERS.contains(id.kind()))
            .filter(id -> id.display().equals(old) || id.display().endsWith("." + old))
            .toList();
    var exact = found.stream().filter(id -> id.display().equals(old)).toList();
    if (exact.size() == 1) {
      return exact.get(0);
    }
    if (found.isEmpty()) {
      throw CommandProblems.renameNotInFrom(old, near(old, from)).exception();
    }
    if (found.size() > 1) {
      throw CommandProblems.renameOfSeveral(old, found).exception();
    }
    return found.get(0);
  }

  private static List<ObjectId> near(String old, Schema from) {
    var name = old.substring(old.lastIndexOf('.') + 1);
    return from.objects().keySet().stream()
        .filter(id -> NAMED_BY_USERS.contains(id.kind()))
        .filter(id -> id.name().equalsIgnoreCase(name) || id.display().contains(old))
        .limit(5)
        .toList();
  }
}
