package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import java.sql.Connection;

/** One database of a {@link Scratch}; closing it drops it. */
public interface ScratchDatabase extends AutoCloseable {

  /** How to reach it. An in-memory SQLite database is reached through its connection only. */
  ConnectionSettings settings();

  /**
   * A connection to it, in auto-commit mode. The caller closes it; on SQLite the same database is
   * still there afterwards.
   */
  Connection connect();

  @Override
  void close();
}
