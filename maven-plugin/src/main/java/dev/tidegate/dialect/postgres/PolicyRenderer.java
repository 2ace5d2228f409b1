package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** https://www.postgresql.org/docs/current/sql-createpolicy.html */
final class PolicyRenderer implements DefinitionRenderer {
  /** A flag; permissive without it. */
  static final String RESTRICTIVE = "restrictive";

  /** {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}; absent for all. */
  static final String COMMAND = "command";

  /** Quoted names with commas between them; absent for PUBLIC. */
  static final String ROLES = "roles";

  static final String USING = "using";
  static final String CHECK = "check";

  @Override
  public List<String> create(Definition policy, List<SchemaObject> parts) {
    var sql = on("CREATE POLICY", policy);
    sql.words(policy.attribute(RESTRICTIVE).isPresent() ? "AS RESTRICTIVE" : "");
    policy.attribute(COMMAND).ifPresent(command -> sql.words("FOR").words(command));
    policy.attribute(ROLES).ifPresent(roles -> sql.words("TO").words(roles));
    addExpression(sql, "USING", policy.attribute(USING));
    addExpression(sql, "WITH CHECK", policy.attribute(CHECK));
    return List.of(sql.sql());
  }

  @Override
  public List<String> drop(Definition policy) {
    return List.of(on("DROP POLICY", policy).sql());
  }

  @Override
  public List<String> alter(Pair<Definition> policy) {
    var to = policy.to();
    var sql = on("ALTER POLICY", to);
    if (differs(policy, ROLES)) {
      sql.words("TO").words(to.attribute(ROLES).orElse("PUBLIC"));
    }
    if (differs(policy, USING)) {
      addExpression(sql, "USING", to.attribute(USING));
    }
    if (differs(policy, CHECK)) {
      addExpression(sql, "WITH CHECK", to.attribute(CHECK));
    }
    return List.of(sql.sql());
  }

  /** ALTER POLICY can change an expression, but not take it away. */
  @Override
  public boolean altersInPlace(Pair<Definition> policy) {
    return !differs(policy, RESTRICTIVE)
        && !differs(policy, COMMAND)
        && keeps(policy, USING)
        && keeps(policy, CHECK);
  }

  private static boolean keeps(Pair<Definition> policy, String expression) {
    var present = policy.map(side -> side.attribute(expression).isPresent());
    return present.to() || !present.from();
  }

  private static boolean differs(Pair<Definition> policy, String attribute) {
    var values = policy.map(side -> side.attribute(attribute));
    return !values.from().equals(values.to());
  }

  private static void addExpression(SqlBuilder sql, String words, Optional<String> expression) {
    expression.ifPresent(it -> sql.words(words).words("(" + it + ")"));
  }

  private static SqlBuilder on(String words, Definition policy) {
    var id = policy.id();
    return sql(words).name(id.name()).words("ON").words(ObjectNames.relation(id));
  }
}
