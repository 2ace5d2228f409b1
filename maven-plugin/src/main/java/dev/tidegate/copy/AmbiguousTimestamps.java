package dev.tidegate.copy;

/** The numbers of a column may be points in time in more than one unit, or in none. */
final class AmbiguousTimestamps extends Exception {
  private final String column;

  AmbiguousTimestamps(String column, String why) {
    super(why);
    this.column = column;
  }

  /** The column as the parameter {@code timestamps} names it. */
  String column() {
    return column;
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
