package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads text search configurations with the dictionaries that each token goes to. */
final class TextSearchConfigurationInspector {
  private static final String MAPPINGS =
      """
      SELECT m.mapcfg, t.alias,
             string_agg(quote_ident(n.nspname) || '.' || quote_ident(d.dictname), ', '
                        ORDER BY m.mapseqno) AS dictionaries
      FROM pg_ts_config c
      CROSS JOIN LATERAL ts_token_type(c.cfgparser) t
      JOIN pg_ts_config_map m ON m.mapcfg = c.oid AND m.maptokentype = t.tokid
      JOIN pg_ts_dict d ON d.oid = m.mapdict
      JOIN pg_namespace n ON n.oid = d.dictnamespace
      WHERE c.cfgnamespace = :namespaces
      GROUP BY m.mapcfg, t.alias
      """;

  private static final String CONFIGURATIONS =
      """
      SELECT c.oid, n.nspname, c.cfgname,
             quote_ident(pn.nspname) || '.' || quote_ident(p.prsname) AS parser
      FROM pg_ts_config c
      JOIN pg_namespace n ON n.oid = c.cfgnamespace
      JOIN pg_ts_parser p ON p.oid = c.cfgparser
      JOIN pg_namespace pn ON pn.oid = p.prsnamespace
      WHERE c.cfgnamespace = :namespaces
      """;

  private final Look look;
  private final Map<Long, OptionSet> mappings = new HashMap<>();

  TextSearchConfigurationInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        MAPPINGS,
        row ->
            mappings
                .computeIfAbsent(row.number("mapcfg"), key -> new OptionSet())
                .value(
                    TextSearchConfigurationRenderer.TOKEN + row.text("alias"),
                    row.optional("dictionaries")));
    look.each(
        CONFIGURATIONS + " AND " + Look.ownObject("pg_ts_config", "c.oid"),
        row -> {
          var oid = row.number("oid");
          var options = mappings.computeIfAbsent(oid, key -> new OptionSet());
          look.addUnlessExcluded(
              Address.of("pg_ts_config", oid),
              new Definition(
                  ObjectId.of(
                      ObjectKind.TEXT_SEARCH_CONFIGURATION,
                      row.text("nspname"),
                      row.text("cfgname")),
                  Optional.empty(),
                  options.columns(row, TextSearchConfigurationRenderer.PARSER).all()));
        });
  }
}
