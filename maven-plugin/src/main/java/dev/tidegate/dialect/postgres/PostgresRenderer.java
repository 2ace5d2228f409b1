package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.plan.Strategy;
import dev.tidegate.render.Renderer;
import dev.tidegate.render.Script;
import dev.tidegate.render.Stage;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Says plans in PostgreSQL's SQL: directly in one transaction, or online in several stages. */
public final class PostgresRenderer implements Renderer {

  /**
   * Session-wide, since SET LOCAL would do nothing where a script runs outside a transaction.
   * https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
   */
  private static final String BODIES_UNCHECKED = "SET check_function_bodies = off";

  private static final String BODIES_CHECKED = "RESET check_function_bodies";

  @Override
  public List<Statement> render(Plan plan, Pair<Schema> schemas, Strategy strategy) {
    var surroundings = new Surroundings(plan, schemas);
    var direct = new ArrayList<List<String>>();
    for (var planned : plan.steps()) {
      direct.add(planned.step().accept(new StepRenderer(surroundings)));
    }
    var carried = new HazardsCarried(surroundings).over(plan, direct);
    var statements =
        strategy.online()
            ? online(carried, direct, new OnlineForms(carried, surroundings, strategy))
            : simple(carried, direct);
    return plan.bodiesUnchecked() ? withBodiesUnchecked(statements) : statements;
  }

  @Override
  public List<String> notes(Plan plan, Pair<Schema> schemas, Strategy strategy) {
    if (!strategy.online()) {
      return List.of();
    }
    var surroundings = new Surroundings(plan, schemas);
    return new Expandable(surroundings, new Stability(plan, surroundings), strategy).notes(plan);
  }

  private static List<Statement> simple(Plan plan, List<List<String>> direct) {
    var statements = new ArrayList<Statement>();
    for (var i = 0; i < direct.size(); i++) {
      var planned = plan.steps().get(i);
      var hazards = planned.hazards();
      for (var sql : direct.get(i)) {
        statements.add(new Statement(sql, planned.step().id(), hazards));
        hazards = List.of();
      }
    }
    return List.copyOf(statements);
  }

  private static List<Statement> online(Plan plan, List<List<String>> direct, OnlineForms forms) {
    var said = new ArrayList<Said>();
    for (var i = 0; i < direct.size(); i++) {
      said.add(forms.say(plan.steps().get(i), direct.get(i)));
    }
    return new Schedule(plan, said).statements();
  }

  /** Each part may run in a session of its own. */
  private static List<Statement> withBodiesUnchecked(List<Statement> statements) {
    var all = new ArrayList<Statement>();
    for (var part : Script.parts(statements)) {
      if (part.stage().transactional()) {
        all.add(setting(BODIES_UNCHECKED, part.stage()));
        all.addAll(part.statements());
        all.add(setting(BODIES_CHECKED, part.stage()));
      } else {
        all.addAll(part.statements());
      }
    }
    return List.copyOf(all);
  }

  @Override
  public String script(List<Statement> statements) {
    return Script.of(statements);
  }

  private static Statement setting(String sql, Stage stage) {
    var subject = ObjectId.of(ObjectKind.NAMESPACE, "pg_catalog");
    return new Statement(sql, subject, List.of(), stage);
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
      // A table may change in two steps; what else has changed was said with what it stands on.
      if (surroundings.hasSaidAlter(step.id()) && step.id().kind() != ObjectKind.TABLE) {
        return List.of();
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
