package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Inspector;
import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.dialect.SampleRows;
import dev.tidegate.dialect.StatementMeter;
import dev.tidegate.diff.DiffRules;
import dev.tidegate.diff.Pair;
import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.PlanRules;
import dev.tidegate.render.Renderer;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL 14 and later. */
public final class PostgresDialect implements Dialect {
  @Override
  public Product product() {
    return Product.POSTGRESQL;
  }

  @Override
  public Inspector inspector() {
    return new PostgresInspector();
  }

  @Override
  public DiffRules diffRules() {
    return new PostgresDiffRules();
  }

  @Override
  public PlanRules planRules() {
    return new PostgresPlanRules();
  }

  @Override
  public Renderer renderer() {
    return new PostgresRenderer();
  }

  @Override
  public LiveDatabase live() {
    return new PostgresLive();
  }

  @Override
  public StatementMeter meter(Connection connection) throws SQLException {
    return PostgresStatementMeter.on(connection);
  }

  @Override
  public SampleRows samples() {
    return new PostgresSampleRows();
  }

  @Override
  public Pair<Schema> carried(Pair<Schema> schemas) {
    return Privileges.carried(schemas);
  }

  @Override
  public List<ObjectId> lost(Pair<Schema> schemas, Schema reached) {
    return Privileges.lost(schemas, reached);
  }
}
