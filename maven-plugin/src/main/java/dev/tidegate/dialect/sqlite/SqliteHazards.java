package dev.tidegate.dialect.sqlite;

import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.HazardType;
import dev.tidegate.plan.Step;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.List;

/** The harm that each step can do. */
final class SqliteHazards implements Step.Visitor<List<Hazard>> {
  private final Pair<Schema> schemas;
  private final SqliteProbes probes;

  SqliteHazards(Pair<Schema> schemas) {
    this.schemas = schemas;
    this.probes = new SqliteProbes(schemas);
  }

  List<Hazard> of(Step step) {
    return step.accept(this);
  }

  @Override
  public List<Hazard> create(Step.Create step) {
    if (step.object() instanceof Index index
        && index.unique()
        && schemas.from().holds(index.table())) {
      var count = probes.duplicates(index);
      var hazard =
          new Hazard(
                  HazardType.MAY_FAIL_ON_DATA,
                  index.id(),
                  "fails when rows of " + index.table().display() + " have the same key")
              .probedBy(count);
      return List.of(probes.culprits(index.table(), count).map(hazard::causedBy).orElse(hazard));
    }
    return List.of();
  }

  @Override
  public List<Hazard> drop(Step.Drop step) {
    if (step.object() instanceof Table table) {
      return List.of(
          new Hazard(
                  HazardType.DROP_TABLE, table.id(), "deletes all rows of " + table.id().display())
              .probedBy(probes.rows(table.id())));
    }
    if (step.object() instanceof Column column && column.generated().isEmpty()) {
      return List.of(dropColumn(column, probes));
    }
    return List.of();
  }

  @Override
  public List<Hazard> alter(Step.Alter step) {
    return List.of();
  }

  @Override
  public List<Hazard> rename(Step.RenameObject step) {
    return List.of(breaksReaders(step.rename()));
  }

  @Override
  public List<Hazard> rebuild(Step.RebuildTable step) {
    return new RebuildHazards(step, probes).all();
  }

  /** What dropping a column does. */
  static Hazard dropColumn(Column column, SqliteProbes probes) {
    return new Hazard(
            HazardType.DROP_COLUMN, column.id(), "deletes the values of " + column.id().display())
        .probedBy(probes.values(column));
  }

  private static Hazard breaksReaders(Rename rename) {
    var what = rename.id().kind() == ObjectKind.COLUMN ? "column" : rename.id().kind().word();
    return new Hazard(
        HazardType.BREAKS_READERS,
        rename.id(),
        "programs that use the " + what + " by its old name fail");
  }
}
