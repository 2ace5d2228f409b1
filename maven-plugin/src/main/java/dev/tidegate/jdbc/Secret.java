package dev.tidegate.jdbc;

/** A text that no output may show. */
public record Secret(String reveal) {

  /** Never the text itself. */
  @Override
  public String toString() {
    return "<masked>";
  }
}
