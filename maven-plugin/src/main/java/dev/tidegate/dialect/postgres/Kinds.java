package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Aggregate;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Comment;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.Extension;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.Namespace;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Rule;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;

/** The renderer of each kind of object. */
final class Kinds implements SchemaObject.Visitor<KindRenderer<?>> {
  private final Surroundings surroundings;

  Kinds(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The renderer of this object's kind. The visitor below is what makes the cast safe: each of its
   * methods answers with the renderer of its own argument's type.
   */
  @SuppressWarnings("unchecked")
  KindRenderer<SchemaObject> of(SchemaObject object) {
    return (KindRenderer<SchemaObject>) object.accept(this);
  }

  @Override
  public KindRenderer<?> namespace(Namespace object) {
    return new NamespaceRenderer();
  }

  @Override
  public KindRenderer<?> extension(Extension object) {
    return new ExtensionRenderer();
  }

  @Override
  public KindRenderer<?> enumType(EnumType object) {
    return new EnumRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> domain(Domain object) {
    return new DomainRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> compositeType(CompositeType object) {
    return new CompositeTypeRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> sequence(Sequence object) {
    return new SequenceRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> table(Table object) {
    return new TableRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> column(Column object) {
    return new ColumnRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> columnDefault(Default object) {
    return new DefaultRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> ownership(Ownership object) {
    return new OwnershipRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> key(Key object) {
    return new ConstraintRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> check(CheckConstraint object) {
    return new ConstraintRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> exclusion(ExclusionConstraint object) {
    return new ConstraintRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> foreignKey(ForeignKey object) {
    return new ConstraintRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> index(Index object) {
    return new IndexRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> view(View object) {
    return new ViewRenderer();
  }

  @Override
  public KindRenderer<?> materializedView(MaterializedView object) {
    return new MaterializedViewRenderer();
  }

  @Override
  public KindRenderer<?> routine(Routine object) {
    return new RoutineRenderer(surroundings);
  }

  @Override
  public KindRenderer<?> aggregate(Aggregate object) {
    return new AggregateRenderer();
  }

  @Override
  public KindRenderer<?> rule(Rule object) {
    return new RuleRenderer();
  }

  @Override
  public KindRenderer<?> trigger(Trigger object) {
    return new TriggerRenderer();
  }

  @Override
  public KindRenderer<?> comment(Comment object) {
    return new CommentRenderer(surroundings.schemas());
  }

  @Override
  public KindRenderer<?> definition(Definition object) {
    return Definitions.renderer(object.id().kind(), surroundings);
  }
}
