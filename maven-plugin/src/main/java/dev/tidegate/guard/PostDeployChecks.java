package dev.tidegate.guard;

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
 * The queries of a folder, each of which has to return no row or one that is true.
 *
 * @param files by name
 */
public record PostDeployChecks(List<Path> files) {
  private static final int SHOWN_ROWS = 3;

  public PostDeployChecks {
    files = List.copyOf(files);
  }

  /** The {@code .sql} files of the folder; none where it is not there. */
  public static PostDeployChecks in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new PostDeployChecks(List.of());
    }
    try (var paths = Files.list(folder)) {
      return new PostDeployChecks(
          paths.filter(path -> path.toString().endsWith(".sql")).sorted().toList());
    } catch (IOException e) {
      throw GuardProblems.checksUnreadable(folder.toString(), e.toString()).exception(e);
    }
  }

  /** Runs all of them; TG-2111 with every one that says no. */
  public Optional<Problem> run(Connection connection) {
    var failed = new ArrayList<String>();
    for (var file : files) {
      answer(connection, file).ifPresent(why -> failed.add(file.getFileName() + ": " + why));
    }
    return failed.isEmpty() ? Optional.empty() : Optional.of(GuardProblems.checksFailed(failed));
  }

  private static Optional<String> answer(Connection connection, Path file) {
    try (var statement = connection.createStatement()) {
      if (!statement.execute(Files.readString(file))) {
        return Optional.of("it is not a query");
      }
      try (var rows = statement.getResultSet()) {
        return objection(rows);
      }
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    } catch (IOException e) {
      throw GuardProblems.checksUnreadable(file.toString(), e.toString()).exception(e);
    }
  }

  private static Optional<String> objection(ResultSet rows) throws SQLException {
    var shown = new ArrayList<List<String>>();
    var count = 0L;
    while (rows.next()) {
      count++;
      if (shown.size() < SHOWN_ROWS) {
        shown.add(values(rows));
      }
    }
    if (count == 0 || (count == 1 && isTrue(shown.get(0)))) {
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

  /** PostgreSQL prints {@code t}, SQLite has only 1. */
  private static boolean isTrue(List<String> row) {
    return row.size() == 1 && List.of("t", "true", "1").contains(row.get(0));
  }
}
