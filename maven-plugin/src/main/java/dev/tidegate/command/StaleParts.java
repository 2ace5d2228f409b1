package dev.tidegate.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What an earlier run wrote for the same {@code output}: the file itself or its numbered parts, and
 * the {@code .conf} files beside them. Left there, they would be taken for parts of the new script.
 */
final class StaleParts {
  private StaleParts() {}

  /** Deletes them. */
  static void remove(Path output) {
    var folder = output.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    var name = names(output.getFileName().toString());
    DirectoryStream.Filter<Path> stale =
        file -> Files.isRegularFile(file) && name.matcher(file.getFileName().toString()).matches();
    try (var files = Files.newDirectoryStream(folder, stale)) {
      for (var file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw CommandProblems.notWritten(output, e).exception(e);
    }
  }

  private static Pattern names(String file) {
    var dot = file.lastIndexOf('.');
    var stem = Pattern.quote(dot > 0 ? file.substring(0, dot) : file);
    var end = Pattern.quote(dot > 0 ? file.substring(dot) : "");
    return Pattern.compile(stem + "(_[0-9]+_of_[0-9]+)?" + end + "(\\.conf)?");
  }
}
