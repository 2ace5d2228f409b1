package dev.tidegate.migration;

import dev.tidegate.jdbc.CreatedRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Lets a migration make a role that another scratch database of the server has brought. That role
 * cannot be dropped, since the other database may refer to it; so it steps aside under another name
 * for the one statement, and then takes the place of the role that was made.
 */
final class SharedRoles implements Callback {
  private static final String ASIDE = "tidegate_aside";

  private Optional<String> aside = Optional.empty();

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE_STATEMENT
        || event == Event.AFTER_EACH_MIGRATE_STATEMENT;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (event == Event.BEFORE_EACH_MIGRATE_STATEMENT) {
        stepAside(context.getConnection(), context.getStatement().getSql());
      } else if (aside.isPresent()) {
        stepBack(context.getConnection(), quoted(aside.get()));
      }
    } catch (SQLException e) {
      throw new FlywayException(e);
    }
  }

  @Override
  public String getCallbackName() {
    return "tidegate roles";
  }

  private void stepAside(Connection connection, String sql) throws SQLException {
    aside = Optional.empty(); // of a statement that was refused
    var role = CreatedRole.of(sql);
    if (role.isPresent() && isThere(connection, role.get())) {
      execute(connection, "ALTER ROLE " + quoted(role.get()) + " RENAME TO " + ASIDE);
      aside = role;
    }
  }

  private void stepBack(Connection connection, String role) throws SQLException {
    aside = Optional.empty();
    execute(connection, "DROP ROLE " + role);
    execute(connection, "ALTER ROLE " + ASIDE + " RENAME TO " + role);
  }

  /** Only a superuser may rename any role; a restricted login may make none either. */
  private static boolean isThere(Connection connection, String role) throws SQLException {
    var sql =
        "SELECT 1 FROM pg_roles WHERE rolname = ? AND rolname NOT IN (session_user, current_user)"
            + " AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, role);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
