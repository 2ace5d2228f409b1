package dev.tidegate.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** What an error means for whoever wants to try again. */
public enum ErrorKind {
  /** A lock was not to be had in time; nothing of the statement happened. */
  LOCK,
  /** The database chose this transaction to give way to another one. */
  CONFLICT,
  /** The connection is gone: what the server did last is not known. */
  LOST,
  /** Somebody stopped the statement, or it ran longer than it may. */
  CANCELLED,
  /** The statement was refused for what it says. */
  REFUSED;

  /**
   * Reads the code that the driver gives: SQLSTATE for PostgreSQL
   * (https://www.postgresql.org/docs/current/errcodes-appendix.html), the result code for SQLite
   * (https://sqlite.org/rescode.html).
   */
  public static ErrorKind of(SQLException e) {
    if (e instanceof SQLiteException refused) {
      return ofSqlite(refused.getResultCode().code & 0xff);
    }
    var state = Optional.ofNullable(e.getSQLState()).orElse("");
    if (state.startsWith("08")) {
      return LOST;
    }
    return switch (state) {
      case "55P03" -> LOCK;
      case "40P01", "40001" -> CONFLICT;
      case "57P01", "57P02", "57P03", "57P05" -> LOST;
      case "57014" -> CANCELLED;
      default -> REFUSED;
    };
  }

  /** Whether the same may go well a moment later. */
  public boolean passes() {
    return this == LOCK || this == CONFLICT;
  }

  private static ErrorKind ofSqlite(int primary) {
    return switch (primary) {
      case 5, 6 -> LOCK; // SQLITE_BUSY, SQLITE_LOCKED
      case 9 -> CANCELLED; // SQLITE_INTERRUPT
      default -> REFUSED;
    };
  }
}
