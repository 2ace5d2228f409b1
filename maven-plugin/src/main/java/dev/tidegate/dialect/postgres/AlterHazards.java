package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.List;

/** The harm that a change in place can do. */
final class AlterHazards {
  private final Pair<SchemaObject> change;
  private final Pair<Schema> schemas;
  private final Probes probes;
  private final HazardList hazards = new HazardList();

  AlterHazards(Pair<SchemaObject> change, Pair<Schema> schemas) {
    this.change = change;
    this.schemas = schemas;
    this.probes = new Probes(schemas);
  }

  List<Hazard> list() {
    if (change.from() instanceof Column from && change.to() instanceof Column to) {
      column(new Pair<>(from, to));
    } else if (change.from() instanceof Table from && change.to() instanceof Table to) {
      table(new Pair<>(from, to));
    } else if (change.from() instanceof EnumType from && change.to() instanceof EnumType to) {
      enumType(new Pair<>(from, to));
    } else if (change.from() instanceof Domain from && change.to() instanceof Domain to) {
      domain(new Pair<>(from, to));
    } else if (change.from() instanceof CompositeType from
        && change.to() instanceof CompositeType to) {
      compositeType(new Pair<>(from, to));
    } else if (change.from() instanceof Definition from && change.to() instanceof Definition to) {
      new DefinitionHazards(schemas, hazards).alter(new Pair<>(from, to));
    } else if (ConstraintRenderer.isConstraint(change.to())) {
      constraint();
    }
    return hazards.list();
  }

  private void column(Pair<Column> column) {
    var to = column.to();
    if (to.inherited()) {
      return;
    }
    if (ColumnRenderer.retyped(column)) {
      type(column);
    }
    if (to.notNull() && !column.from().notNull() && !ForeignTables.is(schemas.from(), to.table())) {
      mayFail(to.id(), "fails when a row is null", probes.nulls(column.from()), to.table());
    }
  }

  private void type(Pair<Column> column) {
    var id = column.to().id();
    var types = column.map(Column::type);
    var words = "from " + types.from() + " to " + types.to();
    var here = !ForeignTables.is(schemas.from(), column.to().table());
    var conversion = PostgresTypes.conversion(types);
    if (here && conversion == PostgresTypes.Conversion.NARROWING) {
      var values = new TypeProbes(probes, column.from(), types);
      var message = "may cut or round what it holds, " + words;
      hazards.add(HazardType.NARROW_TYPE, id, message, values.changed());
      hazards.mayFail(
          id,
          "fails when a value cannot be converted " + words,
          values.refused(),
          new Culprits(schemas.from()).of(column.from().table(), values.refusedForCertain()));
    }
    if (!types.from().equals(types.to())) {
      hazards.add(HazardType.BREAKS_READERS, id, "changes its type " + words);
    }
  }

  private void table(Pair<Table> table) {
    DefinitionHazards.rowSecurity(hazards, table);
    var to = table.to();
    if (!to.foreign()
        && to.partition().isPresent()
        && !to.partition().equals(table.from().partition())) {
      mayFail(to.id(), "fails when a row lies outside the partition", probes.outside(to), to.id());
    }
  }

  private void enumType(Pair<EnumType> type) {
    var id = type.to().id();
    for (var label : type.from().labels()) {
      if (!type.to().labels().contains(label)) {
        var uses = probes.uses(id, label);
        hazards.add(HazardType.DROP_TYPE_VALUE, id, "removes the value '" + label + "'", uses);
        var holders = probes.holder(id);
        hazards.mayFail(
            id,
            "fails when a row holds '" + label + "'",
            uses,
            holders.flatMap(it -> new Culprits(schemas.from()).of(it, uses)));
      }
    }
  }

  private void domain(Pair<Domain> domain) {
    var id = domain.to().id();
    if (TypeChanges.swaps(change, schemas)) {
      var types = domain.map(Domain::type);
      if (PostgresTypes.conversion(types) == PostgresTypes.Conversion.NARROWING) {
        var values = probes.valuesOf(id);
        hazards.add(HazardType.NARROW_TYPE, id, "may cut or round what its columns hold", values);
        mayFail(id, "fails when a value cannot be converted", values);
      }
      return;
    }
    var stricter =
        (domain.to().notNull() && !domain.from().notNull())
            || domain.to().checks().stream()
                .anyMatch(check -> check.validated() && !domain.from().checks().contains(check));
    if (stricter) {
      mayFail(id, "fails when a row does not satisfy it", probes.refusals(domain));
    }
  }

  private void compositeType(Pair<CompositeType> type) {
    var id = type.to().id();
    var names = type.to().attributes().stream().map(CompositeType.Attribute::name).toList();
    for (var attribute : type.from().attributes()) {
      if (!names.contains(attribute.name()) && !usersOf(id).isEmpty()) {
        hazards.add(
            HazardType.DROP_COLUMN,
            id.member(ObjectKind.COLUMN, attribute.name()),
            "deletes the attribute and what it holds",
            probes.attributes(id, attribute.name()));
      }
    }
  }

  private void constraint() {
    var options = change.map(ConstraintRenderer::optionsOf);
    if (PostgresOptions.on(options.from(), PostgresOptions.NOT_VALID)
        && !PostgresOptions.on(options.to(), PostgresOptions.NOT_VALID)) {
      var table = ConstraintRenderer.tableOf(change.to());
      var violations = violations();
      var culprits = new Culprits(schemas.from()).of(table, violations);
      hazards.mayFail(
          change.to().id(),
          "fails when a row does not satisfy it",
          violations,
          change.to() instanceof ForeignKey ? Probes.knowsBoth(violations, culprits) : culprits);
    }
  }

  private String violations() {
    if (change.to() instanceof CheckConstraint check) {
      return probes.violations(check);
    }
    return change.to() instanceof ForeignKey key
        ? probes.orphans(key)
        : probes.rows(ConstraintRenderer.tableOf(change.to()));
  }

  private List<ObjectId> usersOf(ObjectId type) {
    return SwapGroup.of(type, schemas.from()).columns().map(Column::table).distinct().toList();
  }

  private void mayFail(ObjectId id, String message, String probe) {
    hazards.add(HazardType.MAY_FAIL_ON_DATA, id, message, probe);
  }

  private void mayFail(ObjectId id, String message, String probe, ObjectId table) {
    hazards.mayFail(id, message, probe, new Culprits(schemas.from()).of(table, probe));
  }
}
