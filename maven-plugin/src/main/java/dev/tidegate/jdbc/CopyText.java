package dev.tidegate.jdbc;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** PostgreSQL's COPY from text that is at hand, as dumps have it. */
public final class CopyText {
  private CopyText() {}

  /**
   * Loads rows.
   *
   * @param sql {@code COPY … FROM stdin}
   * @param data its lines
   * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
   */
  public static void load(Connection connection, String sql, String data) throws SQLException {
    try {
      connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(data));
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }
}
