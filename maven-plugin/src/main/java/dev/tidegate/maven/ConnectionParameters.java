package dev.tidegate.maven;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
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
   * stand on a command line, which other programs can read.
   *
   * @throws dev.tidegate.problem.TidegateException TG-1003 for one that is not set: as it stands
   *     the text could be the name of a file
   */
  private String withVariables(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(variable(found.group(1))));
  }

  private String variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.BAD_PARAMETERS,
                        "the variable " + name + " is not set in the environment")
                    .withDetail("a parameter of the command line is to have its value: ${env.…}")
                    .withState("nothing was changed")
                    .withHint("export " + name + "=…")
                    .exception());
  }
}
