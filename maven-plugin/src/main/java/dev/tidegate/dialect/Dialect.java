package dev.tidegate.dialect;

import dev.tidegate.diff.Change;
import dev.tidegate.diff.DiffRules;
import dev.tidegate.diff.Differ;
import dev.tidegate.diff.Pair;
import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.Plan;
import dev.tidegate.plan.PlanRules;
import dev.tidegate.plan.Planner;
import dev.tidegate.plan.Strategy;
import dev.tidegate.render.Renderer;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Everything that is particular to one database. */
public interface Dialect {

  /** The database. */
  Product product();

  /** Reads its catalogue. */
  Inspector inspector();

  /** What its objects have to agree in to be the same. */
  DiffRules diffRules();

  /** What it can do in place. */
  PlanRules planRules();

  /** Its SQL. */
  Renderer renderer();

  /** What it tells beside its schema. */
  LiveDatabase live();

  /** Rows with which its plans are proved. */
  SampleRows samples();

  /**
   * Watches what statements do on this connection. Where there is nothing to be seen, each
   * statement stays as it is.
   */
  default StatementMeter meter(Connection connection) throws SQLException {
    return StatementMeter.NONE;
  }

  /** Every difference between two schemas of this dialect. */
  default List<Change> diff(Pair<Schema> schemas) {
    return new Differ(diffRules()).diff(schemas);
  }

  /** The steps that lead from one schema of this dialect to the other. */
  default Plan plan(Pair<Schema> schemas) {
    return new Planner(planRules()).plan(schemas, diff(schemas));
  }

  /** The shortest statements that lead from one schema of this dialect to the other. */
  default List<Statement> statements(Pair<Schema> schemas) {
    return statements(schemas, Strategy.simple());
  }

  /** The statements that lead from one schema of this dialect to the other. */
  default List<Statement> statements(Pair<Schema> schemas, Strategy strategy) {
    return renderer().render(plan(schemas), schemas, strategy);
  }

  /** The SQL that makes this schema in an empty database, a statement each. */
  default List<String> creation(Schema schema) {
    return statements(new Pair<>(Schema.empty(), schema)).stream().map(Statement::sql).toList();
  }

  /** The objects in which two schemas of this dialect differ, sorted. */
  default List<ObjectId> differing(Schema from, Schema to) {
    return diff(new Pair<>(from, to)).stream().map(Change::id).toList();
  }
}
