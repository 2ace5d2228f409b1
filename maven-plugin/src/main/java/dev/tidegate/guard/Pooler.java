package dev.tidegate.guard;

import java.util.Locale;
import java.util.Optional;

/**
 * A program between us and the server that hands out its connections.
 *
 * @param mode how long a client keeps one
 * @param found how it was noticed, in words
 * @param passedBy the URL that has it, where the run takes another that has not
 */
public record Pooler(Mode mode, String found, Optional<String> passedBy) {

  /** How long a client keeps a connection to the server. */
  public enum Mode {
    /** Until it disconnects: locks and settings live as long as they should. */
    SESSION,
    /** For one transaction, or one statement: nothing outlives it. */
    TRANSACTION
  }

  /** Whether session locks and settings are lost between transactions. */
  public boolean losesSessions() {
    return mode == Mode.TRANSACTION && passedBy.isEmpty();
  }

  /** The same one, which the run does not go through. */
  Pooler passedBy(String url) {
    return new Pooler(mode, found, Optional.of(url));
  }

  /** What the banner says of it. */
  String words() {
    var kind = mode.name().toLowerCase(Locale.ROOT) + " mode, by " + found;
    return passedBy.map(url -> "none; " + url + " has one (" + kind + ")").orElse(kind);
  }
}
