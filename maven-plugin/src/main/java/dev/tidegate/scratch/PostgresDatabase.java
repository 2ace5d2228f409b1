package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.sql.Connection;

/** One database of a PostgreSQL scratch server. */
record PostgresDatabase(PostgresDatabases server, String name, ConnectionSettings settings)
    implements ScratchDatabase {

  @Override
  public Connection connect() {
    return Connections.open(settings);
  }

  @Override
  public void close() {
    server.drop(name);
  }
}
