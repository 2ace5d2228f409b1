package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import dev.tidegate.action.json.UnexpectedJson;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Calls with their second tries, within one patience for the whole run. Not for several threads.
 *
 * <p>A POST that failed may have been carried out all the same: its answer got lost, or a gateway
 * gave up waiting. Before it is sent again, and before it is given up, the caller's look at what is
 * there decides whether it still has to be done.
 */
final class Calls {
  private static final int PAGES = 500;
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?");

  private final GitHubSettings settings;
  private final Exchange exchange;
  private final Failures failures;
  private Duration lost = Duration.ZERO;

  Calls(GitHubSettings settings) {
    this.settings = settings;
    this.exchange = new Exchange(settings);
    this.failures = new Failures(settings.token());
  }

  Exchange exchange() {
    return exchange;
  }

  Failures failures() {
    return failures;
  }

  Pause pause() {
    return settings.pause();
  }

  /** The address below the repository; the path begins with a slash. */
  URI inRepository(String path) {
    return exchange.address(
        "/repos/" + settings.repository().owner() + "/" + settings.repository().name() + path);
  }

  /** Sends what may be sent twice without harm: GET and PATCH. */
  <T> T send(Request request, Function<Json, T> read) {
    return repeat(request, answer -> read.apply(object(answer)), Optional::empty);
  }

  /** Sends a POST whose effect {@code itself} finds, if it was there already. */
  <T> T post(Request request, Function<Json, T> read, Supplier<Optional<T>> itself) {
    return repeat(request, answer -> read.apply(object(answer)), itself);
  }

  private static Json object(Answer answer) {
    if (answer.isRedirect()) {
      throw new IllegalArgumentException("it leads elsewhere, and is not followed");
    }
    return Json.parseObject(answer.text());
  }

  /** The answer itself, whatever it holds; also one that leads elsewhere. */
  Answer raw(Request request) {
    return repeat(request, answer -> answer, Optional::empty);
  }

  /** All pages of a list. Pages are asked for on the API's own origin only. */
  <T> List<T> list(Request first, Function<String, List<Json>> items, Function<Json, T> read) {
    var all = new ArrayList<T>();
    var seen = new HashSet<URI>();
    var next = Optional.of(first);
    while (next.isPresent()) {
      var request = next.get();
      if (!seen.add(request.address()) || seen.size() > PAGES) {
        throw new GitHubFailure(
            GitHubFailure.Kind.UNREADABLE, request.operation(), 0, "its pages do not end", "");
      }
      next =
          repeat(
              request,
              answer -> {
                var page = items.apply(answer.text()).stream().map(read).toList();
                var following = following(request, answer);
                all.addAll(page);
                return following;
              },
              Optional::empty);
    }
    return List.copyOf(all);
  }

  private Optional<Request> following(Request request, Answer answer) {
    var link = NEXT.matcher(String.join(", ", answer.headers().allValues("link")));
    if (!link.find()) {
      return Optional.empty();
    }
    var next = request.address().resolve(link.group(1));
    if (!exchange.isOurs(next)) {
      throw new IllegalArgumentException("its next page lies on another origin");
    }
    return Optional.of(request.to(next));
  }

  private <T> T repeat(Request request, Function<Answer, T> read, Supplier<Optional<T>> itself) {
    for (int attempt = 1; ; attempt++) {
      var started = settings.pause().now();
      GitHubFailure failure;
      Optional<Duration> asked = Optional.empty();
      try {
        var answer = exchange.send(request);
        if (answer.isSuccess() || answer.isRedirect()) {
          return read(request, answer, read);
        }
        failure = failures.of(request, answer);
        asked = Limits.wait(answer, attempt, settings.pause().now());
      } catch (IOException e) {
        failure = failures.of(request, e);
      }
      lost = lost.plus(Duration.between(started, settings.pause().now()));
      var refused = waitBeforeNext(failure, attempt, asked);
      // what a limit stopped was not carried out; looking would only meet the limit again
      var looks = refused.isEmpty() || (failure.retryable() && !failure.limited());
      var done = looks ? look(itself, refused.orElse(failure)) : Optional.<T>empty();
      if (done.isPresent()) {
        return done.get();
      }
      if (refused.isPresent()) {
        throw refused.get();
      }
    }
  }

  private <T> T read(Request request, Answer answer, Function<Answer, T> read) {
    try {
      return read.apply(answer);
    } catch (UnexpectedJson | IllegalArgumentException e) {
      throw failures.unreadable(request, answer, e);
    }
  }

  /** Waits and gives nothing back, or gives the failure that ends the attempts. */
  private Optional<GitHubFailure> waitBeforeNext(
      GitHubFailure failure, int attempt, Optional<Duration> asked) {
    if (!failure.retryable()) {
      return Optional.of(failure);
    }
    if (attempt == settings.patience().attempts()) {
      return Optional.of(failure.adding("tried " + attempt + " times"));
    }
    var wait = asked.orElse(settings.patience().afterFailure(attempt));
    var left = settings.patience().total().minus(lost);
    if (wait.compareTo(left) > 0) {
      return Optional.of(
          failure.adding(
              "the next attempt would be in %d s, and only %d s are left for waiting"
                  .formatted(wait.toSeconds(), Math.max(0, left.toSeconds()))));
    }
    if (!sleep(wait)) {
      return Optional.of(failure.adding("interrupted while waiting"));
    }
    lost = lost.plus(wait);
    return Optional.empty();
  }

  /** Waits by the settings' clock; false when the run is being ended. */
  boolean sleep(Duration time) {
    try {
      settings.pause().sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Where nobody can tell whether it was done, it is not done again: twice is worse than once. */
  private static <T> Optional<T> look(Supplier<Optional<T>> itself, GitHubFailure failure) {
    try {
      return itself.get();
    } catch (GitHubFailure e) {
      var unknown = failure.adding("and whether it was carried out could not be found out");
      unknown.addSuppressed(e);
      throw unknown;
    }
  }
}
