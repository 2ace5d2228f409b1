package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.View;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createview.html */
final class ViewRenderer implements KindRenderer<View> {

  @Override
  public List<String> create(View view, List<SchemaObject> parts) {
    return List.of(create("CREATE VIEW", view));
  }

  @Override
  public List<String> drop(View view) {
    return List.of(sql("DROP VIEW").name(view.id()).sql());
  }

  @Override
  public List<String> alter(Pair<View> view) {
    if (!view.from().query().equals(view.to().query())) {
      return List.of(create("CREATE OR REPLACE VIEW", view.to()));
    }
    return OptionList.changes(view.map(View::options)).stream()
        .map(change -> sql("ALTER VIEW").name(view.to().id()).words(change).sql())
        .toList();
  }

  /** A view can be replaced by one with the same columns, in their order, and more after them. */
  static boolean replaceable(Pair<View> view) {
    var from = view.from().columns();
    var to = view.to().columns();
    return to.size() >= from.size() && to.subList(0, from.size()).equals(from);
  }

  private static String create(String words, View view) {
    return sql(words).name(view.id()).words(OptionList.with(view.options())).words("AS").sql()
        + "\n"
        + view.query();
  }
}
