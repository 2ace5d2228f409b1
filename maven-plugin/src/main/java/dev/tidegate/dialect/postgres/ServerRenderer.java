package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createserver.html */
final class ServerRenderer implements DefinitionRenderer {
  /** The name of the foreign data wrapper. */
  static final String WRAPPER = "wrapper";

  static final String TYPE = "type";
  static final String VERSION = "version";

  @Override
  public List<String> create(Definition server, List<SchemaObject> parts) {
    var sql = sql("CREATE SERVER").name(server.id());
    server.attribute(TYPE).ifPresent(type -> sql.words("TYPE").literal(type));
    server.attribute(VERSION).ifPresent(version -> sql.words("VERSION").literal(version));
    sql.words("FOREIGN DATA WRAPPER").name(server.attribute(WRAPPER).orElseThrow());
    return List.of(sql.words(ForeignOptions.clause(server.attributes())).sql());
  }

  @Override
  public List<String> drop(Definition server) {
    return List.of(sql("DROP SERVER").name(server.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Definition> server) {
    var sql = sql("ALTER SERVER").name(server.to().id());
    var versions = server.map(side -> side.attribute(VERSION));
    if (!versions.from().equals(versions.to())) {
      var version = versions.to().map(it -> literal(it)).orElse("NULL");
      sql.words("VERSION").words(version);
    }
    ForeignOptions.changes(server.map(Definition::attributes)).ifPresent(sql::words);
    return List.of(sql.sql());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> server) {
    var wrappers = server.map(side -> side.attribute(WRAPPER));
    var types = server.map(side -> side.attribute(TYPE));
    return wrappers.from().equals(wrappers.to()) && types.from().equals(types.to());
  }
}
