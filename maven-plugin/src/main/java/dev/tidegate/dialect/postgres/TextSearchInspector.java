package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads text search parsers, templates and dictionaries. */
final class TextSearchInspector {
  private static final String PARSERS =
      """
      SELECT p.oid, n.nspname, p.prsname AS name, p.prsstart::regproc::text AS "START",
             p.prstoken::regproc::text AS "GETTOKEN", p.prsend::regproc::text AS "END",
             p.prslextype::regproc::text AS "LEXTYPES",
             NULLIF(p.prsheadline::regproc::text, '-') AS "HEADLINE"
      FROM pg_ts_parser p
      JOIN pg_namespace n ON n.oid = p.prsnamespace
      WHERE p.prsnamespace = :namespaces AND\
      """;

  private static final String TEMPLATES =
      """
      SELECT t.oid, n.nspname, t.tmplname AS name,
             NULLIF(t.tmplinit::regproc::text, '-') AS "INIT",
             t.tmpllexize::regproc::text AS "LEXIZE"
      FROM pg_ts_template t
      JOIN pg_namespace n ON n.oid = t.tmplnamespace
      WHERE t.tmplnamespace = :namespaces AND\
      """;

  private static final String DICTIONARIES =
      """
      SELECT d.oid, n.nspname, d.dictname AS name, d.dictinitoption AS options,
             quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname) AS template
      FROM pg_ts_dict d
      JOIN pg_namespace n ON n.oid = d.dictnamespace
      JOIN pg_ts_template t ON t.oid = d.dicttemplate
      JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
      WHERE d.dictnamespace = :namespaces AND\
      """;

  private final Look look;

  TextSearchInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        PARSERS + " " + Look.ownObject("pg_ts_parser", "p.oid"),
        row ->
            add(
                row,
                "pg_ts_parser",
                ObjectKind.TEXT_SEARCH_PARSER,
                new OptionSet().columns(row, TextSearchParserRenderer.OPTIONS)));
    look.each(
        TEMPLATES + " " + Look.ownObject("pg_ts_template", "t.oid"),
        row ->
            add(
                row,
                "pg_ts_template",
                ObjectKind.TEXT_SEARCH_TEMPLATE,
                new OptionSet().columns(row, TextSearchTemplateRenderer.OPTIONS)));
    look.each(
        DICTIONARIES + " " + Look.ownObject("pg_ts_dict", "d.oid"),
        row ->
            add(
                row,
                "pg_ts_dict",
                ObjectKind.TEXT_SEARCH_DICTIONARY,
                TextSearchDictionaryRenderer.options(row.optional("options").orElse(""))
                    .columns(row, TextSearchDictionaryRenderer.TEMPLATE)));
  }

  private void add(Row row, String catalogue, ObjectKind kind, OptionSet options)
      throws SQLException {
    look.addUnlessExcluded(
        Address.of(catalogue, row.number("oid")),
        new Definition(
            ObjectId.of(kind, row.text("nspname"), row.text("name")),
            Optional.empty(),
            options.all()));
  }
}
