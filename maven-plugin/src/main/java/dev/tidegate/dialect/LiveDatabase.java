package dev.tidegate.dialect;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is asked of a live database beside its schema. Every question only reads. */
public interface LiveDatabase {

  /**
   * The server and the session, as they name themselves.
   *
   * @param version as the server prints it, {@code 17.11}
   * @param major its major version, {@code 17}
   * @param user whose rights hold; empty where a database has no users
   * @param searchPath where unqualified names are looked for, in order; empty where there is none
   * @param vanished name spaces that the search path names before the first one that is there
   * @param schema where unqualified names are created; empty if nowhere or where there is none
   * @param replica whether it follows another server and cannot be written
   * @param readOnly whether transactions are read only unless they say otherwise
   * @param process the number of the server process that answers; 0 where there is no server
   * @param encoding of texts
   * @param bytes the size of the database's file, where it is one
   */
  record Facts(
      String version,
      int major,
      String user,
      List<String> searchPath,
      List<String> vanished,
      Optional<String> schema,
      boolean replica,
      boolean readOnly,
      long process,
      String encoding,
      Optional<Long> bytes) {
    public Facts {
      searchPath = List.copyOf(searchPath);
      vanished = List.copyOf(vanished);
    }
  }

  /** Reads the server's and the session's facts. */
  Facts facts(Connection connection) throws SQLException;

  /**
   * A table of Tidegate or Flyway, or what has the name of one.
   *
   * @param namespace empty where there are none
   * @param ordinary whether it is a table at all
   * @param readable whether we may read it
   */
  record OwnTable(Optional<String> namespace, String name, boolean ordinary, boolean readable) {}

  /** The tables of Tidegate and Flyway in all name spaces, in their order. */
  List<OwnTable> ownTables(Connection connection) throws SQLException;

  /** The number of the server process that answers; 0 where there is no server. */
  long process(Connection connection) throws SQLException;

  /**
   * What tells this database from every other one. The same for all ways that lead to it.
   *
   * @param database its name and number
   * @param started when its server started; empty where there is none
   * @param system number of the data directory, which replicas share; empty where it may not be
   *     read
   */
  record Birthmark(String database, Optional<String> started, Optional<String> system) {

    /** Whether both were read from one database. */
    public boolean isOf(Birthmark other) {
      return database.equals(other.database)
          && ((system.isPresent() && other.system.isPresent())
              ? system.equals(other.system)
              : started.isPresent() && started.equals(other.started));
    }
  }

  /** Reads what tells the database from others. */
  Birthmark birthmark(Connection connection) throws SQLException;

  /** The server that a replica follows, {@code host:port}, where it may be read. */
  Optional<String> primary(Connection connection) throws SQLException;

  /** Where it was said that transactions are read only, in words. */
  String readOnlySource(Connection connection) throws SQLException;

  /** Where the server itself listens, {@code host:port}, where that can be known. */
  Optional<String> listens(Connection connection) throws SQLException;

  /**
   * For each table, column, name space and value of an enum what it is, whatever it is called: the
   * same text before and after a rename, another one after it was dropped and created anew.
   */
  SortedMap<ObjectId, String> identities(Connection connection) throws SQLException;

  /**
   * What the objects are after statements ran, where the catalogue alone does not tell: a table
   * that was made anew from another's rows is that other one. As the catalogue has it, unless a
   * dialect says otherwise.
   *
   * @param before what they were
   * @param after as {@link #identities} read it afterwards
   */
  default SortedMap<ObjectId, String> follow(
      SortedMap<ObjectId, String> before,
      SortedMap<ObjectId, String> after,
      List<String> statements) {
    return after;
  }

  /**
   * For each table about how many rows it holds, as the planner's statistics have it or, where
   * there are none, counted.
   */
  SortedMap<ObjectId, RowCount> rows(Connection connection) throws SQLException;

  /** Whether {@link #rows} counts, rather than estimates. */
  default boolean countsRows() {
    return false;
  }

  /**
   * For each table how many rows it holds, counted, which reads all of them; a table that the role
   * may not read, or not all of, says so.
   *
   * @param namespaces whose tables are counted; empty for all
   */
  SortedMap<ObjectId, RowCount> countedRows(Connection connection, List<String> namespaces)
      throws SQLException;

  /** What it holds that does not hold up. */
  default Health health(Connection connection) throws SQLException {
    return Health.good();
  }

  /**
   * Cancels what takes longer on this connection, with SQLSTATE 57014, where the database can.
   *
   * @param millis 0 for no limit
   */
  default void limit(Connection connection, int millis) throws SQLException {}

  /** Whether an ordinary table of this name exists, in this name space where there are any. */
  boolean hasTable(Connection connection, Optional<String> namespace, String name)
      throws SQLException;

  /** The statement that gives an object of a kind that has an identity another name. */
  String renaming(ObjectId id, String name);

  /** A table's size. */
  record Size(long rows, long bytes) {}

  /**
   * For each table its rows, as the planner's statistics have them, and its bytes with indexes and
   * what is stored beside. Empty where nothing tells without reading all rows.
   */
  default SortedMap<ObjectId, Size> sizes(Connection connection) throws SQLException {
    return new TreeMap<>();
  }

  /**
   * Somebody who keeps a statement waiting that needs a lock on a table.
   *
   * @param mode of the lock that is held, as the manual writes it; empty for a transaction that
   *     holds nothing there but is old
   * @param who process, user and application, since when, in which state
   */
  record Blocker(ObjectId table, String mode, String who) {}

  /** Who holds locks on these tables that a statement could wait for, beside this connection. */
  default List<Blocker> blockers(Connection connection, Collection<ObjectId> tables)
      throws SQLException {
    return List.of();
  }

  /**
   * Transactions that are older than this, whose end some statements wait for whatever they have
   * locked, CREATE INDEX CONCURRENTLY first of all.
   */
  default List<String> oldTransactions(Connection connection, int seconds) throws SQLException {
    return List.of();
  }

  /** Begins a transaction in which several questions see the same moment and none can write. */
  default void beginLook(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  /**
   * What a query calls that may do more than compute, so that it must not be asked; empty where
   * everything in it is known to be harmless. The query itself is not run.
   */
  default Optional<String> objection(Connection connection, String sql) throws SQLException {
    return Optional.empty();
  }

  /** Why a query failed, without the server's message, which may hold data. */
  default String condition(SQLException failure) {
    return "error " + failure.getErrorCode();
  }

  /**
   * The statement after which a transaction's statements end by themselves after this time; empty
   * where there is none.
   *
   * @param millis 0 for no limit
   */
  default Optional<String> limiting(long millis) {
    return Optional.empty();
  }

  /** The query that counts the rows of a table or the values of a column. */
  default String counting(ObjectId id) {
    var isColumn = id.kind() == ObjectKind.COLUMN;
    var table = isColumn ? id.qualifier() : id.path();
    var namespace = table.size() > 1 ? Optional.of(table.get(0)) : Optional.<String>empty();
    return "SELECT count(%s) FROM %s"
        .formatted(
            isColumn ? qualified(Optional.empty(), id.name()) : "*",
            qualified(namespace, table.get(table.size() - 1)));
  }

  /** The name as SQL has it, with the name space where there is one. */
  String qualified(Optional<String> namespace, String name);
}
