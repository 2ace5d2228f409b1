package dev.tidegate.scratch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where server binaries, initialised data and kept states stay between runs. */
public final class ScratchCache {
  /** Names the folder: as a system property, or else as an environment variable. */
  public static final String OVERRIDE = "TIDEGATE_CACHE";

  private ScratchCache() {}

  /**
   * The folder {@code tidegate} in the user's cache: {@code XDG_CACHE_HOME} or {@code ~/.cache},
   * {@code ~/Library/Caches} on macOS, {@code LOCALAPPDATA} on Windows; or what {@link #OVERRIDE}
   * says.
   */
  public static Path defaultFolder() {
    return folder(System.getenv(), name -> System.getProperty(name, ""));
  }

  static Path folder(Map<String, String> environment, UnaryOperator<String> property) {
    var home = Path.of(property.apply("user.home"));
    var os = property.apply("os.name").toLowerCase(Locale.ROOT);
    var override =
        filled(property.apply(OVERRIDE)).or(() -> filled(environment.getOrDefault(OVERRIDE, "")));
    if (override.isPresent()) {
      return Path.of(override.get()).toAbsolutePath().normalize();
    }
    if (os.contains("windows")) {
      return filled(environment.getOrDefault("LOCALAPPDATA", ""))
          .map(Path::of)
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("tidegate");
    }
    if (os.contains("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("tidegate");
    }
    // A relative path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
    return filled(environment.getOrDefault("XDG_CACHE_HOME", ""))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".cache"))
        .resolve("tidegate");
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(t -> !t.isBlank());
  }
}
