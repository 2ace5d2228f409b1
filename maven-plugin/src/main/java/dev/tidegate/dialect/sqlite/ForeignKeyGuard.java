package dev.tidegate.dialect.sqlite;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps foreign keys from destroying rows, and broken ones from being made.
 *
 * <p>With {@code PRAGMA foreign_keys = ON}, DROP TABLE deletes the table's rows first and ON DELETE
 * actions reach other tables (<a href="https://sqlite.org/foreignkeys.html#fk_schemacommands">
 * manual</a>). The pragma does nothing inside a transaction, and Flyway refuses it beside
 * statements that run in one. So a script does not switch it off: connections begin with it off
 * unless their URL says otherwise, and the script refuses to go on where it is on. It says so
 * through a check constraint, since SQLite has no other way to fail on a condition.
 */
final class ForeignKeyGuard {
  private static final String TABLE = "temp.tidegate_guard";

  private ForeignKeyGuard() {}

  /** Whether the plan drops or rebuilds a table that foreign keys point to. */
  static boolean isNeeded(Plan plan, Pair<Schema> schemas) {
    var referenced = referenced(schemas);
    return plan.steps().stream()
        .map(Plan.Planned::step)
        .anyMatch(
            step ->
                (step instanceof Step.RebuildTable rebuild && addsForeignKey(rebuild))
                    || (dropsTable(step) && referenced.contains(step.id())));
  }

  /** Makes the guard and fails where foreign keys are enforced. */
  static List<String> open() {
    return List.of(
        "CREATE TEMP TABLE tidegate_guard (\n"
            + "  foreign_keys_enforced INTEGER"
            + " CONSTRAINT \"tables are rebuilt with foreign_keys off\""
            + " CHECK (foreign_keys_enforced = 0),\n"
            + "  rows_without_parent INTEGER"
            + " CONSTRAINT \"rows break a foreign key, see PRAGMA foreign_key_check\""
            + " CHECK (rows_without_parent = 0)\n"
            + ")",
        "INSERT INTO "
            + TABLE
            + " (foreign_keys_enforced)\n"
            + "SELECT foreign_keys FROM pragma_foreign_keys");
  }

  /** Fails where rows of a rebuilt table break one of its foreign keys. */
  static String check(Step.RebuildTable step) {
    var table = new SqlBuilder(SqliteIdentifiers::quote).literal(step.id().name()).sql();
    return "INSERT INTO "
        + TABLE
        + " (rows_without_parent)\nSELECT count(*) FROM pragma_foreign_key_check("
        + table
        + ")";
  }

  /** Removes the guard. */
  static String close() {
    return "DROP TABLE " + TABLE;
  }

  /** Whether the new table promises something of its rows that the old one did not. */
  static boolean addsForeignKey(Step.RebuildTable step) {
    var before = Set.copyOf(step.table().from().parts());
    return step.table().to().parts().stream()
        .anyMatch(part -> part instanceof ForeignKey && !before.contains(part));
  }

  private static boolean dropsTable(Step step) {
    return step instanceof Step.RebuildTable
        || (step instanceof Step.Drop && step.id().kind() == ObjectKind.TABLE);
  }

  private static Set<ObjectId> referenced(Pair<Schema> schemas) {
    var referenced = new HashSet<ObjectId>();
    Stream.of(schemas.from(), schemas.to())
        .flatMap(schema -> schema.all(ForeignKey.class).stream())
        .filter(key -> !key.table().equals(key.referencedTable()))
        .forEach(key -> referenced.add(key.referencedTable()));
    return referenced;
  }
}
