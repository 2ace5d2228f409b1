package dev.tidegate.action.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Maven runs: in the project whose pom configures the plugin, or in an empty directory, where
 * neither a pom nor {@code .mvn} of the checkout has a say.
 *
 * @param folder Maven's own working directory
 * @param root holds {@code .mvn}, if there is one
 * @param project whether a pom is loaded
 */
record Place(Path folder, Path root, boolean project) {
  private static final String PLUGIN = "tidegate-maven-plugin";
  private static final long LONGEST_POM = 4 << 20;
  private static final Pattern PARENT = Pattern.compile("(?s)<parent>(.*?)</parent>");
  private static final Pattern RELATIVE_PATH =
      Pattern.compile("<relativePath>\\s*(.*?)\\s*</relativePath>|<relativePath\\s*/>");

  static Place of(MavenSettings settings, Path empty) throws IOException {
    var pom = settings.directory().resolve("pom.xml");
    var loaded =
        switch (settings.pom()) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> namesPlugin(pom, settings.workspace());
        };
    return loaded
        ? new Place(settings.directory(), root(settings), true)
        : new Place(empty, empty, false);
  }

  /** As Maven's own script finds it, but never above the checkout. */
  private static Path root(MavenSettings settings) {
    for (var folder = settings.directory();
        folder != null && folder.startsWith(settings.workspace());
        folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    return settings.directory();
  }

  private static boolean namesPlugin(Path first, Path workspace) throws IOException {
    var seen = new HashSet<Path>();
    var pom = Optional.of(first);
    while (pom.isPresent() && seen.add(pom.get()) && Files.isRegularFile(pom.get())) {
      if (Files.size(pom.get()) > LONGEST_POM) {
        return false;
      }
      var text = Files.readString(pom.get(), StandardCharsets.ISO_8859_1);
      if (text.contains(PLUGIN)) {
        return true;
      }
      pom = parent(pom.get(), text).filter(path -> path.startsWith(workspace));
    }
    return false;
  }

  private static Optional<Path> parent(Path pom, String text) {
    var parent = PARENT.matcher(text);
    if (!parent.find()) {
      return Optional.empty();
    }
    var relative = RELATIVE_PATH.matcher(parent.group(1));
    var path = "../pom.xml";
    if (relative.find()) {
      path = relative.group(1) == null ? "" : relative.group(1);
    }
    if (path.isEmpty()) {
      return Optional.empty();
    }
    var found = pom.resolveSibling(path).normalize();
    return Optional.of(Files.isDirectory(found) ? found.resolve("pom.xml") : found);
  }
}
