package dev.tidegate.dialect.sqlite;

import dev.tidegate.diff.Pair;
import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.plan.Strategy;
import dev.tidegate.render.Renderer;
import dev.tidegate.render.Script;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Says plans in SQLite's SQL. Everything may run inside one transaction, so that a failure leaves
 * the database as it was.
 */
public final class SqliteRenderer implements Renderer {

  @Override
  public List<Statement> render(Plan plan, Pair<Schema> schemas, Strategy strategy) {
    var statements = new ArrayList<Statement>();
    var guarded = ForeignKeyGuard.isNeeded(plan, schemas);
    for (var planned : plan.steps()) {
      var id = planned.step().id();
      if (guarded && statements.isEmpty()) {
        ForeignKeyGuard.open().forEach(sql -> statements.add(statement(sql, id, List.of())));
      }
      statements.addAll(planned.step().accept(new StepSql(planned.hazards())));
    }
    if (guarded) {
      statements.addAll(closeGuard(plan));
    }
    return List.copyOf(statements);
  }

  @Override
  public String script(List<Statement> statements) {
    return Script.of(statements);
  }

  /** Rows are checked last, when every table that a foreign key names is there. */
  private static List<Statement> closeGuard(Plan plan) {
    var statements = new ArrayList<Statement>();
    for (var planned : plan.steps()) {
      if (planned.step() instanceof Step.RebuildTable rebuild
          && ForeignKeyGuard.addsForeignKey(rebuild)) {
        statements.add(statement(ForeignKeyGuard.check(rebuild), rebuild.id(), List.of()));
      }
    }
    var last = plan.steps().get(plan.steps().size() - 1).step().id();
    statements.add(statement(ForeignKeyGuard.close(), last, List.of()));
    return statements;
  }

  static Statement statement(String sql, ObjectId object, List<Hazard> hazards) {
    return new Statement(sql, object, hazards);
  }
}
