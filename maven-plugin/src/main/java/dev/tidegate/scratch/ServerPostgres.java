package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import java.sql.SQLException;
import java.util.List;

/**
 * Somebody else's server, on which we may create databases. Nothing on it is touched but databases
 * of our own naming: those of this run, and those of runs that were killed.
 */
final class ServerPostgres implements PostgresServer {
  private final PostgresDatabases databases;
  private final ShutdownStop atShutdown;

  private ServerPostgres(PostgresDatabases databases) {
    this.databases = databases;
    this.atShutdown = new ShutdownStop(databases::close);
  }

  /** Logs in, and sweeps what killed runs left there. */
  static ServerPostgres at(ConnectionSettings login, Trust trust) {
    try {
      var databases = new PostgresDatabases(login, login);
      if (trust == Trust.RESTRICTED) {
        refuseStrongLogin(login, databases);
      }
      databases.dropWhere(RunName::isOver);
      return new ServerPostgres(databases);
    } catch (SQLException e) {
      throw ScratchProblems.databaseError("login", e).exception(e);
    }
  }

  @Override
  public PostgresDatabases databases() {
    return databases;
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public boolean keepsStates() {
    return false;
  }

  @Override
  public void close() {
    atShutdown.stopNow();
  }

  private static void refuseStrongLogin(ConnectionSettings login, PostgresDatabases databases) {
    var rights = strongRights(databases);
    if (!rights.isEmpty()) {
      try (databases) {
        throw ScratchProblems.serverRoleTooStrong(login.url().display(), rights).exception();
      }
    }
  }

  private static List<String> strongRights(PostgresDatabases databases) {
    return databases.query(
        """
        SELECT 'superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper
        UNION ALL
        SELECT 'may create roles' FROM pg_roles WHERE rolname = current_user AND rolcreaterole
        UNION ALL
        SELECT rolname FROM pg_roles
        WHERE rolname IN
            ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
          AND pg_has_role(current_user, oid, 'MEMBER')
        ORDER BY 1
        """);
  }
}
