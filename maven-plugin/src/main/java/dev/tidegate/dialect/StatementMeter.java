package dev.tidegate.dialect;

import dev.tidegate.render.Statement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Watches a connection on which a plan is proved. Made before the first statement runs; not safe
 * for several threads. What this interface does by itself suits a database where nothing is to be
 * seen.
 */
public interface StatementMeter {
  /** Watches nothing. */
  StatementMeter NONE = new StatementMeter() {};

  /** Called when the statements of another file are about to run. */
  default void begin() throws SQLException {}

  /** Called when this statement is about to run, its transaction open where it has one. */
  default void before(Statement statement) throws SQLException {}

  /**
   * The lock under which a table is dropped, which nobody can be asked about once it is gone; empty
   * where there is none.
   */
  default Optional<String> dropping() {
    return Optional.empty();
  }

  /**
   * The statement that has just run, with what it locked, wrote anew and read, and with the hazards
   * that come of it.
   *
   * <p>In a long plan it may commit, so that the locks to look through stay few. What is counted as
   * held is what a transaction around the whole plan would hold.
   */
  default Statement after(Statement statement) throws SQLException {
    return statement;
  }
}
