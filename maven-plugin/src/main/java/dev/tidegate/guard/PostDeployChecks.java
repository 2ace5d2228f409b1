package dev.tidegate.guard;

import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The queries of a folder, each of which has to return no row or one that is true. They are read
 * when it is made, so that a file that cannot be read stops a deploy before it begins.
 *
 * @param checks by name
 */
public record PostDeployChecks(List<Check> checks) {
  private static final int SHOWN_ROWS = 3;

  public PostDeployChecks {
    checks = List.copyOf(checks);
  }

  /** One file and what is in it. */
  public record Check(String name, String sql) {}

  /**
   * The {@code .sql} files of the folder; none where it is not there.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1008 if one cannot be read
   */
  public static PostDeployChecks in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new PostDeployChecks(List.of());
    }
    try (var paths = Files.list(folder)) {
      return new PostDeployChecks(
          paths
              .filter(path -> path.toString().endsWith(".sql"))
              .sorted()
              .map(PostDeployChecks::read)
              .toList());
    } catch (IOException e) {
      throw GuardProblems.checksUnreadable(folder.toString(), e.toString()).exception(e);
    }
  }

  private static Check read(Path file) {
    try {
      return new Check(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw GuardProblems.checksUnreadable(file.toString(), e.toString()).exception(e);
    }
  }

  /**
   * Runs all of them; TG-2111 with every one that says no. None is approved by anybody, so each is
   * rolled back.
   *
   * @param connection one that cannot write
   */
  public Optional<Problem> run(Connection connection, Product product) {
    var failed = new ArrayList<String>();
    for (var check : checks) {
      answer(connection, check.sql(), product)
          .ifPresent(why -> failed.add(check.name() + ": " + why));
    }
    return failed.isEmpty() ? Optional.empty() : Optional.of(GuardProblems.checksFailed(failed));
  }

  private static Optional<String> answer(Connection connection, String sql, Product product) {
    if (isOfSeveral(SqlWords.of(product, sql))) {
      return Optional.of("it is more than one query; give each a file of its own");
    }
    try {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        if (!statement.execute(sql)) {
          return Optional.of("it is not a query");
        }
        try (var rows = statement.getResultSet()) {
          return objection(rows, product);
        }
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  /** Drivers show the result of the first only, or run no other. */
  private static boolean isOfSeveral(SqlWords words) {
    var ended = false;
    for (var at = 0; at < words.size(); at++) {
      var end = words.isOperator(at, ";");
      if (ended && !end) {
        return true;
      }
      ended |= end;
    }
    return false;
  }

  private static Optional<String> objection(ResultSet rows, Product product) throws SQLException {
    var shown = new ArrayList<List<String>>();
    var count = 0L;
    var tells = tells(rows, product);
    while (rows.next()) {
      count++;
      if (shown.size() < SHOWN_ROWS) {
        shown.add(values(rows));
      }
    }
    if (count == 0 || (count == 1 && tells && isTrue(shown.get(0)))) {
      return Optional.empty();
    }
    var words =
        shown.stream()
            .map(row -> "(" + String.join(", ", row) + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        count + (count == 1 ? " row: " : " rows: ") + words + (count > SHOWN_ROWS ? ", …" : ""));
  }

  private static List<String> values(ResultSet rows) throws SQLException {
    var values = new ArrayList<String>();
    for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      values.add(String.valueOf(rows.getString(column)));
    }
    return values;
  }

  /**
   * Whether the one column is an answer and no value of a bad row: on PostgreSQL a boolean, on
   * SQLite, which has none, a column named {@code ok}.
   */
  private static boolean tells(ResultSet rows, Product product) throws SQLException {
    var columns = rows.getMetaData();
    if (columns.getColumnCount() != 1) {
      return false;
    }
    return product == Product.SQLITE
        ? columns.getColumnLabel(1).equalsIgnoreCase("ok")
        : columns.getColumnTypeName(1).equals("bool");
  }

  /** PostgreSQL prints {@code t}, SQLite has only 1. */
  private static boolean isTrue(List<String> row) {
    return List.of("t", "true", "1").contains(row.get(0));
  }
}
