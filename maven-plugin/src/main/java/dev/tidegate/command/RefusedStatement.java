package dev.tidegate.command;

import dev.tidegate.render.Statement;
import java.sql.SQLException;

/** The cause of a proof that failed: a statement that the scratch database refused. */
final class RefusedStatement extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Statement statement;
  private final SQLException reason;

  RefusedStatement(Statement statement, SQLException reason) {
    super(reason);
    this.statement = statement;
    this.reason = reason;
  }

  Statement statement() {
    return statement;
  }

  SQLException reason() {
    return reason;
  }

  /**
   * Whether the rows are why, and not the statement: integrity and data errors, an exception that a
   * trigger raised. https://www.postgresql.org/docs/current/errcodes-appendix.html
   */
  boolean isAboutData() {
    var state = reason.getSQLState();
    if (state == null || state.isEmpty()) {
      return SQLITE_DATA.contains(reason.getErrorCode() & 0xff);
    }
    return state.startsWith("22") || state.startsWith("23") || state.equals("P0001");
  }

  /** SQLITE_CONSTRAINT and SQLITE_MISMATCH: https://sqlite.org/rescode.html */
  private static final java.util.List<Integer> SQLITE_DATA = java.util.List.of(19, 20);
}
