package dev.tidegate.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.([^}]+)}");

  /** A parameter's value, the command line's before the pom's; a blank one counts as none. */
  Optional<String> value(String name) {
    return given(name).or(() -> Optional.ofNullable(pom.get(name)).filter(s -> !s.isBlank()));
  }

  /** The value of {@code -Dtidegate.NAME}. */
  Optional<String> given(String name) {
    return Optional.ofNullable(commandLine.get("tidegate." + name))
        .map(this::withVariables)
        .filter(s -> !s.isBlank());
  }

  /**
   * With the values of {@code ${env.NAME}}, as Maven gives them to parameters: so a secret need not
   * stand on a command line, which other programs can read. One that is not set stays as it is.
   */
  private String withVariables(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(environment.getOrDefault(found.group(1), found.group())));
  }
}
