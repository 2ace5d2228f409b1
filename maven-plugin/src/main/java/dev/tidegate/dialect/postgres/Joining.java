package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a table that is there becomes a partition or a child of another.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ATTACH-PARTITION
 */
final class Joining {
  private Joining() {}

  /**
   * The table after it has left its old parents and before it joins new ones; empty if it does not.
   */
  static Optional<SchemaObject> stopover(Pair<Table> table, Set<ObjectId> dropped) {
    var from = table.from();
    var to = table.to();
    var stays =
        from.partition().equals(to.partition())
            && from.partition().filter(place -> dropped.contains(place.parent())).isEmpty();
    var kept = keptParents(from.inherits(), to.inherits());
    if ((stays || to.partition().isEmpty()) && kept.equals(to.inherits())) {
      return Optional.empty();
    }
    return Optional.of(
        new Table(
            to.id(),
            to.partitionKey(),
            stays ? to.partition() : Optional.empty(),
            kept,
            to.options()));
  }

  /** Whether the key of a partitioned table names the column. */
  static boolean isPartitionKey(Column column, Schema schema) {
    var name = Pattern.quote(PostgresIdentifiers.quote(column.id().name()));
    var word = Pattern.compile("(?<![\\w\"$])" + name + "(?![\\w\"$])");
    return schema
        .find(column.table())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .flatMap(Table::partitionKey)
        .filter(key -> word.matcher(key).find())
        .isPresent();
  }

  /** What the server compares with the parent, or makes itself where it finds nothing alike. */
  static boolean isCompared(SchemaObject part) {
    return part instanceof Column
        || (part instanceof CheckConstraint check && check.inherited())
        || (part instanceof ExclusionConstraint exclusion && exclusion.inherited())
        || (part instanceof Key key && key.partOf().isPresent())
        || (part instanceof Index index && index.partOf().isPresent());
  }

  /**
   * Whether the server would take this index for a part of one of the parent's, when its table
   * becomes a partition, although it is to be none.
   */
  static boolean wouldBeAttached(Pair<Table> table, SchemaObject part, Schema to) {
    var place = table.to().partition();
    if (place.isEmpty() || place.equals(table.from().partition()) || partOf(part, to).isPresent()) {
      return false;
    }
    var parts = new Parts(to);
    var parent = place.get().parent();
    return shape(part).isPresent()
        && (parts.of(parent, Key.class).stream()
                .anyMatch(key -> part instanceof Key && shape(key).equals(shape(part)))
            || parts.of(parent, Index.class).stream()
                .anyMatch(index -> shape(index).equals(shape(part))));
  }

  private static Optional<ObjectId> partOf(SchemaObject part, Schema to) {
    var after = to.find(part.id());
    if (after.isPresent() && after.get() instanceof Key key) {
      return key.partOf();
    }
    return after.isPresent() && after.get() instanceof Index index
        ? index.partOf()
        : Optional.empty();
  }

  private static Optional<List<Object>> shape(SchemaObject object) {
    if (object instanceof Key key) {
      var columns = key.columns().stream().map(Joining::plain).toList();
      return Optional.of(shape("btree", true, columns, key.included(), "", key.options()));
    }
    if (object instanceof Index index) {
      var where = index.where().orElse("");
      return Optional.of(
          shape(
              index.method(),
              index.unique(),
              index.keys().stream().map(Joining::unordered).toList(),
              index.included(),
              where,
              index.options()));
    }
    return Optional.empty();
  }

  private static List<Object> shape(
      String method,
      boolean unique,
      List<Index.Element> keys,
      List<String> included,
      String where,
      Map<String, String> options) {
    var distinct = !PostgresOptions.on(options, PostgresOptions.NULLS_NOT_DISTINCT);
    return List.of(method, unique, keys, included, where, distinct);
  }

  private static Index.Element plain(String column) {
    return new Index.Element(
        Optional.of(column),
        PostgresIdentifiers.quote(column),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  /** The server does not look at the order. */
  private static Index.Element unordered(Index.Element key) {
    return new Index.Element(
        key.column(), key.expression(), key.collation(), key.operatorClass(), "");
  }

  /** The parents that can stay, since new ones come after those that are there. */
  private static List<ObjectId> keptParents(List<ObjectId> from, List<ObjectId> to) {
    var common = new ArrayList<>(from);
    common.retainAll(to);
    var kept = 0;
    while (kept < common.size() && common.get(kept).equals(to.get(kept))) {
      kept++;
    }
    return List.copyOf(common.subList(0, kept));
  }
}
