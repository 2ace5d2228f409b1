package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.util.Optional;

/**
 * Who wrote something.
 *
 * @param login the name; that of an app ends with {@code [bot]}, which no person's can
 * @param type {@code User}, {@code Bot}, {@code Organization}
 */
public record Account(String login, String type) {
  /** What {@code GITHUB_TOKEN} acts as. */
  public static final Account ACTIONS = new Account("github-actions[bot]", "Bot");

  /** Nobody: GitHub gives {@code null} for an account that was deleted. */
  private static final Account GHOST = new Account("ghost", "User");

  /** The account with this name, as a workflow's input gives it. */
  public static Account named(String login) {
    return new Account(login, login.endsWith("[bot]") ? "Bot" : "User");
  }

  /** Whether it is an app, and no person. */
  public boolean isApp() {
    return type.equals("Bot") && login.endsWith("[bot]");
  }

  static Account read(Json json) {
    return new Account(json.text("login"), json.optionalText("type").orElse(""));
  }

  static Account in(Json json, String member) {
    Optional<Json> user = json.optionalObject(member);
    return user.map(Account::read).orElse(GHOST);
  }
}
