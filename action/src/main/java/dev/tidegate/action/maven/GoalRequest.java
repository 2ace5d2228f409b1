package dev.tidegate.action.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Goals that are to run in one Maven, one after the other; a goal that fails is the last.
 *
 * @param goals names as {@code diff}
 * @param parameters of the plugin by name as {@code lockTimeout}; given on the command line, so
 *     they win over the pom's
 * @param secrets parameters whose values reach Maven through its environment, so that no list of
 *     processes shows them
 * @param variables of the environment that Maven sees beside those that it always does
 */
public record GoalRequest(
    List<String> goals,
    Map<String, String> parameters,
    Map<String, String> secrets,
    Map<String, String> variables) {
  public GoalRequest {
    goals = List.copyOf(goals);
    parameters = Map.copyOf(parameters);
    secrets = Map.copyOf(secrets);
    variables = Map.copyOf(variables);
  }

  /** Goals that take what the pom and the inputs say, and nothing else. */
  public static GoalRequest of(String... goals) {
    return new GoalRequest(List.of(goals), Map.of(), Map.of(), Map.of());
  }

  /** The same with one more parameter. */
  public GoalRequest with(String parameter, String value) {
    return new GoalRequest(goals, more(parameters, parameter, value), secrets, variables);
  }

  /** The same with one more parameter that nobody may see. */
  public GoalRequest withSecret(String parameter, String value) {
    return new GoalRequest(goals, parameters, more(secrets, parameter, value), variables);
  }

  /** The same with one more variable, as {@code DATABASE_URL}. */
  public GoalRequest withVariable(String name, String value) {
    return new GoalRequest(goals, parameters, secrets, more(variables, name, value));
  }

  /** The same without a parameter, whether anybody may see it or not. */
  public GoalRequest without(String parameter) {
    return new GoalRequest(goals, less(parameters, parameter), less(secrets, parameter), variables);
  }

  private static Map<String, String> less(Map<String, String> map, String key) {
    var less = new LinkedHashMap<>(map);
    less.remove(key);
    return less;
  }

  private static Map<String, String> more(Map<String, String> map, String key, String value) {
    var more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }
}
