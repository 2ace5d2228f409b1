package dev.tidegate.scratch;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Inspector;
import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.diff.DiffRules;
import dev.tidegate.jdbc.Product;
import dev.tidegate.plan.PlanRules;
import dev.tidegate.render.Renderer;

/** Enough of a dialect to open a scratch server of PostgreSQL. */
record TestDialect() implements Dialect {
  @Override
  public Product product() {
    return Product.POSTGRESQL;
  }

  @Override
  public Inspector inspector() {
    throw new UnsupportedOperationException();
  }

  @Override
  public DiffRules diffRules() {
    throw new UnsupportedOperationException();
  }

  @Override
  public PlanRules planRules() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Renderer renderer() {
    throw new UnsupportedOperationException();
  }

  @Override
  public LiveDatabase live() {
    throw new UnsupportedOperationException();
  }
}
