package dev.tidegate.action.github;

/**
 * What authorises the calls. It cannot be printed by accident, and a value that the HTTP client
 * would refuse, quoting it in its message, is refused here without being quoted.
 */
public final class Token {
  private final String value;

  /** A token as the workflow gives it; blanks around it are taken off. */
  public Token(String value) {
    this.value = value.strip();
    if (this.value.isEmpty() || !this.value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "the token is empty or holds a character that no token has");
    }
  }

  String authorization() {
    return "Bearer " + value;
  }

  /** The text without the token in it. */
  String mask(String text) {
    return text.replace(value, "***");
  }

  @Override
  public String toString() {
    return "***";
  }
}
