package dev.tidegate.action.command;

import dev.tidegate.action.github.ChangedFile;
import dev.tidegate.action.github.GitHubFailure;
import dev.tidegate.action.problem.Problem;
import dev.tidegate.action.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The migrations as they are on the base branch, in a directory of their own: those of the checkout
 * without what the pull request changes. Who reads that directory takes its migrations for
 * deployed.
 */
final class BaseFolder {
  private final Path root;
  private final Path migrations;
  private final Path base;

  private BaseFolder(Path root, Path migrations, Path base) {
    this.root = root;
    this.migrations = migrations;
    this.base = base;
  }

  /**
   * Makes the directory.
   *
   * @param checkout where the repository's root is
   * @param migrations the checkout's migrations; need not be there
   * @param changes what the pull request changes, wherever in the repository
   * @param before content of a file on the base branch, by its path from the repository's root
   * @throws dev.tidegate.action.problem.ActionException TG-5203 if it cannot be known
   */
  static Path make(
      Path checkout, Path migrations, List<ChangedFile> changes, Function<String, byte[]> before) {
    var root = checkout.toAbsolutePath().normalize();
    var folder = migrations.toAbsolutePath().normalize();
    if (!folder.startsWith(root)) {
      throw notKnown("migrations folder " + folder + " lies outside of the repository").exception();
    }
    try {
      var base = Files.createTempDirectory("tidegate-base-").toRealPath();
      var made = new BaseFolder(root, folder, base);
      made.copy();
      // first what goes, since a file may stand where a directory comes
      for (var change : changes) {
        made.remove(change);
      }
      for (var change : changes) {
        made.restore(change, before);
      }
      return base;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes it with all that is in it. */
  static void delete(Path base) {
    try (var walk = Files.walk(base)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Links that stay within the repository are files like others; any other leads to a secret. */
  private void copy() throws IOException {
    if (!Files.isDirectory(migrations)) {
      return;
    }
    requireInside(migrations);
    for (var file : filesIn(migrations)) {
      requireInside(file);
      if (Files.isDirectory(file)) {
        // a linked directory: Maven's walk would follow it, and it may lead in circles
        throw notKnown(relative(file) + " is a link to a directory").exception();
      }
      var target = base.resolve(migrations.relativize(file).toString());
      Files.createDirectories(parent(target));
      Files.copy(file, target);
    }
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (var walk = Files.walk(directory)) {
      return walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  private void requireInside(Path path) throws IOException {
    try {
      if (!path.toRealPath().startsWith(root.toRealPath())) {
        throw notKnown(relative(path) + " is a link out of the repository").exception();
      }
    } catch (NoSuchFileException e) {
      throw notKnown(relative(path) + " is a link to a file that is not there").exception();
    }
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  private void remove(ChangedFile change) throws IOException {
    var file = inBase(change.path());
    if (file.isPresent() && !change.status().equals("unchanged")) {
      Files.deleteIfExists(file.get());
    }
  }

  private void restore(ChangedFile change, Function<String, byte[]> before) throws IOException {
    switch (change.status()) {
      case "removed", "modified", "changed" -> restore(change.path(), before);
      case "renamed" -> restore(change.formerly().orElse(change.path()), before);
      default -> {
        // added, copied: was not there; unchanged: is there
      }
    }
  }

  /** Where a file of the repository lies in the base folder; nothing for one of elsewhere. */
  private Optional<Path> inBase(String path) {
    try {
      var file = root.resolve(path).normalize();
      if (path.startsWith("/") || !file.startsWith(migrations) || file.equals(migrations)) {
        return Optional.empty();
      }
      return Optional.of(base.resolve(migrations.relativize(file).toString()));
    } catch (InvalidPathException e) {
      throw notKnown("GitHub names a file whose name cannot be one here")
          .withDetail(e.getReason())
          .exception();
    }
  }

  private void restore(String path, Function<String, byte[]> before) throws IOException {
    var file = inBase(path);
    if (file.isPresent()) {
      Files.createDirectories(parent(file.get()));
      Files.write(file.get(), content(path, before));
    }
  }

  private static byte[] content(String path, Function<String, byte[]> before) {
    try {
      return before.apply(path);
    } catch (GitHubFailure e) {
      if (e.kind() == GitHubFailure.Kind.NOT_FOUND || e.kind() == GitHubFailure.Kind.TOO_LARGE) {
        throw notKnown("GitHub does not give " + path + " of the base branch")
            .withDetail(String.valueOf(e.getMessage()))
            .withHint("permissions: { contents: read } in the workflow's job")
            .exception();
      }
      throw e;
    }
  }

  private static Path parent(Path path) {
    return Optional.ofNullable(path.getParent()).orElseThrow();
  }

  /** TG-5203, with the way that always works. */
  static Problem notKnown(String why) {
    return Problem.of(ProblemCode.BASE_NOT_KNOWN, "migrations of the base branch cannot be told")
        .withDetail(why)
        .withHint("give the review a database to compare with: probe-url, one that it only reads");
  }
}
