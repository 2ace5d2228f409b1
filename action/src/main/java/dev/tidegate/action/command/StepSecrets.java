package dev.tidegate.action.command;

import dev.tidegate.action.runner.Inputs;
import dev.tidegate.action.runner.Secrets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What of a step must never be seen. */
public final class StepSecrets {
  private static final List<InputName> URLS =
      List.of(
          InputName.URL,
          InputName.DIRECT_URL,
          InputName.PROBE_URL,
          InputName.SCRATCH,
          InputName.SOURCE,
          InputName.TARGET);

  private static final List<InputName> WORDS = List.of(InputName.PASSWORD, InputName.GITHUB_TOKEN);

  /** Other variables that Maven may see are words as {@code true}, which masked would hide text. */
  private static final Pattern SECRET_VARIABLE =
      Pattern.compile("(?i).*(pass|token|secret|key|credential).*");

  private StepSecrets() {}

  /** All of them. */
  public static Secrets of(Inputs inputs, Map<String, String> environment) {
    var secrets = new Secrets();
    WORDS.forEach(name -> inputs.text(name.word()).ifPresent(secrets::add));
    URLS.forEach(name -> inputs.text(name.word()).ifPresent(secrets::addUrl));
    GoalInputs.DATABASE_VARIABLES.forEach(
        name -> secrets.addUrl(environment.getOrDefault(name, "")));
    inputs.list(InputName.PASS_ENV.word()).stream()
        .filter(name -> SECRET_VARIABLE.matcher(name).matches())
        .forEach(name -> secrets.add(environment.getOrDefault(name, "")));
    return secrets;
  }

  /** Whether a value may not stand in a list of processes. */
  public static boolean isSecret(InputName name, String value) {
    return (WORDS.contains(name) && !value.isBlank())
        || (URLS.contains(name) && !new Secrets().addUrl(value).mask(value).equals(value));
  }
}
