package dev.tidegate.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What was said about the database, before it is decided which of it holds.
 *
 * @param commandLine what was given with {@code -D}, by property; wins over the pom
 * @param pom what stands in {@code <configuration>}, by parameter
 * @param environment of the process
 * @param folder relative paths start here
 */
record ConnectionParameters(
    Map<String, String> commandLine,
    Map<String, String> pom,
    Map<String, String> environment,
    Path folder) {

  /** A parameter's value, the command line's before the pom's; a blank one counts as none. */
  Optional<String> value(String name) {
    return given(name).or(() -> Optional.ofNullable(pom.get(name)).filter(s -> !s.isBlank()));
  }

  /** The value of {@code -Dtidegate.NAME}. */
  Optional<String> given(String name) {
    return Optional.ofNullable(commandLine.get("tidegate." + name)).filter(s -> !s.isBlank());
  }
}
