package dev.tidegate.guard;

import dev.tidegate.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what cannot be undone may be done: a coding agent needs the words of a person for it.
 *
 * @param environment of the process, which shows an agent
 * @param agentsAreTrusted whether an agent may do what a person may
 * @param words of the person, as the agent passed them on
 */
public record ConsentRule(
    Map<String, String> environment, boolean agentsAreTrusted, Optional<String> words) {
  /** An answer of a person who has understood has more than a yes in it. */
  private static final int LEAST_WORDS = 3;

  public ConsentRule {
    environment = Map.copyOf(environment);
  }

  /**
   * TG-2206 where an agent would do these without consent.
   *
   * @param deeds what cannot be undone, a line each
   */
  public Optional<Problem> objection(List<String> deeds) {
    return agent()
        .filter(seen -> !deeds.isEmpty() && said().isEmpty())
        .map(seen -> GuardProblems.consentMissing(seen, deeds, words));
  }

  /** The consent to these, where one was needed and given. */
  public Optional<Consent> given(List<String> deeds) {
    return agent()
        .filter(seen -> !deeds.isEmpty())
        .flatMap(seen -> said().map(text -> new Consent(seen.name(), text)));
  }

  private Optional<CodingAgent.Seen> agent() {
    return agentsAreTrusted ? Optional.empty() : CodingAgent.in(environment);
  }

  private Optional<String> said() {
    return words.map(String::strip).filter(text -> text.split("\\s+").length >= LEAST_WORDS);
  }
}
