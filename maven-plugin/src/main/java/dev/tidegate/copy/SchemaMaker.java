package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Says in the target's SQL what the source's tables are, for a target that has none. */
@FunctionalInterface
public interface SchemaMaker {

  /**
   * The statements that make the source's schema in the target, which is asked what it has already.
   * Both connections are only read.
   */
  Creation statements(Connection source, Connection target) throws SQLException;

  /**
   * Statements, cut where the rows come.
   *
   * @param beforeRows tables, and what they need to exist
   * @param afterRows what is built quicker over rows, or would stand in their way: keys, indexes,
   *     foreign keys, triggers, views
   * @param notes what the target cannot have, in words
   */
  record Creation(List<String> beforeRows, List<String> afterRows, List<String> notes) {
    public Creation {
      beforeRows = List.copyOf(beforeRows);
      afterRows = List.copyOf(afterRows);
      notes = List.copyOf(notes);
    }

    /** Nothing to make. */
    public static Creation nothing() {
      return new Creation(List.of(), List.of(), List.of());
    }
  }
}
