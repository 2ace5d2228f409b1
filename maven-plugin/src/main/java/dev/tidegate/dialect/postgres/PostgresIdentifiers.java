package dev.tidegate.dialect.postgres;

import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names as PostgreSQL's own {@code quote_identifier} writes them: quoted only where they need it.
 */
final class PostgresIdentifiers {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  /**
   * Every keyword of versions 14 to 18 that is not unreserved: {@code pg_get_keywords()} where
   * catcode is not U. https://www.postgresql.org/docs/current/sql-keywords-appendix.html
   */
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric both case cast check collate column \
          constraint create current_catalog current_date current_role current_time \
          current_timestamp current_user default deferrable desc distinct do else end except \
          false fetch for foreign from grant group having in initially intersect into lateral \
          leading limit localtime localtimestamp not null offset on only or order placing primary \
          references returning select session_user some symmetric system_user table then to \
          trailing true union unique user using variadic when where window with \
          authorization binary collation concurrently cross current_schema freeze full ilike inner \
          is isnull join left like natural notnull outer overlaps right similar tablesample verbose \
          between bigint bit boolean char character coalesce dec decimal exists extract float \
          greatest grouping inout int integer interval json json_array json_arrayagg json_exists \
          json_object json_objectagg json_query json_scalar json_serialize json_table json_value \
          least merge_action national nchar none normalize nullif numeric out overlay position \
          precision real row setof smallint substring time timestamp treat trim values varchar \
          xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi \
          xmlroot xmlserialize xmltable"""
              .split(" +"));

  private PostgresIdentifiers() {}

  /** The name, in quotes where the bare word would be read as something else. */
  static String quote(String name) {
    return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The whole path of an object that is called by it. */
  static String qualified(ObjectId id) {
    return new SqlBuilder(PostgresIdentifiers::quote).qualified(id.path());
  }

  /**
   * A routine with its argument types, which close its path: {@code public.area(integer)}. An
   * aggregate without any has a star.
   */
  static String signature(ObjectId id) {
    var none = id.kind() == ObjectKind.AGGREGATE && id.name().equals("()");
    return sql("").qualified(id.qualifier()) + (none ? "(*)" : id.name());
  }

  /** A statement that starts with these words. */
  static SqlBuilder sql(String words) {
    return new SqlBuilder(PostgresIdentifiers::quote).words(words);
  }

  /** The text as a literal. */
  static String literal(String text) {
    return sql("").literal(text).sql();
  }
}
