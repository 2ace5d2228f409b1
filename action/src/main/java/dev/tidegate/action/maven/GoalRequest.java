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
 */
public record GoalRequest(
    List<String> goals, Map<String, String> parameters, Map<String, String> secrets) {
  public GoalRequest {
    goals = List.copyOf(goals);
    parameters = Map.copyOf(parameters);
    secrets = Map.copyOf(secrets);
  }

  /** Goals that take what the pom and the inputs say, and nothing else. */
  public static GoalRequest of(String... goals) {
    return new GoalRequest(List.of(goals), Map.of(), Map.of());
  }

  /** The same with one more parameter. */
  public GoalRequest with(String parameter, String value) {
    var more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new GoalRequest(goals, more, secrets);
  }

  /** The same with one more parameter that nobody may see. */
  public GoalRequest withSecret(String parameter, String value) {
    var more = new LinkedHashMap<>(secrets);
    more.put(parameter, value);
    return new GoalRequest(goals, parameters, more);
  }
}
