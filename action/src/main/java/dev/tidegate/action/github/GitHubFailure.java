package dev.tidegate.action.github;

import java.util.OptionalInt;

/**
 * A call that came to nothing. The message says what was asked and what GitHub answered, and never
 * holds the token.
 */
public final class GitHubFailure extends RuntimeException {

  /** What kind of no it was. */
  public enum Kind {
    /** 401: the token is not valid. */
    UNAUTHORIZED,
    /** 403 and no limit: the token may not do this, as that of a fork's pull request. */
    FORBIDDEN,
    /** 404 or 410: not there, or not there for this token. */
    NOT_FOUND,
    /** 422: GitHub does not take what was sent, as a body that is too long. */
    INVALID,
    /** 429, or 403 by one of the limits. */
    LIMITED,
    /** 5xx. */
    UNAVAILABLE,
    /** No answer: connection refused, cut off, or too slow. */
    UNREACHABLE,
    /** An answer that is not what the description promises. */
    UNREADABLE,
    /** An answer that is longer than may be read. */
    TOO_LARGE,
    /** Any other status. */
    OTHER
  }

  private final Kind kind;
  private final String operation;
  private final String said;
  private final int status;
  private final String requestId;

  GitHubFailure(Kind kind, String operation, int status, String said, String requestId) {
    super(message(operation, status, said, requestId));
    this.kind = kind;
    this.operation = operation;
    this.status = status;
    this.said = said;
    this.requestId = requestId;
  }

  private static String message(String operation, int status, String said, String requestId) {
    return "GitHub: could not "
        + operation
        + ": "
        + (status == 0 ? "" : status + (said.isEmpty() || said.startsWith(";") ? "" : " "))
        + said
        + (requestId.isEmpty() ? "" : " (request " + requestId + ")");
  }

  /** This failure, with what is to be known of the attempts that were made. */
  GitHubFailure adding(String note) {
    var more = new GitHubFailure(kind, operation, status, said + "; " + note, requestId);
    more.initCause(getCause());
    for (var suppressed : getSuppressed()) {
      more.addSuppressed(suppressed);
    }
    return more;
  }

  /** What kind of no it was. */
  public Kind kind() {
    return kind;
  }

  /** What was asked, as {@code list the comments of pull request 7}. */
  public String operation() {
    return operation;
  }

  /** The HTTP status, where there was an answer. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  boolean limited() {
    return kind == Kind.LIMITED;
  }

  /** Whether the same call may succeed a little later. */
  public boolean retryable() {
    return kind == Kind.LIMITED || kind == Kind.UNAVAILABLE || kind == Kind.UNREACHABLE;
  }
}
