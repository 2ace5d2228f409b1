package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.guard.StateLook;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A scratch database between two migrations.
 *
 * @param look everything in it, to judge by
 * @param inScope the part that the run looks at, to compare with
 * @param all whether that is everything
 * @param named everything under the names that it had before the first migration; empty where those
 *     cannot be given back
 */
record Moment(StateLook look, Schema inScope, boolean all, Optional<Schema> named) {

  /** The same with everything under other names. */
  Moment named(Optional<Schema> schema) {
    return new Moment(look, inScope, all, schema);
  }

  static Moment at(Connection connection, Dialect dialect, Scope scope) throws SQLException {
    var look = StateLook.at(connection, dialect);
    var named = Optional.of(look.schema());
    return scope.equals(Scope.all())
        ? new Moment(look, look.schema(), true, named)
        : new Moment(look, dialect.inspector().inspect(connection, scope), false, named);
  }
}
