package dev.tidegate.dialect.sqlite;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Step;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a table anew: the procedure of <a
 * href="https://sqlite.org/lang_altertable.html#otheralter">section 7 of ALTER TABLE</a>, without
 * its first and last steps, which a transaction makes void: see {@link ForeignKeyGuard}.
 */
final class RebuildSql {
  private static final String PREFIX = "tidegate_new_";

  private final Step.RebuildTable step;
  private final String name;
  private final String copy;

  RebuildSql(Step.RebuildTable step) {
    this.step = step;
    this.name = step.id().name();
    this.copy = PREFIX + name;
  }

  /** The statements up to the one that copies the rows. */
  List<String> before() {
    return List.of(new TableSql(step.table().to()).create(copy));
  }

  /** Copies the rows; fails rather than losing one. */
  String copyRows() {
    var from = columns(step.table().from());
    var targets = new ArrayList<String>();
    var values = new ArrayList<String>();
    rowid()
        .ifPresent(
            rowid -> {
              targets.add(rowid.to());
              values.add(rowid.from());
            });
    columns(step.table().to())
        .forEach(
            (column, object) -> {
              if (object.generated().isEmpty() && from.containsKey(column)) {
                targets.add(column);
                values.add(SqliteIdentifiers.quote(column));
              }
            });
    if (targets.isEmpty()) {
      // nothing to carry over: the first column is null in every row, which its key may refuse
      targets.add(columns(step.table().to()).keySet().iterator().next());
      values.add("NULL");
    }
    return insert(targets, values);
  }

  private String insert(List<String> targets, List<String> values) {
    // OR ABORT overrides ON CONFLICT clauses of the new table, which would lose rows in silence
    var into =
        builder()
            .words(resolvesConflicts() ? "INSERT OR ABORT INTO" : "INSERT INTO")
            .name(copy)
            .names(targets);
    var select =
        builder().words("SELECT").words(String.join(", ", values)).words("FROM").name(name);
    return into.sql() + "\n" + select.sql();
  }

  /** The statements after the one that copies the rows. */
  List<String> after() {
    var statements = new ArrayList<String>();
    if (counts(step.table().from()) && counts(step.table().to())) {
      statements.addAll(counter());
    }
    statements.add(builder().words("DROP TABLE").name(name).sql());
    // without it RENAME would look into every view and trigger, which may name what is yet to come
    statements.add("PRAGMA legacy_alter_table = ON");
    statements.add(builder().words("ALTER TABLE").name(copy).words("RENAME TO").name(name).sql());
    statements.add("PRAGMA legacy_alter_table = OFF");
    return statements;
  }

  /** Keys that were given out once are not given out again: https://sqlite.org/autoinc.html. */
  private List<String> counter() {
    return List.of(
        builder().words("DELETE FROM sqlite_sequence WHERE name =").literal(copy).sql(),
        builder()
            .words("INSERT INTO sqlite_sequence (seq, name)\nSELECT seq,")
            .literal(copy)
            .words("FROM sqlite_sequence WHERE name =")
            .literal(name)
            .sql());
  }

  /**
   * What the rowid is called on both sides, where it is a number of its own that views or programs
   * may use: https://sqlite.org/rowidtable.html.
   */
  private Optional<Pair<String>> rowid() {
    var names = step.table().map(RebuildSql::rowid);
    return names.from().isPresent() && names.to().isPresent()
        ? Optional.of(new Pair<>(names.from().get(), names.to().get()))
        : Optional.empty();
  }

  private static Optional<String> rowid(Step.Create create) {
    if (create.object() instanceof Table table
        && SqliteOptions.on(table.options(), SqliteOptions.WITHOUT_ROWID)) {
      return Optional.empty();
    }
    var columns = columns(create);
    var taken = new HashSet<String>();
    columns.keySet().forEach(column -> taken.add(SqliteIdentifiers.fold(column)));
    var aliased =
        keys(create).stream()
            .filter(key -> key.primary() && key.columns().size() == 1)
            .filter(key -> !SqliteOptions.on(key.options(), SqliteOptions.DESCENDING))
            .map(key -> columns.get(key.columns().get(0)))
            .anyMatch(column -> column != null && column.type().equalsIgnoreCase("INTEGER"));
    return aliased
        ? Optional.empty()
        : List.of("rowid", "_rowid_", "oid").stream().filter(it -> !taken.contains(it)).findFirst();
  }

  private boolean resolvesConflicts() {
    return step.table().to().parts().stream()
        .anyMatch(
            part ->
                (part instanceof Key key && key.options().containsKey(SqliteOptions.ON_CONFLICT))
                    || (part instanceof Column column
                        && column.options().containsKey(SqliteOptions.NOT_NULL_ON_CONFLICT)));
  }

  private static boolean counts(Step.Create create) {
    return keys(create).stream()
        .anyMatch(key -> SqliteOptions.on(key.options(), SqliteOptions.AUTOINCREMENT));
  }

  private static List<Key> keys(Step.Create create) {
    return create.parts().stream().filter(Key.class::isInstance).map(Key.class::cast).toList();
  }

  private static Map<String, Column> columns(Step.Create create) {
    var columns = new java.util.LinkedHashMap<String, Column>();
    for (SchemaObject part : create.parts()) {
      if (part instanceof Column column) {
        columns.put(column.id().name(), column);
      }
    }
    return columns;
  }

  private static SqlBuilder builder() {
    return new SqlBuilder(SqliteIdentifiers::quote);
  }
}
