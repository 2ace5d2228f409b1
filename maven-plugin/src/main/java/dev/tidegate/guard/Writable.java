package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.guard.Ways.Way;
import dev.tidegate.jdbc.Connections;
import java.sql.SQLException;

/**
 * Whether a database may be written over the way that was found.
 *
 * @param goal that wants to, for hints
 */
public record Writable(String goal, Way way, Dialect dialect) {

  /**
   * Refuses a server that takes no changes, and a pooler that keeps nothing between transactions.
   *
   * @throws dev.tidegate.problem.TidegateException TG-2203 or TG-2204
   */
  public void orRefuse() throws SQLException {
    var identity = way.identity();
    if (!identity.replica() && !identity.readOnly() && !identity.losesSessions()) {
      return;
    }
    var plain = way.settings().withoutSessionSettings();
    try (var connection = Connections.open(plain)) {
      var live = dialect.live();
      if (identity.replica()) {
        throw GuardProblems.replica(identity, live.primary(connection)).exception();
      }
      if (identity.readOnly()) {
        throw GuardProblems.readOnly(identity, live.readOnlySource(connection)).exception();
      }
      var known = KnownPooler.of(way.settings().url()).flatMap(it -> it.direct(plain.url()));
      var listens =
          live.listens(connection)
              .map(place -> "jdbc:postgresql://" + bracketed(place) + "/" + plain.url().database());
      throw GuardProblems.pooler(goal, identity, known.or(() -> listens)).exception();
    }
  }

  private static String bracketed(String place) {
    var colon = place.lastIndexOf(':');
    var host = place.substring(0, colon);
    return (host.contains(":") ? "[" + host + "]" : host) + place.substring(colon);
  }
}
