package dev.tidegate.action.github;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call and its answer, without a second try. The token goes to the API's own origin and nowhere
 * else; redirects are followed on that origin only, since a repository may have been renamed.
 */
final class Exchange {
  /** The version whose description the tests hold every call to. */
  static final String API_VERSION = "2022-11-28";

  /** More than any page of the API: 100 comments of 65,536 characters. */
  private static final int PAGE = 32 << 20;

  private static final int REDIRECTS = 3;

  private final GitHubSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Exchange(GitHubSettings settings) {
    this.settings = settings;
  }

  /** Asks the API. A redirect that leads elsewhere is given back as it is. */
  Answer send(Request request) throws IOException {
    if (!isOurs(request.address())) {
      throw new IllegalArgumentException("not an address of the API");
    }
    var current = request;
    for (int redirects = 0; ; redirects++) {
      var answer = receive(authorized(current), PAGE);
      var next = answer.isRedirect() ? target(current, answer) : null;
      if (next == null || redirects == REDIRECTS || !mayFollow(request, answer) || !isOurs(next)) {
        return answer;
      }
      current = current.to(next);
    }
  }

  /** Fetches a file from wherever the API sent us, without the token. */
  Answer fetch(URI address, int limit) throws IOException {
    return receive(HttpRequest.newBuilder(address).GET(), limit);
  }

  /** Whether an address lies on the API's origin and below its path. */
  boolean isOurs(URI address) {
    if (address.equals(graphQl())) {
      return true;
    }
    var api = settings.api();
    return origin(api).equals(origin(address))
        && address.getRawUserInfo() == null
        && String.valueOf(address.getRawPath()).startsWith(basePath() + "/")
        && address.normalize().equals(address);
  }

  /** The address of a path of the API, which begins with a slash. */
  URI address(String path) {
    return settings.api().resolve(basePath() + path);
  }

  /**
   * Where the GraphQL API of the same server is, as {@code GITHUB_GRAPHQL_URL} has it: beside the
   * API of an Enterprise server, below any other.
   */
  URI graphQl() {
    var base = basePath();
    var parent = base.endsWith("/v3") ? base.substring(0, base.length() - "/v3".length()) : base;
    return settings.api().resolve(parent + "/graphql");
  }

  private String basePath() {
    var path = settings.api().getRawPath();
    return path == null ? "" : path.replaceAll("/+$", "");
  }

  private static String origin(URI address) {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    var port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  /**
   * A 301 or 302 turns other methods into GET in many clients; here it is not followed for them.
   */
  private static boolean mayFollow(Request request, Answer answer) {
    return request.method().equals("GET") || Set.of(307, 308).contains(answer.status());
  }

  static URI target(Request request, Answer answer) throws IOException {
    var location = answer.header("location").orElseThrow(() -> new IOException("no Location"));
    try {
      return request.address().resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("a Location that is no address", e);
    }
  }

  private HttpRequest.Builder authorized(Request request) {
    var publisher = request.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody());
    var builder =
        HttpRequest.newBuilder(request.address())
            .method(request.method(), publisher)
            .header("Accept", request.accept())
            .header("Authorization", settings.token().authorization())
            .header("User-Agent", "tidegate-action")
            .header("X-GitHub-Api-Version", API_VERSION);
    request.body().ifPresent(body -> builder.header("Content-Type", "application/json"));
    return builder;
  }

  /** The client's own timeout ends with the headers; this one covers the body as well. */
  private Answer receive(HttpRequest.Builder request, int limit) throws IOException {
    var pending = http.sendAsync(request.build(), header -> new BoundedBody(limit));
    try {
      HttpResponse<byte[]> response =
          pending.get(settings.patience().answer().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new IOException(
          "no answer within " + settings.patience().answer().toSeconds() + " s", e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause
          ? cause
          : new IOException(String.valueOf(e.getCause()), e);
    }
  }
}
