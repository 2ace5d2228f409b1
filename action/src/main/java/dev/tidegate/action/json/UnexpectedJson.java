package dev.tidegate.action.json;

/** JSON that is not what its reader needs; the message names the member, never its value. */
public final class UnexpectedJson extends RuntimeException {
  UnexpectedJson(String message) {
    super(message);
  }
}
