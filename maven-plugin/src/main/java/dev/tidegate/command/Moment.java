package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.guard.StateLook;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A scratch database between two migrations.
 *
 * @param look everything in it, to judge by
 * @param inScope the part that the run looks at, to compare with
 * @param all whether that is everything
 */
record Moment(StateLook look, Schema inScope, boolean all) {

  static Moment at(Connection connection, Dialect dialect, Scope scope) throws SQLException {
    var look = StateLook.at(connection, dialect);
    return scope.equals(Scope.all())
        ? new Moment(look, look.schema(), true)
        : new Moment(look, dialect.inspector().inspect(connection, scope), false);
  }
}
