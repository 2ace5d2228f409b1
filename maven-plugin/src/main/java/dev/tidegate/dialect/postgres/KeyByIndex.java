package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A key of an index that was built CONCURRENTLY. A key that changes stays in force until the new
 * one is.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX
 */
final class KeyByIndex implements Technique {
  private final Surroundings surroundings;
  private final Stability stability;
  private final SpareNames names;
  private final IndexRenderer indexes;

  KeyByIndex(Surroundings surroundings, Stability stability, SpareNames names) {
    this.surroundings = surroundings;
    this.stability = stability;
    this.names = names;
    this.indexes = new IndexRenderer(surroundings);
  }

  @Override
  public Optional<Said> say(Plan.Planned planned, List<String> direct) {
    if (planned.step() instanceof Step.Create create
        && create.object() instanceof Key key
        && stability.keeps(key.table())
        && !stability.isPartitioned(key.table())
        && !PostgresOptions.on(key.options(), PostgresOptions.PERIOD)
        && !direct.isEmpty()) {
      return Optional.of(key(planned, key, direct));
    }
    return Optional.empty();
  }

  private Said key(Plan.Planned planned, Key key, List<String> direct) {
    var index = index(key);
    var build =
        ConcurrentIndex.build(
            OnlineHazards.ofRows(planned), index.id(), indexes.createIndex(index));
    var then = new ArrayList<>(List.of(add(key, index.id())));
    then.addAll(direct.subList(1, direct.size()));
    var said =
        Said.in(build, Said.stretch(Phase.CHANGE, OnlineHazards.lasting(planned), then)).waiting();
    return surroundings.drops(key.id()) && stability.stands(key.id()) ? said.swapping() : said;
  }

  /** ADD CONSTRAINT for an index that is there. */
  static String add(Key key, ObjectId index) {
    return sql("ALTER TABLE")
        .name(key.table())
        .words("ADD CONSTRAINT")
        .name(key.id().name())
        .words(key.primary() ? "PRIMARY KEY" : "UNIQUE")
        .words("USING INDEX")
        .name(index.name())
        .words(ConstraintRenderer.deferralWords(key.options()))
        .sql();
  }

  /** As ADD CONSTRAINT would build it; the constraint gives the index its own name. */
  private Index index(Key key) {
    var own = bare(key, idOf(key));
    return names.isTaken(own)
        ? bare(key, names.index(key.table().qualifier(), key.id().name(), "_new"))
        : own;
  }

  private static ObjectId idOf(Key key) {
    var path = new ArrayList<>(key.table().qualifier());
    path.add(key.id().name());
    return new ObjectId(ObjectKind.INDEX, path);
  }

  static Index bare(Key key, ObjectId id) {
    SortedMap<String, String> options = new TreeMap<>(key.options());
    return new Index(
        id,
        key.table(),
        "btree",
        true,
        key.columns().stream().map(KeyByIndex::element).toList(),
        key.included(),
        Optional.empty(),
        Optional.empty(),
        options);
  }

  private static Index.Element element(String column) {
    return new Index.Element(Optional.of(column), column, Optional.empty(), Optional.empty(), "");
  }
}
