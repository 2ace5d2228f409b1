package dev.tidegate.diff;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts renames into an order that runs. What stands in something is renamed under its container's
 * old name, so columns come before tables and tables before schemas; a name is given after whoever
 * had it has got another. Objects that exchange names meet on the way under a name of ours.
 */
public final class RenameOrder {
  private static final String ON_THE_WAY = "tidegate_renaming_";

  private static final Comparator<Rename> INNER_FIRST =
      Comparator.comparing((Rename rename) -> !Rename.isRoutine(rename.id()))
          .thenComparing(rename -> -rename.id().path().size())
          .thenComparing(Rename::id);

  private final NameSlots slots;

  /** An order for renames of this schema's objects. */
  public RenameOrder(Schema from) {
    this.slots = new NameSlots(from);
  }

  /** The rename whose new name an object has that keeps it, if there is one. */
  public Optional<Rename> taken(Collection<Rename> renames) {
    return renames.stream()
        .filter(rename -> slots.holds(rename.renamed()))
        .filter(rename -> renames.stream().noneMatch(other -> frees(other, rename)))
        .findFirst();
  }

  /** As many of them as find their new names free, or given up by another one of them. */
  public List<Rename> possible(List<Rename> renames) {
    var left = renames;
    for (var taken = taken(left); taken.isPresent(); taken = taken(left)) {
      var refused = taken.get();
      left = left.stream().filter(rename -> !rename.equals(refused)).toList();
    }
    return left;
  }

  /** The renames in order. Each is under the name that the object has when its turn comes. */
  public List<Rename> of(Collection<Rename> renames) {
    var waiting = new ArrayList<>(renames.stream().sorted(INNER_FIRST).toList());
    var order = new ArrayList<Rename>();
    while (!waiting.isEmpty()) {
      var next =
          waiting.stream()
              .filter(it -> waiting.stream().noneMatch(other -> frees(other, it)))
              .min(INNER_FIRST);
      if (next.isPresent()) {
        waiting.remove(next.get());
        order.add(next.get());
      } else {
        var first = waiting.remove(0);
        var aside = new Rename(first.id(), ON_THE_WAY + (order.size() + 1));
        order.add(aside);
        waiting.add(0, new Rename(aside.renamed(), first.name()));
      }
    }
    return List.copyOf(order);
  }

  /** Whether the one rename gives up the name that the other one gives. */
  private static boolean frees(Rename one, Rename other) {
    return !one.equals(other) && slot(one.id()).equals(slot(other.renamed()));
  }

  /** Whether the object has its name only until another one gives up the one that it gets. */
  public static boolean isOnTheWay(String name) {
    return name.startsWith(ON_THE_WAY);
  }

  private static String slot(ObjectId id) {
    return NameSlots.slot(id);
  }
}
