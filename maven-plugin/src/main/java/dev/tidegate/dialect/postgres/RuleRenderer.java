package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Rule;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createrule.html */
final class RuleRenderer implements KindRenderer<Rule> {

  @Override
  public List<String> create(Rule rule, List<SchemaObject> parts) {
    return statements(definition(rule), 'O', rule);
  }

  @Override
  public List<String> drop(Rule rule) {
    return List.of(sql("DROP RULE").name(rule.id().name()).words("ON").name(rule.relation()).sql());
  }

  /** A replaced rule is enabled as it was. */
  @Override
  public List<String> alter(Pair<Rule> rule) {
    var to = rule.to();
    var replaced =
        rule.from().definition().equals(to.definition())
            ? ""
            : definition(to).replaceFirst("CREATE RULE", "CREATE OR REPLACE RULE");
    return statements(replaced, rule.from().enabled(), to);
  }

  private static List<String> statements(String definition, char enabled, Rule rule) {
    var statements = new ArrayList<String>();
    if (!definition.isEmpty()) {
      statements.add(definition);
    }
    var what = "RULE " + PostgresIdentifiers.quote(rule.id().name());
    Enabling.change(enabled, rule.enabled(), what, rule.relation()).ifPresent(statements::add);
    return statements;
  }

  /** The server ends a rule's definition in a semicolon. */
  private static String definition(Rule rule) {
    var text = rule.definition().strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }
}
