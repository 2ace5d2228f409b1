package dev.tidegate.action.maven;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the goals write their reports: a directory that only this run knows, so that no report that
 * somebody committed is taken for one of ours. They are copied to the project afterwards.
 *
 * @param folder the directory
 */
record ReportFolder(Path folder) {
  /** The plan of a file of 2 MB has some 20 MB of JSON. */
  private static final long LARGEST = 128L << 20;

  private static final List<String> COPY = List.of("target", "tidegate");

  /** The reports of these goals, as far as they are there. */
  Map<String, Json> read(List<String> goals) throws IOException {
    var reports = new LinkedHashMap<String, Json>();
    for (var goal : goals) {
      var file = folder.resolve(goal + ".json");
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        reports.put(goal, parse(file));
      }
    }
    return reports;
  }

  private static Json parse(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw Problem.of(
              ProblemCode.REPORT_NOT_UNDERSTOOD,
              "report " + file.getFileName() + " is larger than " + (LARGEST >> 20) + " MB")
          .exception();
    }
    return Json.parseObject(Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * Copies the files to {@code target/tidegate} of the project. Whatever the checkout holds there,
   * nothing is written through a link.
   *
   * @return that directory; nothing where a link or a file stands in its way
   */
  Optional<Path> copyTo(Path project) throws IOException {
    var to = project;
    for (var name : COPY) {
      to = to.resolve(name);
      if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
          return Optional.empty();
        }
        Files.createDirectory(to);
      }
    }
    removeLinks(to);
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return Optional.of(to);
  }

  /** Others write here after us. */
  private static void removeLinks(Path directory) throws IOException {
    try (var entries = Files.newDirectoryStream(directory, Files::isSymbolicLink)) {
      for (var entry : entries) {
        Files.delete(entry);
      }
    }
  }
}
