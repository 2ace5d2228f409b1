package dev.tidegate.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Programs that type commands by themselves, and the variables by which they show it to what they
 * start. Variables that a person sets to configure them are no sign and not listed.
 */
enum CodingAgent {
  CLAUDE_CODE(
      "Claude Code",
      "CLAUDECODE",
      "CLAUDE_CODE",
      "CLAUDE_CODE_ENTRYPOINT",
      "CLAUDE_CODE_SESSION_ID"),
  CODEX(
      "Codex",
      "CODEX_SANDBOX",
      "CODEX_SANDBOX_NETWORK_DISABLED",
      "CODEX_THREAD_ID",
      "CODEX_CI",
      "CODEX_INTERNAL_ORIGINATOR_OVERRIDE"),
  CURSOR("Cursor", "CURSOR_AGENT", "CURSOR_TRACE_ID"),
  GEMINI_CLI("Gemini CLI", "GEMINI_CLI"),
  COPILOT("GitHub Copilot", "COPILOT_AGENT", "COPILOT_AGENT_SESSION_ID", "COPILOT_CLI"),
  CLINE("Cline", "CLINE_ACTIVE"),
  OPENCODE("OpenCode", "OPENCODE", "OPENCODE_CLIENT"),
  ANTIGRAVITY("Antigravity", "ANTIGRAVITY_AGENT"),
  AUGMENT("Augment", "AUGMENT_AGENT"),
  AMP("Amp", "AMP_CURRENT_THREAD_ID", "AMP_THREAD_ID"),
  GOOSE("Goose", "GOOSE_TERMINAL"),
  QWEN_CODE("Qwen Code", "QWEN_CODE"),
  /** What tools agree on, with their name as the value. */
  ANY("a coding agent", "AI_AGENT", "AGENT");

  private static final List<String> MEANS_NO = List.of("", "0", "false", "no");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // only ever a List.of, which nobody can change
  private final List<String> variables;

  CodingAgent(String label, String... variables) {
    this.label = label;
    this.variables = List.of(variables);
  }

  /**
   * An agent that was noticed.
   *
   * @param name of it
   * @param variable that showed it
   */
  record Seen(String name, String variable) {}

  /** The first that a process' environment shows. */
  static Optional<Seen> in(Map<String, String> environment) {
    return Arrays.stream(values())
        .flatMap(
            agent ->
                agent.variables.stream()
                    .filter(name -> isSet(environment, name))
                    .map(name -> new Seen(agent.name(environment.getOrDefault(name, "")), name)))
        .findFirst();
  }

  private String name(String value) {
    return this == ANY ? label + " (" + value.strip() + ")" : label;
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !MEANS_NO.contains(environment.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT));
  }
}
