package dev.tidegate.schema;

import java.util.Optional;

/** One object of a {@link Schema}: a record that holds everything by which it can differ. */
public sealed interface SchemaObject
    permits Aggregate,
        CheckConstraint,
        Column,
        Comment,
        CompositeType,
        Default,
        Definition,
        Domain,
        EnumType,
        ExclusionConstraint,
        Extension,
        ForeignKey,
        Index,
        Key,
        MaterializedView,
        Namespace,
        Ownership,
        Routine,
        Rule,
        Sequence,
        Table,
        Trigger,
        View {

  /** Its identity. */
  ObjectId id();

  /**
   * The object that this one is a part of and that takes it along when it is dropped: a column's
   * table, an index's table, a comment's subject. Empty for what stands on its own.
   */
  default Optional<ObjectId> parent() {
    return Optional.empty();
  }

  /** Calls the visitor's method for this kind of object. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind, so that a new kind is a compile error wherever kinds are told apart. */
  interface Visitor<R> {
    R namespace(Namespace namespace);

    R extension(Extension extension);

    R enumType(EnumType type);

    R domain(Domain domain);

    R compositeType(CompositeType type);

    R sequence(Sequence sequence);

    R table(Table table);

    R column(Column column);

    R columnDefault(Default value);

    R ownership(Ownership ownership);

    R key(Key key);

    R check(CheckConstraint check);

    R exclusion(ExclusionConstraint exclusion);

    R foreignKey(ForeignKey key);

    R index(Index index);

    R view(View view);

    R materializedView(MaterializedView view);

    R routine(Routine routine);

    R aggregate(Aggregate aggregate);

    R rule(Rule rule);

    R trigger(Trigger trigger);

    R comment(Comment comment);

    R definition(Definition definition);
  }
}
