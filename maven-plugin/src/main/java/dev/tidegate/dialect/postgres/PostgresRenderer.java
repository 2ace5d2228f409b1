package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.render.Renderer;
import dev.tidegate.render.Script;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Says plans in PostgreSQL's SQL. All of it runs inside one transaction. */
public final class PostgresRenderer implements Renderer {

  /**
   * Session-wide, since SET LOCAL would do nothing where a script runs outside a transaction.
   * https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
   */
  private static final String BODIES_UNCHECKED = "SET check_function_bodies = off";

  private static final String BODIES_CHECKED = "RESET check_function_bodies";

  @Override
  public List<Statement> render(Plan plan, Pair<Schema> schemas) {
    var surroundings = new Surroundings(plan, schemas);
    var statements = new ArrayList<Statement>();
    for (var planned : plan.steps()) {
      var sql = planned.step().accept(new StepRenderer(surroundings));
      for (var i = 0; i < sql.size(); i++) {
        var hazards = i == 0 ? planned.hazards() : List.<Hazard>of();
        statements.add(new Statement(sql.get(i), planned.step().id(), hazards, true));
      }
    }
    if (plan.bodiesUnchecked()) {
      statements.add(0, setting(BODIES_UNCHECKED));
      statements.add(setting(BODIES_CHECKED));
    }
    return List.copyOf(statements);
  }

  @Override
  public String script(List<Statement> statements) {
    return Script.of(statements);
  }

  private static Statement setting(String sql) {
    var subject = ObjectId.of(ObjectKind.NAMESPACE, "pg_catalog");
    return new Statement(sql, subject, List.of(), true);
  }

  private static final class StepRenderer implements Step.Visitor<List<String>> {
    private final Surroundings surroundings;
    private final Kinds kinds;

    StepRenderer(Surroundings surroundings) {
      this.surroundings = surroundings;
      this.kinds = new Kinds(surroundings);
    }

    @Override
    public List<String> create(Step.Create step) {
      return kinds.of(step.object()).create(step.object(), step.parts());
    }

    @Override
    public List<String> drop(Step.Drop step) {
      return kinds.of(step.object()).drop(step.object());
    }

    @Override
    public List<String> alter(Step.Alter step) {
      if (surroundings.hasSaidAlter(step.id())) {
        return List.of(); // said along with what it stands on
      }
      var object = step.change().object();
      var statements = kinds.of(object.to()).alter(object);
      surroundings.saidAlter(step.id());
      return statements;
    }

    @Override
    public List<String> rename(Step.RenameObject step) {
      return List.of(RenameRenderer.statement(step.rename()));
    }

    @Override
    public List<String> rebuild(Step.RebuildTable step) {
      throw new IllegalStateException("PostgreSQL alters tables in place: " + step.id());
    }
  }
}
