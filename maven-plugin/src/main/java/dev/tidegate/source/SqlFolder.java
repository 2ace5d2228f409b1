package dev.tidegate.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a declared schema. */
final class SqlFolder {
  private SqlFolder() {}

  /** The file itself, or those of the folder and below that end so, in the order of their names. */
  static List<Path> files(Path path, String suffix) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var paths = Files.walk(path)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw SourceProblems.unreadable(path, String.valueOf(e.getMessage())).exception(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw SourceProblems.unreadable(file, "it is not UTF-8").exception(e);
    } catch (IOException e) {
      throw SourceProblems.unreadable(file, String.valueOf(e.getMessage())).exception(e);
    }
  }
}
