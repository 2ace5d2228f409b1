package dev.tidegate.jdbc;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A database, named: what is left when the spelling is taken off a URL. Accepted are {@code
 * jdbc:postgresql://…}, {@code postgres://…} and {@code postgresql://…} as libpq and Prisma write
 * them, {@code jdbc:sqlite:x.db}, {@code sqlite:x.db}, {@code file:./x.db} and a plain path.
 *
 * @param product which database
 * @param host empty for SQLite
 * @param port 0 for SQLite
 * @param database its name; for SQLite the file's absolute path
 * @param user as the URL has it
 * @param password as the URL has it, decoded
 * @param parameters all others, decoded, by name; {@code schema} is understood by {@link #schemas}
 */
public record DatabaseUrl(
    Product product,
    String host,
    int port,
    String database,
    Optional<String> user,
    Optional<Secret> password,
    SortedMap<String, String> parameters) {

  private static final int POSTGRESQL_PORT = 5432;

  public DatabaseUrl {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** Whether this word names a database, as opposed to another state. */
  public static boolean looksLikeOne(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return lower.startsWith("jdbc:")
        || lower.startsWith("postgres://")
        || lower.startsWith("postgresql://")
        || lower.startsWith("file:")
        || lower.startsWith("sqlite:")
        || lower.endsWith(".db")
        || lower.endsWith(".sqlite")
        || lower.endsWith(".sqlite3");
  }

  /**
   * Reads any accepted spelling.
   *
   * @param folder relative paths of SQLite files start here
   */
  public static DatabaseUrl parse(String text, Path folder) {
    var url = text.strip();
    var lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:postgresql:")) {
      return postgresql(url.substring("jdbc:postgresql:".length()), text);
    }
    if (lower.startsWith("postgres://") || lower.startsWith("postgresql://")) {
      return postgresql(url.substring(url.indexOf(':') + 1), text);
    }
    for (var prefix : new String[] {"jdbc:sqlite:", "sqlite:"}) {
      if (lower.startsWith(prefix)) {
        return sqlite(url.substring(prefix.length()), folder);
      }
    }
    if (lower.startsWith("file:")) {
      return sqlite(url, folder);
    }
    if (lower.contains("://") || lower.startsWith("jdbc:") || url.isEmpty()) {
      throw notUnderstood(url, "it is neither PostgreSQL nor SQLite").exception();
    }
    return sqlite(url, folder);
  }

  /** The URL for the driver, without user, password or what only Tidegate understands. */
  public String jdbcUrl() {
    if (product == Product.SQLITE) {
      return "jdbc:sqlite:" + database;
    }
    return "jdbc:postgresql://" + bracketed() + ":" + port + "/" + encode(database);
  }

  /** The URL as it may be shown: no user information, no parameters. */
  public String display() {
    return jdbcUrl();
  }

  /** The name spaces that the URL names in {@code schema} or {@code currentSchema}. */
  public java.util.List<String> schemas() {
    return Optional.ofNullable(parameters.getOrDefault("schema", parameters.get("currentSchema")))
        .map(names -> java.util.List.of(names.split(",")))
        .orElse(java.util.List.of());
  }

  @Override
  public String toString() {
    return display();
  }

  private String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static DatabaseUrl postgresql(String rest, String original) {
    var question = rest.indexOf('?');
    var place = question < 0 ? rest : rest.substring(0, question);
    var parameters = parameters(question < 0 ? "" : rest.substring(question + 1));
    var authority = "";
    var database = place;
    if (place.startsWith("//")) {
      var slash = place.indexOf('/', 2);
      authority = slash < 0 ? place.substring(2) : place.substring(2, slash);
      database = slash < 0 ? "" : place.substring(slash + 1);
    }
    var at = authority.lastIndexOf('@');
    var login = at < 0 ? "" : authority.substring(0, at);
    var address = authority.substring(at + 1);
    var user = Optional.of(login).map(text -> text.split(":", 2)[0]).filter(s -> !s.isEmpty());
    var password =
        login.contains(":")
            ? Optional.of(login.substring(login.indexOf(':') + 1)).filter(s -> !s.isEmpty())
            : Optional.<String>empty();
    var closing = address.lastIndexOf(']');
    var colon = address.indexOf(':', Math.max(closing, 0));
    var host = colon < 0 ? address : address.substring(0, colon);
    var port = POSTGRESQL_PORT;
    if (colon >= 0 && colon + 1 < address.length()) {
      try {
        port = Integer.parseInt(address.substring(colon + 1));
      } catch (NumberFormatException e) {
        throw notUnderstood(original, "the port is not a number").exception();
      }
    }
    var named = user.map(DatabaseUrl::decode).or(() -> take(parameters, "user"));
    return new DatabaseUrl(
        Product.POSTGRESQL,
        host.isEmpty() ? "localhost" : host.replace("[", "").replace("]", ""),
        port,
        database.isEmpty() ? named.orElse("") : decode(database),
        named,
        password.map(DatabaseUrl::decode).or(() -> take(parameters, "password")).map(Secret::new),
        parameters);
  }

  private static DatabaseUrl sqlite(String rest, Path folder) {
    var path = rest.startsWith("file:") ? rest.substring("file:".length()) : rest;
    var question = path.indexOf('?');
    var parameters = parameters(question < 0 ? "" : path.substring(question + 1));
    var file = question < 0 ? path : path.substring(0, question);
    if (file.startsWith("///")) {
      file = file.substring(2);
    }
    return new DatabaseUrl(
        Product.SQLITE,
        "",
        0,
        folder.resolve(file).toAbsolutePath().normalize().toString(),
        Optional.empty(),
        Optional.empty(),
        parameters);
  }

  private static Optional<String> take(Map<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.remove(name));
  }

  private static TreeMap<String, String> parameters(String query) {
    var found = new TreeMap<String, String>();
    for (var part : query.split("&")) {
      if (!part.isEmpty()) {
        var pair = part.split("=", 2);
        found.put(decode(pair[0]), pair.length < 2 ? "" : decode(pair[1]));
      }
    }
    return found;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(
            c ->
                c.matches("[A-Za-z0-9._~-]")
                    ? c
                    : java.net.URLEncoder.encode(c, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining());
  }

  /** Never shows more of the text than its scheme, since what cannot be read cannot be masked. */
  private static Problem notUnderstood(String text, String why) {
    var colon = text.indexOf(':');
    return Problem.of(ProblemCode.URL_NOT_UNDERSTOOD, "database URL not understood")
        .withDetail(
            (colon < 0 ? "the text" : "a URL that starts with " + text.substring(0, colon + 1))
                + ": "
                + why)
        .withHint(
            "use jdbc:postgresql://host/database, postgres://user@host/database, jdbc:sqlite:x.db or a path");
  }
}
