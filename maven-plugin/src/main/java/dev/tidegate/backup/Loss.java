package dev.tidegate.backup;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a backup has to hold, as names say it.
 *
 * @param everything whether the whole database; then the rest does not matter
 * @param namespaces with all their tables
 * @param tables with all their columns
 * @param columns of other tables, by table
 * @param types enums of which every column that uses them is held
 * @param remaining whether some of the tables are there afterwards, without what they held
 */
public record Loss(
    boolean everything,
    SortedSet<ObjectId> namespaces,
    SortedSet<ObjectId> tables,
    SortedMap<ObjectId, SortedSet<String>> columns,
    SortedSet<ObjectId> types,
    boolean remaining) {

  public Loss {
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    tables = Collections.unmodifiableSortedSet(new TreeSet<>(tables));
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
  }

  /** The whole database. */
  public static Loss ofEverything() {
    return new Loss(
        true, new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), false);
  }

  /**
   * What these hazards destroy. They call objects by the names that they have when each migration
   * runs: where one renames a table or a name space, names before and after cannot be told apart,
   * so that everything is held; where it renames a column, all of its table is.
   */
  public static Loss of(Collection<Hazard> hazards) {
    var loss = new Collector();
    hazards.forEach(loss::add);
    return loss.destroys ? loss.found() : nothing();
  }

  /** Nothing at all. */
  public static Loss nothing() {
    return new Loss(
        false, new TreeSet<>(), new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), false);
  }

  /** Whether nothing is lost. */
  public boolean isEmpty() {
    return !everything && namesNothing();
  }

  /** Whether the database is wanted as a whole, and not because names cannot be told apart. */
  boolean isOfTheDatabase() {
    return everything && namesNothing();
  }

  private boolean namesNothing() {
    return namespaces.isEmpty() && tables.isEmpty() && columns.isEmpty() && types.isEmpty();
  }

  /**
   * Whether only whole tables are lost that are gone afterwards: those pg_restore makes anew, where
   * it would stop at one that is still there.
   */
  boolean isOfGoneTables() {
    return namespaces.isEmpty()
        && columns.isEmpty()
        && types.isEmpty()
        && (everything || !remaining);
  }

  private static final class Collector {
    private boolean destroys;
    private boolean everything;
    private final SortedSet<ObjectId> namespaces = new TreeSet<>();
    private final SortedSet<ObjectId> tables = new TreeSet<>();
    private final SortedMap<ObjectId, SortedSet<String>> columns = new TreeMap<>();
    private final SortedSet<ObjectId> types = new TreeSet<>();
    private boolean remaining;

    Loss found() {
      return new Loss(everything, namespaces, tables, columns, types, remaining);
    }

    void add(Hazard hazard) {
      if (hazard.type() == HazardType.BREAKS_READERS) {
        renamed(hazard.object());
      } else if (hazard.type().destroysData()) {
        destroys = true;
        destroyed(hazard);
      }
    }

    private void renamed(ObjectId id) {
      if (id.kind() == ObjectKind.COLUMN) {
        tables.add(table(id));
        remaining = true;
      } else if (id.kind() != ObjectKind.ENUM) {
        everything = true;
      }
    }

    /** An update of every row of a column needs the whole row to be told from later ones. */
    private void destroyed(Hazard hazard) {
      var id = hazard.object();
      remaining |= hazard.type() != HazardType.DROP_TABLE;
      switch (id.kind()) {
        case NAMESPACE -> namespaces.add(id);
        case TABLE -> tables.add(id);
        case ENUM -> types.add(id);
        case COLUMN -> {
          if (hazard.type() == HazardType.DELETE) {
            tables.add(table(id));
          } else {
            columns.computeIfAbsent(table(id), key -> new TreeSet<>()).add(id.name());
          }
        }
        default -> everything = true;
      }
    }

    private static ObjectId table(ObjectId column) {
      return new ObjectId(ObjectKind.TABLE, column.qualifier());
    }
  }
}
