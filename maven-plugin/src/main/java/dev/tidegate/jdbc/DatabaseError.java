package dev.tidegate.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.postgresql.util.PSQLException;

/**
 * What a database said when it refused a statement.
 *
 * @param message its own words, without the position
 * @param sqlState five characters, empty where the driver gives none, as SQLite's
 * @param more its detail, its hint and where in a function it happened, one line each
 * @param position of the character in the statement that it complains about, from 1
 */
public record DatabaseError(
    String message, String sqlState, List<String> more, OptionalInt position) {

  public DatabaseError {
    more = List.copyOf(more);
  }

  /** Reads what the driver threw. */
  public static DatabaseError of(SQLException e) {
    var state = Optional.ofNullable(e.getSQLState()).orElse("");
    if (e instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
      var server = refused.getServerErrorMessage();
      var more = new ArrayList<String>();
      Optional.ofNullable(server.getDetail())
          .ifPresent(text -> more.addAll(labelled("detail", text)));
      Optional.ofNullable(server.getHint()).ifPresent(hint -> more.add("database's hint: " + hint));
      Optional.ofNullable(server.getWhere())
          .ifPresent(where -> more.addAll(labelled("context", where)));
      var at = server.getPosition();
      return new DatabaseError(
          server.getSeverity() + ": " + server.getMessage(),
          state,
          more,
          at > 0 ? OptionalInt.of(at) : OptionalInt.empty());
    }
    return new DatabaseError(String.valueOf(e.getMessage()), state, List.of(), OptionalInt.empty());
  }

  /** Labelled on each line: both may quote values of rows, and not every reader may see them. */
  private static List<String> labelled(String what, String text) {
    return text.lines().map(line -> "database's " + what + ": " + line).toList();
  }

  /**
   * Whether another session changed the same role at the same moment, so that the statement runs
   * when it is run again: roles are the server's, and its databases are used side by side.
   */
  public boolean isRace() {
    return message.contains("tuple concurrently ")
        || (sqlState.equals("23505") && message.contains("\"pg_auth"));
  }

  /** The words for a problem's detail: the message with its SQLSTATE, and what else was said. */
  public List<String> lines() {
    var lines = new ArrayList<String>(message.lines().toList());
    if (!sqlState.isEmpty() && !lines.isEmpty()) {
      lines.add(lines.remove(lines.size() - 1) + " (SQLSTATE " + sqlState + ")");
    }
    more.forEach(text -> text.lines().forEach(lines::add));
    return lines;
  }

  /**
   * The line of a file on which the database saw the error.
   *
   * @param statement as it was sent
   * @param firstLine of the file on which the statement starts
   */
  public int line(String statement, int firstLine) {
    if (position.isEmpty()) {
      return firstLine;
    }
    var before = statement.codePoints().limit(position.getAsInt() - 1L);
    return firstLine + (int) before.filter(c -> c == '\n').count();
  }
}
