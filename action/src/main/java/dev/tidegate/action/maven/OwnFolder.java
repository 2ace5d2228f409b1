package dev.tidegate.action.maven;

import dev.tidegate.action.runner.Console;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folder of one run of Maven. */
final class OwnFolder {
  private OwnFolder() {}

  /** Deletes it; what remains, as where a program still writes there, fails nothing. */
  static void delete(Path folder, Console console) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      console.print("temporary folder " + folder + " could not be deleted: " + e);
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
        throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
