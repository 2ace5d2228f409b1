package dev.tidegate.command;

import dev.tidegate.guard.ConsentRule;
import java.util.Map;
import java.util.Optional;

/**
 * Who is at the keyboard, as far as a run can know.
 *
 * @param environment of the process, which shows a coding agent
 * @param agentsAreTrusted whether an agent may do what a person may
 * @param consent the words of a person, passed on by the agent
 */
public record Keyboard(
    Map<String, String> environment, boolean agentsAreTrusted, Optional<String> consent) {
  public Keyboard {
    environment = Map.copyOf(environment);
  }

  /** What an agent needs for what cannot be undone. */
  ConsentRule rule() {
    return new ConsentRule(environment, agentsAreTrusted, consent);
  }
}
