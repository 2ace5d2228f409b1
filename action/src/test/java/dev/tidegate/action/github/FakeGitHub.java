package dev.tidegate.action.github;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub that remembers what it is told, at {@code /api/v3} as an Enterprise server has it. Every
 * exchange is held against the published description; {@link #close} fails when one departs from
 * it.
 */
public final class FakeGitHub implements AutoCloseable {
  public static final String TOKEN = "ghs_0123456789abcdefABCDEF";
  private static final String BASE = "/api/v3";
  private static final int LONGEST_BODY = 65_536;

  private static final ApiDescription DESCRIPTION = new ApiDescription();

  public final FakeRepository repository = new FakeRepository();
  public final List<String> calls = new ArrayList<>();
  final List<String> departures = new ArrayList<>();
  final List<String> storageAuthorizations = new ArrayList<>();

  /** Whom the token acts for; {@code GITHUB_TOKEN} may not ask. */
  public String actor = "github-actions[bot]";

  /** GitHub gives at most that many a page, whatever is asked for. */
  public int pageSize = 100;

  /** Where the next page lies, if not here. */
  String nextPageOrigin = "";

  private final List<Fault> faults = new ArrayList<>();
  private final HttpServer server;
  private final HttpServer storage;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public FakeGitHub() throws IOException {
    server = start(this::answer);
    storage = start(this::store);
  }

  private HttpServer start(com.sun.net.httpserver.HttpHandler handler) throws IOException {
    var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.createContext("/", handler);
    started.setExecutor(threads);
    started.start();
    return started;
  }

  public URI api() {
    return URI.create(origin(server) + BASE);
  }

  /** The same path on another origin, which notes what it is sent. */
  URI elsewhere() {
    return URI.create(origin(storage) + BASE);
  }

  private static String origin(HttpServer of) {
    return "http://localhost:" + of.getAddress().getPort();
  }

  public void goesWrong(Fault fault) {
    faults.add(fault);
  }

  public long called(String method, String path) {
    return calls.stream().filter(call -> call.matches(method + " " + path)).count();
  }

  @Override
  public void close() {
    server.stop(0);
    storage.stop(0);
    threads.shutdownNow();
    if (!departures.isEmpty()) {
      throw new AssertionError(String.join("\n", departures));
    }
  }

  /** An answer on its way, with its headers. */
  record Reply(int status, String body, Map<String, String> headers) {
    static Reply of(int status, Object json) {
      return new Reply(status, json.toString(), Map.of());
    }

    static Reply error(int status, String message) {
      var json = new JsonObject();
      json.addProperty("message", message);
      json.addProperty("documentation_url", "https://docs.github.com/rest");
      json.addProperty("status", String.valueOf(status));
      return of(status, json);
    }
  }

  /** A call as the routes read it. */
  record Call(String method, String path, Map<String, String> query, String body) {
    JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }

    int number(String name, int otherwise) {
      return Integer.parseInt(query.getOrDefault(name, String.valueOf(otherwise)));
    }
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = read(exchange);
      calls.add(call.method() + " " + call.path());
      headers(exchange, call);
      var fault = faults.stream().filter(f -> f.strikes(call.method(), call.path())).findFirst();
      if (fault.isPresent() && fault.get().kind == Fault.Kind.CUT) {
        return;
      }
      var reply =
          fault.isPresent() && fault.get().kind == Fault.Kind.STATUS
              ? new Reply(fault.get().status, fault.get().body, fault.get().headers)
              : route(call);
      departures.addAll(
          call.path().equals(FakeGraphQl.PATH)
              ? FakeGraphQl.departures(call)
              : DESCRIPTION.departures(
                  new ApiDescription.Call(call.method(), call.path(), call.query(), call.body()),
                  new ApiDescription.Reply(
                      reply.status(), reply.body(), isRaw(call.path()) && reply.status() == 200)));
      if (fault.isEmpty() || fault.get().kind == Fault.Kind.STATUS) {
        send(exchange, reply);
      } else if (fault.get().kind != Fault.Kind.LOST_ANSWER) {
        sendHalf(exchange, reply, fault.get().kind == Fault.Kind.HANGING);
      }
    }
  }

  private Call read(HttpExchange exchange) throws IOException {
    var query = new LinkedHashMap<String, String>();
    var raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      for (var pair : raw.split("&")) {
        var parts = pair.split("=", 2);
        query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return new Call(
        exchange.getRequestMethod(),
        path(exchange.getRequestURI()),
        query,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** GraphQL lies beside the API of an Enterprise server. */
  private static String path(URI address) {
    // a slash within a branch's name comes encoded, and is told from one between names
    var path = address.getPath().contains("/compare/") ? address.getRawPath() : address.getPath();
    return path.equals("/api" + FakeGraphQl.PATH)
        ? FakeGraphQl.PATH
        : path.substring(BASE.length());
  }

  private void headers(HttpExchange exchange, Call call) {
    Map.of(
            "X-GitHub-Api-Version",
            "2022-11-28",
            "Authorization",
            "Bearer " + TOKEN,
            "Accept",
            "application/vnd.github" + (isRaw(call.path()) ? ".raw" : "") + "+json",
            "User-Agent",
            "tidegate-action")
        .forEach(
            (name, value) -> {
              if (!value.equals(exchange.getRequestHeaders().getFirst(name))) {
                departures.add(call.path() + ": header " + name + " is not as expected");
              }
            });
  }

  private static boolean isRaw(String path) {
    return path.startsWith("/repos/o/r/contents/");
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().add("X-GitHub-Request-Id", "AB12:34CD");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void sendHalf(HttpExchange exchange, Reply reply, boolean hanging)
      throws IOException {
    var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
    if (hanging) {
      try {
        Thread.sleep(2_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final Pattern ROUTE = Pattern.compile("/repos/o/r(/.*)");

  private Reply route(Call call) {
    if (call.path().equals("/user")) {
      return actor.endsWith("[bot]")
          ? Reply.error(403, "Resource not accessible by integration")
          : Reply.of(200, withLogin());
    }
    if (call.path().equals(FakeGraphQl.PATH)) {
      return FakeGraphQl.answer(call, repository);
    }
    var inRepository = ROUTE.matcher(call.path());
    if (!inRepository.matches()) {
      return Reply.error(404, "Not Found");
    }
    return switch (call.method()) {
      case "GET" -> get(call, inRepository.group(1));
      case "POST" -> post(call, inRepository.group(1));
      case "PATCH" -> patch(call, inRepository.group(1));
      default -> Reply.error(404, "Not Found");
    };
  }

  private JsonObject withLogin() {
    var user = FakeRepository.template("user");
    user.addProperty("login", actor);
    return user;
  }

  private Reply get(Call call, String path) {
    var numbered = Pattern.compile("/[a-z]+/(?:runs/|artifacts/)?(\\w+)(/\\w+)?").matcher(path);
    if (isRaw(call.path())) {
      return raw(repository.contents.get(call.query().get("ref") + ":" + path.substring(10)));
    }
    if (path.startsWith("/compare/")) {
      var what = path.substring(9);
      return comparison(
          repository.comparisons.get(what),
          repository.comparisonStatus.getOrDefault(what, "ahead"));
    }
    if (path.equals("/issues")) {
      return page(call, issuesLabelled(call.query()), "");
    }
    if (!numbered.matches()) {
      return Reply.error(404, "Not Found");
    }
    if (path.endsWith("/zip")) {
      var location = origin(storage) + "/" + numbered.group(1) + "?sig=secret";
      return new Reply(302, "", Map.of("Location", location));
    }
    if (path.startsWith("/commits/")) {
      return ofCommit(call, numbered);
    }
    var number = Long.parseLong(numbered.group(1));
    return switch (String.valueOf(numbered.group(2))) {
      case "/comments" -> page(call, repository.comments.getOrDefault(number, List.of()), "");
      case "/labels" -> page(call, repository.labels.getOrDefault(number, List.of()), "");
      case "/reviews" -> page(call, repository.reviews.getOrDefault(number, List.of()), "");
      case "/files" -> page(call, repository.files.getOrDefault(number, List.of()), "");
      case "/artifacts" ->
          page(call, repository.artifacts.getOrDefault(number, List.of()), "artifacts");
      default ->
          repository.pulls.containsKey(number)
              ? Reply.of(200, repository.pulls.get(number))
              : Reply.error(404, "Not Found");
    };
  }

  private static Reply raw(@Nullable String content) {
    return content == null
        ? Reply.error(404, "Not Found")
        : new Reply(200, content, Map.of("Content-Type", "application/vnd.github.raw+json"));
  }

  private static Reply comparison(@Nullable List<JsonObject> files, String status) {
    if (files == null) {
      return Reply.error(404, "Not Found");
    }
    var comparison = FakeRepository.template("comparison");
    comparison.addProperty("status", status);
    var array = new JsonArray();
    files.stream().limit(Contents.MOST_COMPARED).forEach(array::add);
    comparison.add("files", array);
    return Reply.of(200, comparison);
  }

  private Reply ofCommit(Call call, Matcher numbered) {
    if (repository.unknownFor > 0) {
      repository.unknownFor--;
      return page(call, List.of(), "");
    }
    return page(call, repository.pullsOfCommit.getOrDefault(numbered.group(1), List.of()), "");
  }

  private List<JsonObject> issuesLabelled(Map<String, String> query) {
    return repository.issues.values().stream()
        .filter(
            issue -> List.of(issue.get("state").getAsString(), "all").contains(query.get("state")))
        .filter(
            issue ->
                issue.getAsJsonArray("labels").asList().stream()
                    .map(label -> label.getAsJsonObject().get("name").getAsString())
                    .anyMatch(name -> name.equals(query.get("labels"))))
        .toList();
  }

  private Reply page(Call call, List<JsonObject> all, String wrapper) {
    var size = Math.min(pageSize, call.number("per_page", 30));
    var page = call.number("page", 1);
    var items = new JsonArray();
    all.stream().skip((page - 1L) * size).limit(size).forEach(items::add);
    var last = (all.size() + size - 1) / size;
    var headers = new LinkedHashMap<String, String>();
    if (page < last) {
      var origin = nextPageOrigin.isEmpty() ? origin(server) : nextPageOrigin;
      var start = "<" + origin + BASE + call.path() + "?" + others(call) + "per_page=" + size;
      headers.put(
          "Link",
          start
              + "&page="
              + last
              + ">; rel=\"last\", "
              + start
              + "&page="
              + (page + 1)
              + ">; rel=\"next\"");
    }
    if (wrapper.isEmpty()) {
      return new Reply(200, items.toString(), headers);
    }
    var json = new JsonObject();
    json.addProperty("total_count", all.size());
    json.add(wrapper, items);
    return new Reply(200, json.toString(), headers);
  }

  private static String others(Call call) {
    var others = new StringBuilder();
    call.query()
        .forEach(
            (name, value) -> {
              if (!name.equals("per_page") && !name.equals("page")) {
                others.append(name).append('=').append(value).append('&');
              }
            });
    return others.toString();
  }

  private Reply post(Call call, String path) {
    if (path.equals("/issues")) {
      return Reply.of(201, repository.addIssue(actor, call.json()));
    }
    var body = call.json().get("body").getAsString();
    if (body.length() > LONGEST_BODY) {
      return tooLong();
    }
    var number = Long.parseLong(path.replaceAll("\\D", ""));
    var meanwhile = repository.beforeNextComment;
    repository.beforeNextComment = () -> {};
    meanwhile.run();
    return Reply.of(201, repository.addComment(number, actor, body));
  }

  private static Reply tooLong() {
    var reply = Reply.error(422, "Validation Failed");
    var json = JsonParser.parseString(reply.body()).getAsJsonObject();
    var error = new JsonObject();
    error.addProperty("resource", "IssueComment");
    error.addProperty("code", "unprocessable");
    error.addProperty("field", "data");
    error.addProperty("message", "Body is too long (maximum is 65536 characters)");
    var errors = new JsonArray();
    errors.add(error);
    json.add("errors", errors);
    return Reply.of(422, json);
  }

  private Reply patch(Call call, String path) {
    var number = Long.parseLong(path.replaceAll("\\D", ""));
    if (path.startsWith("/issues/comments/")) {
      var comment = repository.commentById(number);
      comment.ifPresent(
          found -> {
            found.add("body", call.json().get("body"));
            repository.edited(found, actor);
          });
      return comment.map(found -> Reply.of(200, found)).orElse(Reply.error(404, "Not Found"));
    }
    var issue = repository.issues.get(number);
    if (issue == null) {
      return Reply.error(404, "Not Found");
    }
    call.json().entrySet().forEach(entry -> issue.add(entry.getKey(), entry.getValue()));
    return Reply.of(200, issue);
  }

  private void store(HttpExchange exchange) throws IOException {
    try (exchange) {
      storageAuthorizations.add(
          String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      var id = Long.parseLong(exchange.getRequestURI().getPath().substring(1));
      var zip = requireNonNull(repository.zips.get(id));
      exchange.sendResponseHeaders(200, zip.length);
      exchange.getResponseBody().write(zip);
    } catch (RuntimeException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
