package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Rule;
import java.sql.SQLException;

/** Reads rewrite rules other than those that are a view. */
final class RuleInspector {
  private static final String QUESTION =
      """
      SELECT r.oid, r.ev_class, r.rulename, r.ev_enabled, pg_get_ruledef(r.oid) AS definition
      FROM pg_rewrite r
      JOIN pg_class c ON c.oid = r.ev_class
      WHERE r.rulename <> '_RETURN' AND c.relnamespace = :namespaces
      """;

  private final Look look;

  RuleInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_rewrite", "r.oid"),
        row -> {
          var relation = look.tableOrView(row.number("ev_class"));
          if (relation.isPresent()) {
            look.add(
                Address.of("pg_rewrite", row.number("oid")),
                new Rule(
                    relation.get().member(ObjectKind.RULE, row.text("rulename")),
                    relation.get(),
                    ViewColumns.query(row.text("definition")),
                    row.letter("ev_enabled")));
          }
        });
  }
}
