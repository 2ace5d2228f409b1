package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A database at one moment: what it holds, and which of it is which.
 *
 * @param identities as {@link dev.tidegate.dialect.LiveDatabase#identities} tells them, without the
 *     tables of Tidegate and Flyway
 */
public record StateLook(Schema schema, SortedMap<ObjectId, String> identities) {
  public StateLook {
    var users = new TreeMap<>(identities);
    users.keySet().removeIf(id -> id.path().stream().anyMatch(Scope.OWN_TABLES::contains));
    identities = Collections.unmodifiableSortedMap(users);
  }

  /** Looks at everything in it, since what is left out of a comparison holds data as well. */
  public static StateLook at(Connection connection, Dialect dialect) throws SQLException {
    return new StateLook(
        dialect.inspector().inspect(connection, Scope.all()),
        dialect.live().identities(connection));
  }

  /** The same moment with identities that were followed through statements. */
  public StateLook knowing(SortedMap<ObjectId, String> followed) {
    return new StateLook(schema, followed);
  }
}
