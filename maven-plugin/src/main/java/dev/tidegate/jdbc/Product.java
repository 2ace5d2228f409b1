package dev.tidegate.jdbc;

/** The databases that Tidegate speaks to. */
public enum Product {
  POSTGRESQL("PostgreSQL"),
  SQLITE("SQLite");

  private final String label;

  Product(String label) {
    this.label = label;
  }

  /** The product's own spelling. */
  public String label() {
    return label;
  }
}
