package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.problem.TidegateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The URLs that lead to one database.
 *
 * @param main the one that the run is about
 * @param direct the one without a pooler, where somebody named it
 */
public record Ways(ConnectionSettings main, Optional<ConnectionSettings> direct) {

  /**
   * The way that a run takes.
   *
   * @param settings opens connections
   * @param identity of the database
   */
  public record Way(ConnectionSettings settings, DatabaseIdentity identity) {}

  /** The only way there is. */
  public static Ways of(ConnectionSettings main) {
    return new Ways(main, Optional.empty());
  }

  /**
   * The way to read: a pooler is no obstacle, but it is spoken to so that nothing that is said for
   * this session reaches another client.
   */
  public Way toRead(Dialect dialect) throws SQLException {
    var identity = ask(main, connection -> DatabaseIdentity.read(connection, main, dialect));
    return new Way(identity.losesSessions() ? main.throughPooler() : main, identity);
  }

  /**
   * The way to write: past a pooler that keeps nothing between transactions, where another is
   * named. Asks both databases whether they are one.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1003 if they are two
   */
  public Way toWrite(Dialect dialect) throws SQLException {
    try {
      var identity = ask(main, connection -> DatabaseIdentity.read(connection, main, dialect));
      return identity.losesSessions() && direct.isPresent()
          ? around(dialect, main, identity.pooler().orElseThrow())
          : new Way(main, identity);
    } catch (TidegateException e) {
      if (!isRefusedByPgBouncer(e)) {
        throw e;
      }
      // It knows few settings that may be said at login, and the search path is none of them.
      var plain = main.withoutSessionSettings();
      var found = ask(plain, connection -> DatabaseIdentity.read(connection, plain, dialect));
      var pooler = found.pooler().orElseThrow(() -> e);
      if (!found.losesSessions()) {
        throw GuardProblems.poolerRefusesSearchPath(main, e.problem()).exception(e);
      }
      return direct.isPresent() ? around(dialect, plain, pooler) : new Way(main, found);
    }
  }

  private Way around(Dialect dialect, ConnectionSettings through, Pooler pooler)
      throws SQLException {
    var straight = direct.orElseThrow();
    var there = ask(straight, connection -> dialect.live().birthmark(connection));
    var here = ask(through, connection -> dialect.live().birthmark(connection));
    if (!there.isOf(here)) {
      throw GuardProblems.otherDatabase(main, straight).exception();
    }
    var identity =
        ask(straight, connection -> DatabaseIdentity.read(connection, straight, dialect));
    return new Way(
        straight,
        identity.losesSessions()
            ? identity
            : identity.behind(pooler.passedBy(main.url().display())));
  }

  private static boolean isRefusedByPgBouncer(TidegateException e) {
    return e.problem().detail().stream().anyMatch(line -> line.contains("startup parameter"));
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private static <T> T ask(ConnectionSettings settings, Question<T> question) throws SQLException {
    try (var connection = Connections.open(settings.forFirstQuestions())) {
      return question.ask(connection);
    }
  }
}
