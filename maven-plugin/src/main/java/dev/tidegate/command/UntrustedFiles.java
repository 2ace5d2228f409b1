package dev.tidegate.command;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import dev.tidegate.source.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of somebody whom nobody trusts. A link among them could lead to any file of this machine,
 * whose lines would then stand in a message about SQL that does not run.
 */
final class UntrustedFiles {
  private UntrustedFiles() {}

  /** TG-1015 where a state is made of files that are reached over a link. */
  static void refuseLinks(Workspace workspace, State state) {
    if (state instanceof State.SqlFiles files) {
      refuseLinks(workspace, files.path());
    } else if (state instanceof State.Migrations migrations) {
      refuseLinks(workspace, migrations.folder());
    }
  }

  /** TG-1015 where a file is reached over a link, or a folder is or holds one. */
  static void refuseLinks(Workspace workspace, Path path) {
    if (workspace.scratch().restricted()) {
      link(workspace.folder().toAbsolutePath().normalize(), path.toAbsolutePath().normalize())
          .ifPresent(
              link -> {
                throw refused(link).exception();
              });
    }
  }

  private static Optional<Path> link(Path folder, Path path) {
    for (var at = path; at != null && !at.equals(folder); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        return Optional.of(at);
      }
    }
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (Stream<Path> below = Files.walk(path)) {
      return below.filter(Files::isSymbolicLink).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem refused(Path link) {
    return Problem.of(ProblemCode.SCRATCH_RESTRICTED, link + " is a link")
        .withDetail("files that are not trusted could lead to any other file that way")
        .withState("nothing was changed")
        .withHint("put the file itself there, and name it by its real path");
  }
}
