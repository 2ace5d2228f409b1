package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table beside the history that says how far migrations came which run statement by statement:
 * a row a statement, written before the first one runs. A row turns to done in the transaction of
 * its statement where it has one, so that both are there or neither is.
 */
final class Journal {
  static final String TABLE = "tidegate_progress";

  private static final String HISTORY = "flyway_schema_history";

  private final Connection connection;
  private final Product product;
  private final String table;
  private final String history;

  /** How a statement stands. */
  enum Mark {
    /** Not begun, or rolled back. */
    PLANNED,
    /** Begun outside of a transaction; whether it ended is not known. */
    STARTED,
    /** Ended with an error, and may have left something behind. */
    FAILED,
    /** Ended well. */
    DONE
  }

  /**
   * One statement of a migration.
   *
   * @param number from 1
   * @param line of the file, from 1
   */
  record Entry(int number, int line, String sql, Mark mark) {}

  private Journal(Connection connection, Product product, Optional<String> schema) {
    this.connection = connection;
    this.product = product;
    this.table = qualified(schema, TABLE);
    this.history = qualified(schema, HISTORY);
  }

  /** The journal beside the history of a schema, or of the connection's own. */
  static Journal at(Connection connection, Product product, Optional<String> schema)
      throws SQLException {
    if (product == Product.SQLITE || schema.isPresent()) {
      return new Journal(
          connection, product, product == Product.SQLITE ? Optional.empty() : schema);
    }
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT current_schema()")) {
      rows.next();
      return new Journal(connection, product, Optional.ofNullable(rows.getString(1)));
    }
  }

  boolean exists() throws SQLException {
    return has(table, TABLE);
  }

  private boolean has(String name, String bare) throws SQLException {
    var sql =
        product == Product.POSTGRESQL
            ? "SELECT to_regclass(?) IS NOT NULL"
            : "SELECT count(*) > 0 FROM sqlite_master WHERE type = 'table' AND name = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, product == Product.POSTGRESQL ? name : bare);
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /** Makes the table where it is not there, and forgets what the history has since confirmed. */
  void prepare() throws SQLException {
    if (!exists()) {
      var postgresql = product == Product.POSTGRESQL;
      execute(
          "CREATE TABLE "
              + table
              + " (script text NOT NULL, statement integer NOT NULL, line integer NOT NULL,"
              + " sql text NOT NULL, checksum integer, state text NOT NULL, changed_at "
              + (postgresql
                  ? "timestamptz NOT NULL DEFAULT clock_timestamp()"
                  : "text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
              + ", changed_by text NOT NULL"
              + (postgresql ? " DEFAULT session_user" : " DEFAULT ''")
              + ", PRIMARY KEY (script, statement))");
    } else {
      execute("DELETE FROM " + table + " WHERE " + finished());
    }
  }

  /** Rows of migrations of which the history has the end. */
  private String finished() {
    return "EXISTS (SELECT 1 FROM "
        + history
        + " h WHERE h.script = "
        + table
        + ".script AND h.success AND h.checksum = "
        + table
        + ".checksum)";
  }

  /** The statements of a migration in their order; none where it never began. */
  List<Entry> entries(String script) throws SQLException {
    var entries = new ArrayList<Entry>();
    try (var statement =
        connection.prepareStatement(
            "SELECT statement, line, sql, state FROM "
                + table
                + " WHERE script = ? ORDER BY statement")) {
      statement.setString(1, script);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new Entry(
                  rows.getInt("statement"),
                  rows.getInt("line"),
                  rows.getString("sql"),
                  Mark.valueOf(rows.getString("state").toUpperCase(Locale.ROOT))));
        }
      }
    }
    return entries;
  }

  /** Writes what is going to run, from a statement on, over what was planned before. */
  void plan(String script, int checksum, List<Entry> from) throws SQLException {
    var first = from.isEmpty() ? Integer.MAX_VALUE : from.get(0).number();
    inTransaction(
        () -> {
          try (var old =
                  connection.prepareStatement(
                      "DELETE FROM " + table + " WHERE script = ? AND statement >= ?");
              var row =
                  connection.prepareStatement(
                      "INSERT INTO "
                          + table
                          + " (script, statement, line, sql, checksum, state)"
                          + " VALUES (?, ?, ?, ?, ?, 'planned')")) {
            old.setString(1, script);
            old.setInt(2, first);
            old.executeUpdate();
            for (var entry : from) {
              insert(row, script, checksum, entry);
            }
            row.executeBatch();
          }
          setChecksum(script, checksum);
        });
  }

  private static void insert(PreparedStatement row, String script, int checksum, Entry entry)
      throws SQLException {
    row.setString(1, script);
    row.setInt(2, entry.number());
    row.setInt(3, entry.line());
    row.setString(4, entry.sql());
    row.setInt(5, checksum);
    row.addBatch();
  }

  private void setChecksum(String script, int checksum) throws SQLException {
    try (var statement =
        connection.prepareStatement("UPDATE " + table + " SET checksum = ? WHERE script = ?")) {
      statement.setInt(1, checksum);
      statement.setString(2, script);
      statement.executeUpdate();
    }
  }

  /** Says how a statement stands; in the transaction that is open, if one is. */
  void mark(String script, int number, Mark mark) throws SQLException {
    var now =
        product == Product.POSTGRESQL
            ? "clock_timestamp()"
            : "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')";
    try (var statement =
        connection.prepareStatement(
            "UPDATE "
                + table
                + " SET state = ?, changed_at = "
                + now
                + " WHERE script = ? AND statement = ?")) {
      statement.setString(1, mark.name().toLowerCase(Locale.ROOT));
      statement.setString(2, script);
      statement.setInt(3, number);
      if (statement.executeUpdate() != 1) {
        throw new SQLException(table + " has no row of " + script + ", statement " + number);
      }
    }
  }

  /** Drops what the history has confirmed, and the table with its last row. */
  void tidy() throws SQLException {
    if (!exists()) {
      return;
    }
    execute("DELETE FROM " + table + " WHERE " + finished());
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
      if (rows.next()) {
        return;
      }
    }
    execute("DROP TABLE " + table);
  }

  /**
   * Removes the failed rows of the history whose migrations it knows, since they are going to be
   * resumed.
   *
   * @param scripts that are there to be resumed
   * @return whether there were any
   */
  boolean takeFailuresBack(List<String> scripts) throws SQLException {
    if (!exists() || !has(history, HISTORY)) {
      return false;
    }
    var rows = 0;
    try (var statement =
        connection.prepareStatement(
            "DELETE FROM " + history + " WHERE NOT success AND script = ?")) {
      for (var unfinished : progress()) {
        if (scripts.contains(unfinished.script())) {
          statement.setString(1, unfinished.script());
          rows += statement.executeUpdate();
        }
      }
    }
    return rows > 0;
  }

  /** How far each unfinished migration came, by script. */
  List<Progress> progress() throws SQLException {
    var when =
        product == Product.POSTGRESQL
            ? "to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
            : "changed_at";
    var unfinished = has(history, HISTORY) ? " WHERE NOT " + finished() : "";
    var all = new ArrayList<Progress>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT script, statement, line, sql, state, changed_by, "
                    + when
                    + " AS moment FROM "
                    + table
                    + unfinished
                    + " ORDER BY script, statement")) {
      while (rows.next()) {
        var last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last == null || !last.script().equals(rows.getString("script"))) {
          all.add(with(none(rows.getString("script")), rows));
        } else {
          all.set(all.size() - 1, with(last, rows));
        }
      }
    }
    return all;
  }

  private static Progress none(String script) {
    return new Progress(script, 0, 0, false, 0, "", Instant.EPOCH, "");
  }

  private static Progress with(Progress so, ResultSet row) throws SQLException {
    var mark = Mark.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    var moment = Instant.parse(row.getString("moment"));
    var next = mark != Mark.DONE && so.done() == so.statements();
    return new Progress(
        so.script(),
        so.done() + (mark == Mark.DONE ? 1 : 0),
        row.getInt("statement"),
        so.unknown() || mark == Mark.STARTED,
        next ? row.getInt("line") : so.line(),
        next ? row.getString("sql") : so.sql(),
        moment.isAfter(so.on()) ? moment : so.on(),
        row.getString("changed_by"));
  }

  /** What is done in one transaction. */
  interface Work {
    void run() throws SQLException;
  }

  /** Runs in a transaction of its own, on a connection that has none open. */
  void inTransaction(Work work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      work.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
    connection.setAutoCommit(true);
  }

  private void rollBack(Exception why) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException gone) {
      // The connection is lost, and the transaction with it; why it was lost says more.
      why.addSuppressed(gone);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String qualified(Optional<String> schema, String name) {
    return schema.map(it -> '"' + it.replace("\"", "\"\"") + "\".").orElse("") + name;
  }
}
