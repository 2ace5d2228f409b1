package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Comment;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that stands on a column, moved to the column that takes its place: indexes and keys
 * are built on the new one beforehand, the rest is made anew when it has the old name. Not safe for
 * several threads.
 */
final class CarriedOver {
  private final Surroundings surroundings;
  private final SpareNames names;
  private final Column to;
  private final String fresh;
  private final List<Said.Line> builds = new ArrayList<>();
  private final List<String> drops = new ArrayList<>();
  private final List<String> creates = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> validations = new ArrayList<>();

  private CarriedOver(Column to, Surroundings surroundings, SpareNames names) {
    this.to = to;
    this.surroundings = surroundings;
    this.names = names;
    this.fresh = names.column(to.table(), to.id().name(), "_new");
  }

  /** What the column has; nothing of it may be in the way. */
  static CarriedOver of(
      Column to, Surroundings surroundings, Stability stability, SpareNames names) {
    var carried = new CarriedOver(to, surroundings, names);
    standing(to, surroundings, stability)
        .forEach(id -> surroundings.schemas().to().find(id).ifPresent(carried::carry));
    carried.creates.addAll(0, new ColumnRenderer(surroundings).afterCreation(to));
    return carried;
  }

  /** The first of what stands on the column that cannot be moved. */
  static Optional<ObjectId> inTheWay(Column to, Surroundings surroundings, Stability stability) {
    var schemas = surroundings.schemas();
    return standing(to, surroundings, stability)
        .filter(
            id -> {
              var object = schemas.to().find(id);
              return object.isEmpty()
                  || stability.isDisturbed(id)
                  || !object.equals(schemas.from().find(id))
                  || !isMovable(object.get(), to);
            })
        .findFirst();
  }

  /** What goes by a step of its own is made anew after this one. */
  private static Stream<ObjectId> standing(
      Column to, Surroundings surroundings, Stability stability) {
    var standing = new TreeSet<ObjectId>();
    for (var id : stability.dependants(to.id())) {
      standing.add(id);
      standing.addAll(stability.dependants(id));
    }
    return standing.stream().filter(id -> !surroundings.drops(id));
  }

  /** The name of the new column until it gets the old one's. */
  String column() {
    return fresh;
  }

  List<Said.Line> builds() {
    return builds;
  }

  /** What holds on to the old column. */
  List<String> drops() {
    return drops;
  }

  /** Keys first, since foreign keys refer to them. */
  List<String> creates() {
    var all = new ArrayList<>(keys);
    all.addAll(creates);
    return all;
  }

  List<String> validations() {
    return validations;
  }

  private static boolean isMovable(SchemaObject object, Column to) {
    if (object instanceof Index index) {
      return index.where().isEmpty()
          && index.partOf().isEmpty()
          && index.keys().stream().allMatch(key -> key.column().isPresent());
    }
    if (object instanceof Key key) {
      return key.table().equals(to.table())
          && !PostgresOptions.on(key.options(), PostgresOptions.PERIOD);
    }
    return object instanceof CheckConstraint
        || object instanceof ForeignKey
        || object instanceof Default
        || object instanceof Ownership
        || object instanceof Comment
        || Privileges.isAbout(object);
  }

  private void carry(SchemaObject object) {
    if (object instanceof Index index) {
      carry(index);
    } else if (object instanceof Key key) {
      carry(key);
    } else if (object instanceof Ownership ownership) {
      drops.add(OwnershipRenderer.release(ownership));
      creates.addAll(new OwnershipRenderer(surroundings).create(ownership, List.of()));
    } else if (object instanceof Default value) {
      creates.addAll(new DefaultRenderer(surroundings).create(value, List.of()));
    } else if (Privileges.isAbout(object)) {
      creates.addAll(new Kinds(surroundings).of(object).create(object, List.of()));
    } else if (object instanceof Comment comment) {
      creates.addAll(new CommentRenderer(surroundings.schemas()).create(comment, List.of()));
    } else {
      constraint(object);
    }
  }

  private void constraint(SchemaObject constraint) {
    var constraints = new ConstraintRenderer(surroundings);
    var statements = new ArrayList<>(constraints.create(constraint, List.of()));
    drops.addAll(0, constraints.drop(constraint)); // a foreign key before the key it refers to
    var options = ConstraintRenderer.optionsOf(constraint);
    if (!statements.isEmpty()
        && !PostgresOptions.on(options, PostgresOptions.NOT_VALID)
        && !PostgresOptions.on(options, PostgresOptions.NOT_ENFORCED)) {
      statements.set(0, statements.get(0) + " NOT VALID");
      validations.add(ConstraintRenderer.validate(constraint));
    }
    creates.addAll(0, statements);
  }

  private void carry(Index index) {
    var spare = names.index(index.id().qualifier(), index.id().name(), "_new");
    build(index, spare);
    drops.add(IndexRenderer.dropIndex(index));
    keys.add(sql("ALTER INDEX").name(spare).words("RENAME TO").name(index.id().name()).sql());
    keys.addAll(
        IndexRenderer.markChanges(
            index.table(), index.id().name(), new Pair<>(Map.of(), index.options())));
  }

  private void carry(Key key) {
    var spare = names.index(key.table().qualifier(), key.id().name(), "_new");
    build(KeyByIndex.bare(key, spare), spare);
    var constraints = new ConstraintRenderer(surroundings);
    drops.addAll(constraints.drop(key));
    keys.add(KeyByIndex.add(key, spare));
    keys.addAll(constraints.marks(key));
  }

  private void build(Index index, ObjectId spare) {
    var keysOfIt = index.keys().stream().map(this::moved).toList();
    var included =
        index.included().stream().map(it -> it.equals(to.id().name()) ? fresh : it).toList();
    var beside =
        new Index(
            spare,
            index.table(),
            index.method(),
            index.unique(),
            keysOfIt,
            included,
            index.where(),
            index.partOf(),
            index.options());
    var statement = new IndexRenderer(surroundings).createIndex(beside);
    builds.addAll(ConcurrentIndex.build(List.of(), spare, statement).lines());
  }

  private Index.Element moved(Index.Element key) {
    return key.column().filter(to.id().name()::equals).isPresent()
        ? new Index.Element(
            Optional.of(fresh), fresh, key.collation(), key.operatorClass(), key.order())
        : key;
  }
}
