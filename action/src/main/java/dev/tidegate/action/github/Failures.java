package dev.tidegate.action.github;

import dev.tidegate.action.github.GitHubFailure.Kind;
import dev.tidegate.action.json.Json;
import dev.tidegate.action.json.UnexpectedJson;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words every failure: the one place where GitHub's messages enter ours. */
final class Failures {
  private static final int LONGEST = 500;

  private final Token token;

  Failures(Token token) {
    this.token = token;
  }

  GitHubFailure of(Request request, Answer answer) {
    var said = said(answer);
    return new GitHubFailure(
        kind(answer, said),
        request.operation(),
        answer.status(),
        clean(said),
        clean(answer.header("x-github-request-id").orElse("")));
  }

  GitHubFailure of(Request request, IOException trouble) {
    var kind =
        trouble instanceof TooLargeException
            ? Kind.TOO_LARGE
            : trouble instanceof InterruptedIOException ? Kind.OTHER : Kind.UNREACHABLE;
    var said = trouble.getMessage() == null ? "connection lost" : trouble.getMessage();
    return caused(new GitHubFailure(kind, request.operation(), 0, clean(said), ""), trouble);
  }

  GitHubFailure unreadable(Request request, Answer answer, RuntimeException trouble) {
    var failure =
        new GitHubFailure(
            Kind.UNREADABLE,
            request.operation(),
            answer.status(),
            clean(String.valueOf(trouble.getMessage())),
            clean(answer.header("x-github-request-id").orElse("")));
    return caused(failure, trouble);
  }

  /** The message of a cause may quote what was sent, so the cause is kept only when it is clean. */
  private GitHubFailure caused(GitHubFailure failure, Exception cause) {
    if (token.mask(String.valueOf(cause)).equals(String.valueOf(cause))) {
      failure.initCause(cause);
    }
    return failure;
  }

  private static Kind kind(Answer answer, String said) {
    return switch (answer.status()) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Limits.apply(answer, said) ? Kind.LIMITED : Kind.FORBIDDEN;
      case 404, 410 -> Kind.NOT_FOUND;
      case 422 -> Kind.INVALID;
      case 429 -> Kind.LIMITED;
      default -> answer.status() >= 500 ? Kind.UNAVAILABLE : Kind.OTHER;
    };
  }

  private static String said(Answer answer) {
    try {
      var json = Json.parseObject(answer.text());
      var errors =
          json.objects("errors").stream()
              .flatMap(error -> error.optionalText("message").stream())
              .collect(Collectors.joining(", "));
      return json.optionalText("message").orElse("") + (errors.isEmpty() ? "" : ": " + errors);
    } catch (UnexpectedJson e) {
      // a proxy answers in HTML, and some errors are lists of texts
      return answer.header("content-type").orElse("").toLowerCase(Locale.ROOT).contains("json")
          ? answer.text()
          : "";
    }
  }

  private String clean(String text) {
    var line = token.mask(text).replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
