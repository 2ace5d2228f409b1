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

  /**
   * The schemas with what a plan between them has to keep on what it replaces, although it is not
   * compared: those owners and grants of {@code from} whose objects {@code to} has as well.
   */
  default Pair<Schema> carried(Pair<Schema> schemas) {
    return schemas;
  }

  /**
   * What a plan should have kept and has not: owners and grants of objects that both schemas have.
   *
   * @param reached what the plan has made of {@code from}
   */
  default List<ObjectId> lost(Pair<Schema> schemas, Schema reached) {
    return List.of();
  }

  /** The steps that lead from one schema of this dialect to the other. */
  default Plan plan(Pair<Schema> schemas) {
    var carried = carried(schemas);
    return new Planner(planRules()).plan(carried, diff(carried));
  }

  /** The shortest statements that lead from one schema of this dialect to the other. */
  default List<Statement> statements(Pair<Schema> schemas) {
    return statements(schemas, Strategy.simple());
  }

  /** The statements that lead from one schema of this dialect to the other. */
  default List<Statement> statements(Pair<Schema> schemas, Strategy strategy) {
    return renderer().render(plan(schemas), carried(schemas), strategy);
  }

  /** What of the strategy those statements leave out, and why: a sentence each. */
  default List<String> notes(Pair<Schema> schemas, Strategy strategy) {
    return strategy.expand().isEmpty()
        ? List.of()
        : renderer().notes(plan(schemas), carried(schemas), strategy);
  }

  /** The SQL that makes this schema in an empty database with what it keeps beside its objects. */
  default List<String> replica(Schema schema) {
    return creation(schema.with(schema.kept()));
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
