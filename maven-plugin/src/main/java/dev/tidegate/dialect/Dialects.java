package dev.tidegate.dialect;

import dev.tidegate.jdbc.Product;
import java.util.Map;

/**
 * The dialects by product. Assembled in {@code command}, since nothing here may know them.
 *
 * @param byProduct each dialect under its product
 */
public record Dialects(Map<Product, Dialect> byProduct) {
  public Dialects {
    byProduct = Map.copyOf(byProduct);
  }

  /** The dialect of this product. */
  public Dialect of(Product product) {
    var dialect = byProduct.get(product);
    if (dialect == null) {
      throw new IllegalStateException("no dialect for " + product);
    }
    return dialect;
  }
}
