package dev.tidegate.dialect.sqlite;

import dev.tidegate.plan.Step;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says a table, and its columns one by one: https://sqlite.org/lang_createtable.html. */
final class TableSql {
  private final Table table;
  private final List<SchemaObject> parts;
  private final Map<ObjectId, String> defaults = new HashMap<>();

  TableSql(Step.Create create) {
    this.table = (Table) create.object();
    this.parts = create.parts();
    defaults.putAll(defaults(parts));
  }

  /** The statement that creates the table under this name. */
  String create(String name) {
    var lines = new ArrayList<String>();
    for (var part : parts) {
      if (part instanceof Column column) {
        lines.add(column(column));
      }
    }
    for (var part : parts) {
      if (part instanceof Key key
          && inlineKey(key.columns().get(0)).filter(key::equals).isEmpty()) {
        lines.add(key(key));
      } else if (part instanceof CheckConstraint check) {
        lines.add(named(check.name()).words("CHECK (" + check.expression() + ")").sql());
      } else if (part instanceof ForeignKey key) {
        lines.add(foreignKey(key));
      }
    }
    return builder().words("CREATE TABLE").name(name).block(lines).words(options()).sql();
  }

  /** A column as ADD COLUMN wants it. */
  static String addedColumn(Column column, List<SchemaObject> parts) {
    return withoutKey(column, Optional.ofNullable(defaults(parts).get(column.id()))).sql();
  }

  /** A default: in parentheses unless it is a single value. */
  static String value(String expression) {
    var bare =
        InPlace.isConstant(expression) || expression.matches("CURRENT_(DATE|TIME|TIMESTAMP)");
    return bare ? expression : "(" + expression + ")";
  }

  private static Map<ObjectId, String> defaults(List<SchemaObject> parts) {
    var defaults = new HashMap<ObjectId, String>();
    for (var part : parts) {
      if (part instanceof Default value) {
        defaults.put(value.column(), value.expression());
      }
    }
    return defaults;
  }

  private String column(Column column) {
    var sql = withoutKey(column, Optional.ofNullable(defaults.get(column.id())));
    inlineKey(column.id().name()).ifPresent(key -> inline(sql, key));
    return sql.sql();
  }

  private static SqlBuilder withoutKey(Column column, Optional<String> value) {
    var options = column.options();
    var sql = builder().name(column.id().name()).words(column.type());
    column.collation().ifPresent(it -> sql.words("COLLATE").name(it));
    if (column.notNull()) {
      name(sql, Optional.ofNullable(options.get(SqliteOptions.NOT_NULL_NAME)));
      sql.words("NOT NULL");
      conflict(sql, options, SqliteOptions.NOT_NULL_ON_CONFLICT);
    }
    value.ifPresent(it -> sql.words("DEFAULT").words(value(it)));
    column
        .generated()
        .ifPresent(
            it ->
                sql.words("GENERATED ALWAYS AS (" + it.expression() + ")")
                    .words(it.stored() ? "STORED" : "VIRTUAL"));
    return sql;
  }

  /** The primary key that is said with this column: one without a name, or one that must be. */
  private Optional<Key> inlineKey(String column) {
    return parts.stream()
        .filter(Key.class::isInstance)
        .map(Key.class::cast)
        .filter(key -> key.primary() && key.columns().equals(List.of(column)))
        .filter(
            key ->
                SqliteOptions.on(key.options(), SqliteOptions.DESCENDING)
                    || (key.name().isEmpty() && !key.options().containsKey(SqliteOptions.TERMS)))
        .findFirst();
  }

  private static void inline(SqlBuilder sql, Key key) {
    name(sql, key.name());
    sql.words("PRIMARY KEY");
    sql.words(SqliteOptions.on(key.options(), SqliteOptions.DESCENDING) ? "DESC" : "");
    conflict(sql, key.options(), SqliteOptions.ON_CONFLICT);
    sql.words(autoincrement(key));
  }

  private static String key(Key key) {
    var terms = key.options().get(SqliteOptions.TERMS);
    var sql = named(key.name()).words(key.primary() ? "PRIMARY KEY" : "UNIQUE");
    if (terms == null && autoincrement(key).isEmpty()) {
      sql.names(key.columns());
    } else {
      var columns = terms == null ? SqliteIdentifiers.quote(key.columns().get(0)) : terms;
      sql.words("(" + builder().words(columns).words(autoincrement(key)).sql() + ")");
    }
    conflict(sql, key.options(), SqliteOptions.ON_CONFLICT);
    return sql.sql();
  }

  private static String foreignKey(ForeignKey key) {
    var sql = named(key.name()).words("FOREIGN KEY").names(key.columns());
    sql.words("REFERENCES").name(key.referencedTable().name());
    if (!key.referencedColumns().isEmpty()) {
      sql.names(key.referencedColumns());
    }
    Optional.ofNullable(key.options().get(SqliteOptions.MATCH))
        .ifPresent(match -> sql.words("MATCH").words(match));
    sql.words(action("ON DELETE", key.onDelete())).words(action("ON UPDATE", key.onUpdate()));
    if (SqliteOptions.on(key.options(), SqliteOptions.INITIALLY_DEFERRED)) {
      sql.words("DEFERRABLE INITIALLY DEFERRED");
    }
    return sql.sql();
  }

  private static String action(String event, String action) {
    return action.equals("NO ACTION") ? "" : event + " " + action;
  }

  private String options() {
    var options = new ArrayList<String>();
    if (SqliteOptions.on(table.options(), SqliteOptions.STRICT)) {
      options.add("STRICT");
    }
    if (SqliteOptions.on(table.options(), SqliteOptions.WITHOUT_ROWID)) {
      options.add("WITHOUT ROWID");
    }
    return String.join(", ", options);
  }

  private static String autoincrement(Key key) {
    return SqliteOptions.on(key.options(), SqliteOptions.AUTOINCREMENT) ? "AUTOINCREMENT" : "";
  }

  private static void conflict(SqlBuilder sql, Map<String, String> options, String option) {
    Optional.ofNullable(options.get(option))
        .ifPresent(resolution -> sql.words("ON CONFLICT").words(resolution));
  }

  private static SqlBuilder named(Optional<String> name) {
    var sql = builder();
    name(sql, name);
    return sql;
  }

  private static void name(SqlBuilder sql, Optional<String> name) {
    name.ifPresent(it -> sql.words("CONSTRAINT").name(it));
  }

  private static SqlBuilder builder() {
    return new SqlBuilder(SqliteIdentifiers::quote);
  }
}
