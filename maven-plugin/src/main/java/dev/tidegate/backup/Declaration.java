package dev.tidegate.backup;

import dev.tidegate.schema.ObjectId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Says in SQL what makes tables anew. Asked in the snapshot from which their rows are read. */
public interface Declaration {

  /**
   * One statement.
   *
   * @param object that it makes
   * @param table to which that belongs, or which it is
   * @param late whether it comes after the rows: it is quicker then, or would fire on every one
   */
  record Ddl(ObjectId object, Optional<ObjectId> table, boolean late, String sql) {}

  /** The statements in order, for these tables and what they need; for all objects if none. */
  List<Ddl> of(Connection connection, List<ObjectId> tables) throws SQLException;
}
