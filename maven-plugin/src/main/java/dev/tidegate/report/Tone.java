package dev.tidegate.report;

import dev.tidegate.guard.DatabaseIdentity;

/** How a line is to strike a reader at a terminal. The words never depend on it. */
public enum Tone {
  DANGER,
  WARNING,
  CALM,
  PLAIN;

  /** That of a database's environment. */
  static Tone of(DatabaseIdentity identity) {
    if (identity.isProduction()) {
      return DANGER;
    }
    return identity
        .environment()
        .map(label -> label.equalsIgnoreCase("staging") ? WARNING : CALM)
        .orElse(PLAIN);
  }
}
