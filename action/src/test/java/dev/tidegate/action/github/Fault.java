package dev.tidegate.action.github;

import java.util.Map;
import java.util.regex.Pattern;

/** What goes wrong, with which calls, and how often. */
public final class Fault {
  public enum Kind {
    /** A status instead of the work. */
    STATUS,
    /** The work is done, and its answer gets lost. */
    LOST_ANSWER,
    /** The connection ends before any work. */
    CUT,
    /** The work is done, and half of the answer arrives. */
    HALF_ANSWER,
    /** The answer does not end. */
    HANGING
  }

  final Kind kind;
  final int status;
  final String body;
  final Map<String, String> headers;
  private final String method;
  private final Pattern path;
  private int times = 1;
  private int after;

  private Fault(Kind kind, String method, String path, ApiDescription.Reply reply) {
    this(kind, method, path, reply, Map.of());
  }

  private Fault(
      Kind kind,
      String method,
      String path,
      ApiDescription.Reply reply,
      Map<String, String> headers) {
    this.kind = kind;
    this.method = method;
    this.path = Pattern.compile(path);
    this.status = reply.status();
    this.body = reply.body();
    this.headers = headers;
  }

  public static Fault of(Kind kind, String method, String path) {
    return new Fault(kind, method, path, new ApiDescription.Reply(0, ""));
  }

  public static Fault status(int status, String method, String path, String message) {
    return new Fault(
        Kind.STATUS,
        method,
        path,
        new ApiDescription.Reply(status, "{\"message\":\"" + message + "\"}"));
  }

  public static Fault page(int status, String method, String path, String html) {
    return new Fault(Kind.STATUS, method, path, new ApiDescription.Reply(status, html));
  }

  public Fault with(Map<String, String> more) {
    var other =
        new Fault(kind, method, path.pattern(), new ApiDescription.Reply(status, body), more);
    other.times = times;
    other.after = after;
    return other;
  }

  /** So many times in a row. */
  public Fault times(int many) {
    times = many;
    return this;
  }

  public Fault always() {
    return times(Integer.MAX_VALUE);
  }

  /** Only after so many calls of that kind went well. */
  public Fault after(int many) {
    after = many;
    return this;
  }

  boolean strikes(String calledMethod, String calledPath) {
    if (times == 0 || !method.equals(calledMethod) || !path.matcher(calledPath).find()) {
      return false;
    }
    if (after > 0) {
      after--;
      return false;
    }
    times--;
    return true;
  }
}
