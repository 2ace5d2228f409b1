package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.MaterializedView;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-creatematerializedview.html */
final class MaterializedViewRenderer implements KindRenderer<MaterializedView> {

  @Override
  public List<String> create(MaterializedView view, List<SchemaObject> parts) {
    var options = view.options();
    var sql = sql("CREATE MATERIALIZED VIEW").name(view.id());
    var method = options.get(PostgresOptions.ACCESS_METHOD);
    if (method != null) {
      sql.words("USING").name(method);
    }
    sql.words(OptionList.with(options));
    var tablespace = options.get(PostgresOptions.TABLESPACE);
    if (tablespace != null) {
      sql.words("TABLESPACE").name(tablespace);
    }
    return List.of(
        sql.words("AS").sql() + "\n" + view.query() + (populated(view) ? "" : "\nWITH NO DATA"));
  }

  @Override
  public List<String> drop(MaterializedView view) {
    return List.of(sql("DROP MATERIALIZED VIEW").name(view.id()).sql());
  }

  @Override
  public List<String> alter(Pair<MaterializedView> view) {
    var options = view.map(MaterializedView::options);
    var actions = new ArrayList<>(OptionList.changes(options));
    var from = options.from().getOrDefault(PostgresOptions.TABLESPACE, "pg_default");
    var to = options.to().getOrDefault(PostgresOptions.TABLESPACE, "pg_default");
    if (!from.equals(to)) {
      actions.add("SET TABLESPACE " + PostgresIdentifiers.quote(to));
    }
    var statements = new ArrayList<String>();
    for (var action : actions) {
      statements.add(sql("ALTER MATERIALIZED VIEW").name(view.to().id()).words(action).sql());
    }
    var populated = view.map(MaterializedViewRenderer::populated);
    if (!populated.from().equals(populated.to())) {
      var refresh = sql("REFRESH MATERIALIZED VIEW").name(view.to().id());
      statements.add(refresh.words(populated.to() ? "" : "WITH NO DATA").sql());
    }
    return statements;
  }

  static boolean populated(MaterializedView view) {
    return !"false".equals(view.options().get(PostgresOptions.POPULATED));
  }
}
