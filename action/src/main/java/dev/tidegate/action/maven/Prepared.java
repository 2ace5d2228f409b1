package dev.tidegate.action.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the image was made with so that a run need not make it: an archive of the classes that Maven
 * loads, and an unpacked PostgreSQL with an initialised data folder. A home without them works too.
 */
record Prepared(Path home) {
  private static final String INITIALISED = "-restricted";

  /**
   * Options of Java that make use of it.
   *
   * @param own folder of this run
   */
  List<String> options(Path own) throws IOException {
    var options = new ArrayList<String>();
    var classes = home.resolve("maven.jsa");
    if (Files.isReadable(classes)) {
      options.add("-XX:SharedArchiveFile=" + classes);
    }
    var scratch = home.resolve("scratch");
    if (Files.isDirectory(scratch)) {
      options.add(
          "-DTIDEGATE_CACHE=" + (Files.isWritable(scratch) ? scratch : linked(scratch, own)));
    }
    return options;
  }

  /** Whoever may not write the data folder, in a container that is not root's, makes another. */
  private static Path linked(Path scratch, Path own) throws IOException {
    var cache = own.resolve("scratch");
    var folder = Files.createDirectories(cache.resolve("postgres"));
    try (var servers = Files.newDirectoryStream(scratch.resolve("postgres"), Files::isDirectory)) {
      for (var server : servers) {
        if (!server.getFileName().toString().endsWith(INITIALISED)) {
          Files.createSymbolicLink(folder.resolve(server.getFileName()), server);
        }
      }
    }
    return cache;
  }
}
