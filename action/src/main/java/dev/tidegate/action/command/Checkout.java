package dev.tidegate.action.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The repository on disk. */
final class Checkout {
  private Checkout() {}

  /** Where its root is: {@code actions/checkout} may have put it below the workspace. */
  static Path root(Step step) {
    var workspace = step.workspace().toAbsolutePath().normalize();
    for (var folder = step.directory().toAbsolutePath().normalize();
        folder != null && folder.startsWith(workspace);
        folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return workspace;
  }

  /** A path from the repository's root, with slashes; nothing for one outside of it. */
  static Optional<String> pathOf(Step step, Path file) {
    var root = root(step);
    var absolute = step.directory().toAbsolutePath().resolve(file).normalize();
    return absolute.startsWith(root)
        ? Optional.of(root.relativize(absolute).toString().replace('\\', '/'))
        : Optional.empty();
  }
}
