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
 */
record Moment(StateLook look, Schema inScope) {

  static Moment at(Connection connection, Dialect dialect, Scope scope) throws SQLException {
    var look = StateLook.at(connection, dialect);
    var inScope =
        scope.equals(Scope.all()) ? look.schema() : dialect.inspector().inspect(connection, scope);
    return new Moment(look, inScope);
  }
}
