package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createlanguage.html */
final class LanguageRenderer implements DefinitionRenderer {
  /** A flag. */
  static final String TRUSTED = "trusted";

  /** Of these three the value is the function's name. */
  static final String HANDLER = "handler";

  static final String INLINE = "inline";
  static final String VALIDATOR = "validator";

  @Override
  public List<String> create(Definition language, List<SchemaObject> parts) {
    return List.of(create("CREATE", language));
  }

  @Override
  public List<String> drop(Definition language) {
    return List.of(sql("DROP LANGUAGE").name(language.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Definition> language) {
    return List.of(create("CREATE OR REPLACE", language.to()));
  }

  @Override
  public boolean altersInPlace(Pair<Definition> language) {
    return true;
  }

  private static String create(String verb, Definition language) {
    var sql = sql(verb);
    sql.words(language.attribute(TRUSTED).isPresent() ? "TRUSTED" : "");
    sql.words("LANGUAGE").name(language.id());
    sql.words("HANDLER").words(language.attribute(HANDLER).orElseThrow());
    language.attribute(INLINE).ifPresent(function -> sql.words("INLINE").words(function));
    language.attribute(VALIDATOR).ifPresent(function -> sql.words("VALIDATOR").words(function));
    return sql.sql();
  }
}
