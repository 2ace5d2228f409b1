package dev.tidegate.guard;

import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.problem.TidegateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a pooler hands out connections to the server by transaction. Only reads.
 *
 * <p>A pooler shows itself at login already: to route cancellations it announces a process number
 * of its own making, and not that of the server process that answers
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html, BackendKeyData). That
 * costs nothing to see. Whether it keeps that process for us is only asked where it does not, or
 * where the URL makes one suspicious: an idle pooler would hand one client the same process again
 * and again, so two of them take turns, and one process for both, or several for one, is proof.
 *
 * @param settings how the connection was opened
 */
record PoolerSearch(ConnectionSettings settings, LiveDatabase live) {
  private static final int TURNS = 6;

  /** What is found on this connection, on which nothing but reads has happened. */
  Optional<Pooler> find(Connection connection, LiveDatabase.Facts facts) throws SQLException {
    var known = KnownPooler.of(settings.url());
    var mode = known.flatMap(KnownPooler::mode);
    if (mode.isPresent()) {
      return Optional.of(new Pooler(mode.get(), known.get().tell(), Optional.empty()));
    }
    var announced = Connections.announcedProcess(connection);
    var masked = announced.isPresent() && announced.getAsLong() != facts.process();
    if (known.isEmpty() && !masked) {
      return Optional.empty();
    }
    var shared = shared(connection);
    if (shared.isPresent()) {
      return Optional.of(new Pooler(Pooler.Mode.TRANSACTION, shared.get(), Optional.empty()));
    }
    // A URL that only looks like a pooler's, in front of a server that answers in its own name
    return masked
        ? Optional.of(
            new Pooler(
                Pooler.Mode.SESSION,
                known.map(KnownPooler::tell).orElse("a process number of its own at login"),
                Optional.empty()))
        : Optional.empty();
  }

  /** How it shows that server processes are shared, if they are. */
  private Optional<String> shared(Connection first) throws SQLException {
    try (var second = Connections.open(settings.forFirstQuestions().inHaste())) {
      var ours = new HashSet<Long>();
      var theirs = new HashSet<Long>();
      for (var turn = 0; turn < TURNS; turn++) {
        ours.add(live.process(first));
        theirs.add(live.process(second));
        if (turn % 2 == 0) {
          ours.add(live.process(first)); // so that strict rotation among two shows as well
        }
        var proof = proof(ours, theirs);
        if (proof.isPresent()) {
          return proof;
        }
      }
      return Optional.empty();
    } catch (TidegateException | SQLException none) {
      // Migrations take more than one connection, so whatever keeps it from us is in the way.
      return Optional.of("a second connection that was not to be had");
    }
  }

  private static Optional<String> proof(Set<Long> ours, Set<Long> theirs) {
    if (ours.size() > 1 || theirs.size() > 1) {
      return Optional.of("a connection that another server process answered each time");
    }
    return ours.equals(theirs)
        ? Optional.of("two connections that shared one server process")
        : Optional.empty();
  }
}
