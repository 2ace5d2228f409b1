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
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Rule;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;

/** The form in which each kind of object is compared. */
final class ComparableForm implements SchemaObject.Visitor<SchemaObject> {
  /** The kinds of definition whose attributes are SQL. */
  private static final Set<ObjectKind> WITH_EXPRESSIONS =
      EnumSet.of(ObjectKind.POLICY, ObjectKind.PUBLICATION, ObjectKind.STATISTICS);

  // Which version CREATE EXTENSION installs is the server's choice.
  @Override
  public SchemaObject extension(Extension extension) {
    return new Extension(extension.id(), extension.namespace(), "");
  }

  @Override
  public SchemaObject domain(Domain domain) {
    return new Domain(
        domain.id(),
        domain.type(),
        domain.collation(),
        domain.defaultValue().map(ArrayCasts::atElements),
        domain.notNull(),
        domain.checks().stream().map(ComparableForm::check).toList());
  }

  private static Domain.Check check(Domain.Check check) {
    var expression = ArrayCasts.atElements(check.expression());
    return new Domain.Check(check.name(), expression, check.validated());
  }

  // No statement moves a column. The name of a not-null constraint is the server's to choose, keeps
  // that of a table that was renamed since, and does not exist before PostgreSQL 18.
  @Override
  public SchemaObject column(Column column) {
    var options = new TreeMap<>(column.options());
    options.remove(PostgresOptions.NOT_NULL_NAME);
    return new Column(
        column.id(),
        column.table(),
        0,
        column.type(),
        column.collation(),
        column.notNull(),
        column.identity(),
        column.generated().map(ComparableForm::generated),
        column.inherited(),
        options);
  }

  private static Column.Generated generated(Column.Generated generated) {
    return new Column.Generated(ArrayCasts.atElements(generated.expression()), generated.stored());
  }

  @Override
  public SchemaObject columnDefault(Default value) {
    return new Default(value.id(), value.column(), ArrayCasts.atElements(value.expression()));
  }

  @Override
  public SchemaObject check(CheckConstraint check) {
    return new CheckConstraint(
        check.id(),
        check.table(),
        check.name(),
        check.columns(),
        ArrayCasts.atElements(check.expression()),
        check.inherited(),
        check.options());
  }

  @Override
  public SchemaObject exclusion(ExclusionConstraint exclusion) {
    return new ExclusionConstraint(
        exclusion.id(),
        exclusion.table(),
        ArrayCasts.atElements(exclusion.definition()),
        exclusion.inherited());
  }

  @Override
  public SchemaObject index(Index index) {
    return new Index(
        index.id(),
        index.table(),
        index.method(),
        index.unique(),
        index.keys().stream().map(ComparableForm::element).toList(),
        index.included(),
        index.where().map(ArrayCasts::atElements),
        index.partOf(),
        index.options());
  }

  private static Index.Element element(Index.Element element) {
    return new Index.Element(
        element.column(),
        ArrayCasts.atElements(element.expression()),
        element.collation(),
        element.operatorClass(),
        element.order());
  }

  @Override
  public SchemaObject view(View view) {
    return new View(view.id(), view.columns(), ArrayCasts.atElements(view.query()), view.options());
  }

  // Whether it holds anything yet is a matter of data: REFRESH changes it.
  @Override
  public SchemaObject materializedView(MaterializedView view) {
    var options = new TreeMap<>(view.options());
    options.remove(PostgresOptions.POPULATED);
    return new MaterializedView(
        view.id(), view.columns(), ArrayCasts.atElements(view.query()), options);
  }

  @Override
  public SchemaObject rule(Rule rule) {
    return new Rule(
        rule.id(), rule.relation(), ArrayCasts.atElements(rule.definition()), rule.enabled());
  }

  @Override
  public SchemaObject trigger(Trigger trigger) {
    return new Trigger(
        trigger.id(),
        trigger.relation(),
        ArrayCasts.atElements(trigger.definition()),
        trigger.enabled());
  }

  @Override
  public SchemaObject namespace(Namespace namespace) {
    return namespace;
  }

  @Override
  public SchemaObject enumType(EnumType type) {
    return type;
  }

  @Override
  public SchemaObject compositeType(CompositeType type) {
    return type;
  }

  @Override
  public SchemaObject sequence(Sequence sequence) {
    return sequence;
  }

  @Override
  public SchemaObject table(Table table) {
    return table;
  }

  @Override
  public SchemaObject ownership(Ownership ownership) {
    return ownership;
  }

  @Override
  public SchemaObject key(Key key) {
    return key;
  }

  @Override
  public SchemaObject foreignKey(ForeignKey key) {
    return key;
  }

  @Override
  public SchemaObject routine(Routine routine) {
    return routine;
  }

  @Override
  public SchemaObject aggregate(Aggregate aggregate) {
    return aggregate;
  }

  @Override
  public SchemaObject comment(Comment comment) {
    return comment;
  }

  @Override
  public SchemaObject definition(Definition definition) {
    // Enabling is an operator's step: the publisher has to be there.
    if (definition.id().kind() == ObjectKind.SUBSCRIPTION) {
      var attributes = new TreeMap<>(definition.attributes());
      attributes.remove(SubscriptionRenderer.ENABLED);
      return new Definition(definition.id(), definition.parent(), attributes);
    }
    if (!WITH_EXPRESSIONS.contains(definition.id().kind())) {
      return definition;
    }
    var attributes = new TreeMap<>(definition.attributes());
    attributes.replaceAll((name, value) -> ArrayCasts.atElements(value));
    return new Definition(definition.id(), definition.parent(), attributes);
  }
}
