package dev.tidegate.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a database of PostgreSQL holds beside the rows of its tables, which {@code pg_dump} takes
 * along and an archive of our own does not.
 */
final class BeyondTables {
  /** Rows that users add to them are theirs and come with no {@code CREATE EXTENSION}. */
  private static final String CONFIGURATION =
      """
      SELECT format('%s of extension %s', c.oid::regclass, e.extname), format('%I.%I', n.nspname, c.relname),
        x.condition, has_table_privilege(c.oid, 'SELECT')
      FROM pg_extension e, unnest(e.extconfig, e.extcondition) x(id, condition)
      JOIN pg_class c ON c.oid = x.id JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p')
      ORDER BY 1""";

  private final Connection connection;

  private BeyondTables(Connection connection) {
    this.connection = connection;
  }

  /** A line for each kind of it; empty where an archive holds all there is. */
  static List<String> of(Connection connection) throws SQLException {
    var beyond = new BeyondTables(connection);
    var found = new ArrayList<String>();
    beyond.largeObjects(found);
    beyond.configuration(found);
    return List.copyOf(found);
  }

  private void largeObjects(List<String> found) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM pg_largeobject_metadata")) {
      row.next();
      if (row.getLong(1) > 0) {
        found.add("large objects: %,d".formatted(row.getLong(1)));
      }
    }
  }

  /**
   * Extensions say by a condition which rows are not their own.
   * https://www.postgresql.org/docs/current/extend-extensions.html#EXTEND-EXTENSIONS-CONFIG-TABLES
   */
  private void configuration(List<String> found) throws SQLException {
    var questions = new ArrayList<String>();
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(CONFIGURATION)) {
      while (row.next()) {
        if (row.getBoolean(4)) {
          names.add(row.getString(1));
          questions.add(
              "SELECT %d, count(*) FROM %s %s"
                  .formatted(questions.size(), row.getString(2), row.getString(3)));
        } else {
          found.add(row.getString(1) + ", which may not be read");
        }
      }
    }
    if (!questions.isEmpty()) {
      count(questions.stream().collect(Collectors.joining(" UNION ALL ")), names, found);
    }
  }

  private void count(String question, List<String> names, List<String> found) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(question + " ORDER BY 1")) {
      while (row.next()) {
        if (row.getLong(2) > 0) {
          found.add("rows in %s: %,d".formatted(names.get(row.getInt(1)), row.getLong(2)));
        }
      }
    }
  }
}
