package dev.tidegate.scratch;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import java.sql.Connection;

/** A state that stays for later runs: its sessions are read only, and closing leaves it there. */
record KeptDatabase(ConnectionSettings settings) implements ScratchDatabase {

  @Override
  public Connection connect() {
    return Connections.open(settings);
  }

  @Override
  public void close() {
    // It outlives the run.
  }
}
