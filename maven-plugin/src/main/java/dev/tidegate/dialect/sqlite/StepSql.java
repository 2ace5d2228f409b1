package dev.tidegate.dialect.sqlite;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.Step;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Table;
import dev.tidegate.schema.Trigger;
import dev.tidegate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says one step. */
final class StepSql implements Step.Visitor<List<Statement>> {
  private final List<Hazard> hazards;

  StepSql(List<Hazard> hazards) {
    this.hazards = hazards;
  }

  @Override
  public List<Statement> create(Step.Create step) {
    var object = step.object();
    if (object instanceof Table table) {
      return one(new TableSql(step).create(table.id().name()), step.id());
    }
    if (object instanceof Column column) {
      var sql = builder().words("ALTER TABLE").name(column.table().name()).words("ADD COLUMN");
      return one(sql.words(TableSql.addedColumn(column, step.parts())).sql(), step.id());
    }
    if (object instanceof Index index) {
      return one(index(index), step.id());
    }
    if (object instanceof View view) {
      return one(view(view), step.id());
    }
    if (object instanceof Trigger trigger) {
      return one(trigger.definition(), step.id());
    }
    throw notSqlite(step.id());
  }

  @Override
  public List<Statement> drop(Step.Drop step) {
    var id = step.object().id();
    if (step.object() instanceof Column column) {
      var sql = builder().words("ALTER TABLE").name(column.table().name()).words("DROP COLUMN");
      return one(sql.name(id.name()).sql(), id);
    }
    var word =
        switch (id.kind()) {
          case TABLE -> "TABLE";
          case INDEX -> "INDEX";
          case VIEW -> "VIEW";
          case TRIGGER -> "TRIGGER";
          default -> throw notSqlite(id);
        };
    return one(builder().words("DROP").words(word).name(id.name()).sql(), id);
  }

  @Override
  public List<Statement> alter(Step.Alter step) {
    throw notSqlite(step.id());
  }

  @Override
  public List<Statement> rename(Step.RenameObject step) {
    var rename = step.rename();
    var sql = builder().words("ALTER TABLE").name(rename.id().path().get(0)).words("RENAME");
    if (rename.ofColumn()) {
      sql.words("COLUMN").name(rename.id().name());
    }
    return one(sql.words("TO").name(rename.name()).sql(), rename.id());
  }

  /** The hazards are those of the statement that copies the rows. */
  @Override
  public List<Statement> rebuild(Step.RebuildTable step) {
    var sql = new RebuildSql(step);
    var statements = new ArrayList<Statement>();
    sql.before().forEach(it -> statements.add(statement(it, step.id())));
    statements.add(SqliteRenderer.statement(sql.copyRows(), step.id(), hazards));
    sql.after().forEach(it -> statements.add(statement(it, step.id())));
    return statements;
  }

  private static String index(Index index) {
    var keys = index.keys().stream().map(StepSql::key).collect(Collectors.joining(", ", "(", ")"));
    var sql = builder().words(index.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX");
    sql.name(index.id().name()).words("ON").name(index.table().name()).words(keys);
    index.where().ifPresent(where -> sql.words("WHERE").words(where));
    return sql.sql();
  }

  private static String key(Index.Element key) {
    var sql = builder().words(key.expression());
    key.collation().ifPresent(it -> sql.words("COLLATE").name(it));
    return sql.words(key.order()).sql();
  }

  private static String view(View view) {
    var sql = builder().words("CREATE VIEW").name(view.id().name());
    var columns = view.options().get(SqliteOptions.COLUMNS);
    if (columns != null) {
      sql.words("(" + columns + ")");
    }
    return sql.words("AS\n").words(view.query()).sql();
  }

  private List<Statement> one(String sql, ObjectId object) {
    return List.of(SqliteRenderer.statement(sql, object, hazards));
  }

  private static Statement statement(String sql, ObjectId object) {
    return SqliteRenderer.statement(sql, object, List.of());
  }

  /** Objects of other databases, and changes in place: the plan rules allow neither. */
  private static IllegalStateException notSqlite(ObjectId id) {
    return new IllegalStateException("SQLite has no statement for " + id);
  }

  private static SqlBuilder builder() {
    return new SqlBuilder(SqliteIdentifiers::quote);
  }
}
