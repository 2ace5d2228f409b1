package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.CompositeType;
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
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The harm that a step can do as far as the schemas tell: what is lost, what may fail, who reads
 * it. What it locks, writes anew and reads is measured when it runs: {@link
 * PostgresStatementMeter}. What stands on a table that the same plan creates does no harm.
 */
final class StepHazards implements Step.Visitor<List<Hazard>> {
  /** Kinds that no query names; ON CONFLICT ON CONSTRAINT can name a constraint. */
  private static final Set<ObjectKind> NOBODY_READS =
      EnumSet.of(
          ObjectKind.INDEX,
          ObjectKind.CHECK,
          ObjectKind.FOREIGN_KEY,
          ObjectKind.STATISTICS,
          ObjectKind.TRIGGER,
          ObjectKind.RULE,
          ObjectKind.POLICY);

  private final Pair<Schema> schemas;
  private final Probes probes;
  private final HazardList hazards = new HazardList();

  StepHazards(Pair<Schema> schemas) {
    this.schemas = schemas;
    this.probes = new Probes(schemas);
  }

  @Override
  public List<Hazard> create(Step.Create step) {
    var object = step.object();
    if (object instanceof Extension extension) {
      hazards.add(
          HazardType.PRIVILEGE,
          extension.id(),
          "needs the right to create the extension, for some a superuser's");
    }
    if (object instanceof Definition definition) {
      new DefinitionHazards(schemas, hazards).create(definition);
    }
    object
        .parent()
        .filter(table -> schemas.from().holds(table) && !ForeignTables.is(schemas.from(), table))
        .ifPresent(table -> createOn(object));
    return hazards.list();
  }

  @Override
  public List<Hazard> drop(Step.Drop step) {
    var object = step.object();
    var id = object.id();
    if (ForeignTables.is(schemas.from(), id)
        || object
            .parent()
            .filter(it -> object instanceof Column && ForeignTables.is(schemas.from(), it))
            .isPresent()) {
      hazards.add(
          HazardType.BREAKS_READERS,
          id,
          step.replaced()
              ? "reads from elsewhere from now on; its rows stay"
              : "whoever still reads it fails; its rows stay");
    } else if (object instanceof Table table) {
      if (step.replaced() && table.partitionKey().isPresent()) {
        return hazards.list(); // its partitions have the rows
      }
      hazards.add(HazardType.DROP_TABLE, id, "deletes the table and all its rows", probes.rows(id));
    } else if (object instanceof Column column) {
      if (column.generated().isEmpty() && !column.inherited()) {
        hazards.add(
            HazardType.DROP_COLUMN,
            id,
            "deletes the column and what it holds",
            probes.values(column));
      }
    } else if (object instanceof Namespace) {
      hazards.add(HazardType.DROP_SCHEMA, id, "deletes the schema", probes.rowsIn(id));
    } else if (object instanceof Definition definition && !step.replaced()) {
      new DefinitionHazards(schemas, hazards).drop(definition);
    } else if (!step.replaced() && object instanceof Sequence) {
      hazards.add(HazardType.BREAKS_READERS, id, "whoever still counts with it fails");
    } else if (!step.replaced() && isRead(object)) {
      hazards.add(HazardType.BREAKS_READERS, id, "whoever still uses it fails");
    }
    return hazards.list();
  }

  @Override
  public List<Hazard> alter(Step.Alter step) {
    return new AlterHazards(step.change().object(), schemas).list();
  }

  @Override
  public List<Hazard> rename(Step.RenameObject step) {
    if (NOBODY_READS.contains(step.id().kind())) {
      return List.of();
    }
    return hazards
        .add(
            HazardType.BREAKS_READERS,
            step.id(),
            "whoever still uses the old name fails; the new one is " + step.rename().name())
        .list();
  }

  @Override
  public List<Hazard> rebuild(Step.RebuildTable step) {
    throw new IllegalStateException("PostgreSQL alters tables in place: " + step.id());
  }

  private void createOn(SchemaObject object) {
    var id = object.id();
    if (object instanceof Column column) {
      createColumn(column);
    } else if (object instanceof Index index) {
      if (index.unique()) {
        var groups = probes.duplicates(index);
        mayFail(id, "fails when two rows have the same value", groups, index.table());
      }
    } else if (object instanceof Key key) {
      mayFail(id, "fails when two rows conflict", probes.conflicts(key));
    } else if (object instanceof ExclusionConstraint exclusion) {
      mayFail(id, "fails when two rows conflict", probes.overlaps(exclusion));
    } else if (object instanceof CheckConstraint check && isChecked(check)) {
      mayFail(id, "fails when a row does not satisfy it", probes.violations(check));
    } else if (object instanceof ForeignKey key && isChecked(key)) {
      var message = "fails when a row refers to none of " + key.referencedTable().display();
      var orphans = probes.orphans(key);
      hazards.mayFail(
          id, message, orphans, Probes.knowsBoth(orphans, culprits().of(key.table(), orphans)));
    }
  }

  private void createColumn(Column column) {
    if (column.inherited()) {
      return;
    }
    var value = Surroundings.defaultOf(schemas.to(), column.id());
    var filled = value.isPresent() || column.identity().isPresent();
    if (column.notNull() && !filled && column.generated().isEmpty()) {
      var message = "fails when the table has rows, since they would be null";
      var rows = probes.rows(column.table());
      // A domain may have a default of its own.
      var certain = column.type().contains(".") ? Optional.<String>empty() : Optional.of(rows);
      hazards.mayFail(
          column.id(), message, rows, certain.map(it -> culprits().rows(column.table(), it)));
    }
  }

  private void mayFail(ObjectId id, String message, String probe) {
    var table = new ObjectId(ObjectKind.TABLE, id.qualifier());
    hazards.mayFail(id, message, probe, culprits().of(table, probe));
  }

  private void mayFail(ObjectId id, String message, String probe, ObjectId table) {
    hazards.mayFail(id, message, probe, culprits().of(table, probe));
  }

  private Culprits culprits() {
    return new Culprits(schemas.from());
  }

  private static boolean isChecked(SchemaObject constraint) {
    var options = ConstraintRenderer.optionsOf(constraint);
    var inherited =
        (constraint instanceof CheckConstraint check && check.inherited())
            || (constraint instanceof ForeignKey key && key.inherited());
    return !inherited
        && !PostgresOptions.on(options, PostgresOptions.NOT_VALID)
        && !PostgresOptions.on(options, PostgresOptions.NOT_ENFORCED);
  }

  private static boolean isRead(SchemaObject object) {
    return object instanceof View
        || object instanceof MaterializedView
        || object instanceof Routine
        || object instanceof EnumType
        || object instanceof Domain
        || object instanceof CompositeType
        || object instanceof Extension;
  }
}
