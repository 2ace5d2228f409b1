package dev.tidegate.scenario;

/** Which golden files a run of a scenario is held against. */
enum Golden {
  /** The laws only. */
  NONE(""),
  /** Those of a folder for one dialect. */
  PLAIN(""),
  /** Those for PostgreSQL in a folder for both dialects. */
  POSTGRES(".postgres"),
  /** Those for SQLite in a folder for both dialects. */
  SQLITE(".sqlite");

  private final String infix;

  Golden(String infix) {
    this.infix = infix;
  }

  /** Stands before a file's suffix. */
  String infix() {
    return infix;
  }
}
