package dev.tidegate.copy;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.Codes;

/**
 * Keeps all others from writing to a SQLite database, beyond the end of a transaction. The file is
 * read and written through this connection only: a process that closes any other handle of a file
 * loses all its locks on it.
 *
 * @see <a href="https://www.sqlite.org/howtocorrupt.html">How To Corrupt An SQLite Database
 *     File</a>
 */
final class SqliteLock implements AutoCloseable {
  private static final int CODE = 0xff;

  private final Path database;
  private final Connection connection;

  private SqliteLock(Path database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /**
   * Takes the lock. Others go on reading, but where the database has a write-ahead log: nobody else
   * may have it open then.
   */
  static SqliteLock take(ConnectionSettings settings) throws SQLException {
    var lock = new SqliteLock(SqliteFile.of(settings), Connections.open(settings));
    try {
      // Before the first access, so that a database with a log is locked as a whole; with it the
      // lock outlives the transaction: https://www.sqlite.org/pragma.html#pragma_locking_mode
      Sql.execute(lock.connection, "PRAGMA locking_mode = EXCLUSIVE");
      Sql.execute(lock.connection, "BEGIN IMMEDIATE");
      Sql.execute(lock.connection, "COMMIT");
      return lock;
    } catch (SQLException e) {
      lock.close();
      throw lock.translated(e);
    }
  }

  /** Copies what the database holds into a new file. */
  void copyTo(Path file) throws SQLException {
    check(driver().getDatabase().backup("main", file.toString(), null), "copying to " + file);
  }

  /**
   * Makes the database what the file holds, in one transaction that whoever has it open sees as any
   * other: https://www.sqlite.org/c3ref/backup_finish.html
   */
  void replaceBy(Path file) throws SQLException {
    check(driver().getDatabase().restore("main", file.toString(), null), "copying from " + file);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private SQLiteConnection driver() throws SQLException {
    return connection.unwrap(SQLiteConnection.class);
  }

  private void check(int code, String doing) throws SQLException {
    if (code != Codes.SQLITE_OK) {
      var reason = SQLiteErrorCode.getErrorCode(code);
      throw translated(new SQLException(doing + " failed: " + reason, "", code));
    }
  }

  private SQLException translated(SQLException e) {
    if ((e.getErrorCode() & CODE) == Codes.SQLITE_BUSY) {
      throw CopyProblems.targetInUse(database).exception(e);
    }
    return e;
  }
}
