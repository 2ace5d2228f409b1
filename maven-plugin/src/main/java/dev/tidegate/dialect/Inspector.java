package dev.tidegate.dialect;

import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the schema of a live database. */
public interface Inspector {

  /**
   * Reads all objects in scope, in one consistent look. Changes nothing, needs no right but to read
   * the catalogue, and asks once an object kind, never once a table.
   *
   * @param connection open; its transaction state is left as it was found
   */
  Schema inspect(Connection connection, Scope scope) throws SQLException;
}
