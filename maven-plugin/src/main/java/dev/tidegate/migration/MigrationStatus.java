package dev.tidegate.migration;

/** How a migration stands between the folder and the history. */
public enum MigrationStatus {
  /** In the history, and the file is as it was. */
  APPLIED,
  /** Only in the folder, or repeatable with a text that has changed: the next deploy runs it. */
  PENDING,
  /** The history says that it stopped halfway. */
  FAILED,
  /** In the history, but the file is not the one that was applied. */
  CHANGED,
  /** In the history, but not in the folder. */
  MISSING,
  /** In the history, above the last version of the folder: the folder is older. */
  AHEAD,
  /** In the history as something other than SQL, such as a Java migration. */
  NOT_SQL,
  /** Only in the folder, below the version the database is at: no deploy runs it. */
  OUT_OF_ORDER,
  /** The row that says where a database was adopted. */
  BASELINE,
  /** Only in the folder, at or below the baseline: taken as contained in it. */
  BELOW_BASELINE
}
