package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Inspector;
import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.dialect.SampleRows;
import dev.tidegate.diff.DiffRules;
import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.PlanRules;
import dev.tidegate.render.Renderer;

/** SQLite. */
public final class SqliteDialect implements Dialect {
  @Override
  public Product product() {
    return Product.SQLITE;
  }

  @Override
  public Inspector inspector() {
    return new SqliteInspector();
  }

  @Override
  public DiffRules diffRules() {
    return new SqliteDiffRules();
  }

  @Override
  public PlanRules planRules() {
    return new SqlitePlanRules();
  }

  @Override
  public Renderer renderer() {
    return new SqliteRenderer();
  }

  @Override
  public LiveDatabase live() {
    return new SqliteLive();
  }

  @Override
  public SampleRows samples() {
    return new SqliteSampleRows();
  }
}
