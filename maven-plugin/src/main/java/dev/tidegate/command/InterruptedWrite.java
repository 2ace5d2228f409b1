package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.Product;
import dev.tidegate.report.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A SQLite file whose last writer was cut off in a transaction. Whoever opens it next has to roll
 * that back first, which is writing; who may only look looks at a copy, where it is rolled back:
 * https://sqlite.org/lockingv3.html#hot_journals.
 */
final class InterruptedWrite {
  /** SQLITE_READONLY, of which the cases here are: https://sqlite.org/rescode.html#readonly. */
  private static final int READ_ONLY = 8;

  private static final int PRIMARY_CODE = 0xff;
  private static final int ATTEMPTS = 5;
  private static final List<String> BESIDE = List.of("-journal", "-wal");

  private InterruptedWrite() {}

  /** The settings as they are, or those that read a copy, which is said. */
  static ConnectionSettings around(ConnectionSettings settings, Console console) {
    if (settings.product() != Product.SQLITE || !isThere(settings)) {
      return settings;
    }
    var file = Path.of(settings.url().database());
    console.info(
        "note: a transaction on "
            + file.getFileName()
            + " was cut off; whoever opens the file next to write rolls it back, and shown is what"
            + " will be there then");
    return settings.readFrom(rolledBack(file, settings));
  }

  private static boolean isThere(ConnectionSettings settings) {
    var file = settings.url().database();
    if (BESIDE.stream().noneMatch(end -> Files.exists(Path.of(file + end)))) {
      return false;
    }
    try (var connection = Connections.open(settings);
        var statement = connection.createStatement()) {
      statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
      return false;
    } catch (SQLException e) {
      return (e.getErrorCode() & PRIMARY_CODE) == READ_ONLY;
    }
  }

  private static Path rolledBack(Path file, ConnectionSettings settings) {
    try {
      var folder = Files.createTempDirectory("tidegate");
      folder.toFile().deleteOnExit();
      var copy = folder.resolve("copy.db");
      copyUnchanged(file, copy);
      var writing =
          new ConnectionSettings(
              settings.url(), settings.user(), settings.password(), settings.origin(), false);
      try (var connection = Connections.open(writing.readFrom(copy));
          var statement = connection.createStatement()) {
        statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw CommandProblems.noAnswer(settings, e).exception(e);
    }
  }

  /** Takes the files as they were at one moment: anew when somebody has written meanwhile. */
  private static void copyUnchanged(Path file, Path copy) throws IOException {
    for (var attempt = 1; ; attempt++) {
      var before = times(file);
      copyOne(file, copy);
      for (var end : BESIDE) {
        copyOne(Path.of(file + end), Path.of(copy + end));
      }
      if (times(file).equals(before)) {
        return;
      }
      if (attempt == ATTEMPTS) {
        throw new IOException(file + " is being written all the time");
      }
    }
  }

  private static void copyOne(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    if (Files.exists(from)) {
      Files.copy(from, to);
      to.toFile().deleteOnExit();
    }
  }

  private static List<FileTime> times(Path file) throws IOException {
    var times = new ArrayList<FileTime>();
    times.add(Files.getLastModifiedTime(file));
    for (var end : BESIDE) {
      var beside = Path.of(file + end);
      times.add(Files.exists(beside) ? Files.getLastModifiedTime(beside) : FileTime.fromMillis(0));
    }
    return times;
  }
}
