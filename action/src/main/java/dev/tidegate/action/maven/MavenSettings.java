package dev.tidegate.action.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How Maven is run.
 *
 * @param home holds {@code maven}, a distribution, and {@code repository}, with all that our plugin
 *     needs
 * @param version of the plugin, which is the program's own
 * @param workspace the checkout
 * @param directory {@code working-directory} in it
 * @param pom whether the project is loaded
 * @param arguments more of them, the user's own
 * @param environment of this process
 * @param passed names of variables that Maven may see
 */
public record MavenSettings(
    Path home,
    String version,
    Path workspace,
    Path directory,
    PomMode pom,
    List<String> arguments,
    Map<String, String> environment,
    List<String> passed) {

  /** Whether Maven loads the project. */
  public enum PomMode {
    /** Where its pom, or a parent of it that is in the checkout, names the plugin. */
    AUTO,
    ALWAYS,
    NEVER
  }

  public MavenSettings {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    passed = List.copyOf(passed);
  }
}
