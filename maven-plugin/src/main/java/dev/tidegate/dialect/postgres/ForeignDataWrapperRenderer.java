package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;
import java.util.Locale;

/** https://www.postgresql.org/docs/current/sql-createforeigndatawrapper.html */
final class ForeignDataWrapperRenderer implements DefinitionRenderer {
  /** Of these two the value is the function's name. */
  static final String HANDLER = "handler";

  static final String VALIDATOR = "validator";

  @Override
  public List<String> create(Definition wrapper, List<SchemaObject> parts) {
    var sql = sql("CREATE FOREIGN DATA WRAPPER").name(wrapper.id());
    wrapper.attribute(HANDLER).ifPresent(function -> sql.words("HANDLER").words(function));
    wrapper.attribute(VALIDATOR).ifPresent(function -> sql.words("VALIDATOR").words(function));
    return List.of(sql.words(ForeignOptions.clause(wrapper.attributes())).sql());
  }

  @Override
  public List<String> drop(Definition wrapper) {
    return List.of(sql("DROP FOREIGN DATA WRAPPER").name(wrapper.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Definition> wrapper) {
    var sql = sql("ALTER FOREIGN DATA WRAPPER").name(wrapper.to().id());
    addFunction(sql, wrapper, HANDLER);
    addFunction(sql, wrapper, VALIDATOR);
    ForeignOptions.changes(wrapper.map(Definition::attributes)).ifPresent(sql::words);
    return List.of(sql.sql());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> wrapper) {
    return true;
  }

  private static void addFunction(SqlBuilder sql, Pair<Definition> wrapper, String name) {
    var functions = wrapper.map(side -> side.attribute(name));
    if (!functions.from().equals(functions.to())) {
      var word = name.toUpperCase(Locale.ROOT);
      sql.words(functions.to().map(it -> word + " " + it).orElse("NO " + word));
    }
  }
}
