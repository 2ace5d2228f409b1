package dev.tidegate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The database that is written, in one piece: until {@link #commit} it is as it was, and closing
 * without one leaves it so.
 */
interface CopyTarget extends AutoCloseable {

  /** How it may be shown. */
  String display();

  /** The name that {@code confirm} has to give. */
  String name();

  /** The connection, to inspect what is there. */
  Connection connection();

  /** Its tables as they are now. */
  List<TableFacts> tables() throws SQLException;

  /** Runs statements that make objects. */
  void execute(List<String> statements) throws SQLException;

  /** Words for what makes writing into these tables unsafe: triggers, row security, rights. */
  List<String> obstacles(List<TableCopy> tables, CopyOptions.Mode mode) throws SQLException;

  /** Row counts of those tables that are not empty, by name. */
  Map<String, Long> notEmpty(List<TableCopy> tables) throws SQLException;

  /** Makes ready: takes locks, puts constraints aside, empties what is replaced. */
  void prepare(List<TableCopy> tables, CopyOptions.Mode mode) throws SQLException;

  /** A writer into the table, or into what stands in for it until {@link #merge}. */
  RowWriter write(TableCopy table) throws SQLException;

  /** Brings rows that were staged into the table itself. */
  void merge(TableCopy table) throws SQLException;

  /** Restores constraints, which checks them. */
  void restore() throws SQLException;

  /** Reads back what was written, as the table holds it. */
  EncodedReader readBack(TableCopy table) throws SQLException;

  /** Whether the database reads values of this table out of a text, and may say them otherwise. */
  default boolean restates(TableCopy table) {
    return false;
  }

  /** Reads back what was sent, where the database restates it. */
  default EncodedReader readSent(TableCopy table) throws SQLException {
    throw new IllegalStateException(table.to().display() + " holds what was sent");
  }

  /** Reads what the database makes of what was sent, where it restates it. */
  default EncodedReader readRestated(TableCopy table) throws SQLException {
    throw new IllegalStateException(table.to().display() + " holds what was sent");
  }

  /**
   * Sets counters behind the rows, and makes all of it permanent at once.
   *
   * @param counters the highest number ever given, by the table's name, where the source keeps it
   */
  void commit(List<TableCopy> tables, Map<String, Long> counters) throws SQLException;

  @Override
  void close() throws SQLException;
}
