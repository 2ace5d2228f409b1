package dev.tidegate.scratch;

import dev.tidegate.dialect.Dialect;

/** Opens the scratch databases that a run's settings ask for. */
public final class Scratches {
  private Scratches() {}

  /**
   * Opens them; the caller closes them.
   *
   * @throws dev.tidegate.problem.TidegateException when they cannot be had here
   */
  public static Scratch open(Dialect dialect, ScratchSettings settings) {
    if (settings.kind().equals("embedded")) {
      return EmbeddedPostgres.open(dialect, settings);
    }
    throw ScratchProblems.kindNotUnderstood(settings.kind()).exception();
  }
}
