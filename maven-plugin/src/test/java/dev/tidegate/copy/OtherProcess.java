package dev.tidegate.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Writes to a SQLite file as another program would: locks only count between processes. */
public final class OtherProcess {
  private OtherProcess() {}

  /** The text {@code written}, or what SQLite said. */
  static String insert(Path file) {
    try {
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName(),
                  file.toString())
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds row 99 to table t of the file named. */
  public static void main(String[] arguments) {
    var url = "jdbc:sqlite:" + arguments[0] + "?busy_timeout=100";
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO t VALUES (99)");
      System.out.print("written");
    } catch (SQLException e) {
      System.out.print(e.getMessage());
    }
  }
}
