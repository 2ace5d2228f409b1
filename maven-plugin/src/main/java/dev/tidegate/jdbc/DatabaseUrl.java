package dev.tidegate.jdbc;

import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A database, named: what is left when the spelling is taken off a URL. Accepted are {@code
 * jdbc:postgresql://…}, {@code postgres://…} and {@code postgresql://…} as libpq and Prisma write
 * them, {@code jdbc:sqlite:x.db}, {@code sqlite:x.db}, {@code file:./x.db} and a plain path.
 *
 * @param product which database
 * @param host empty for SQLite; of several hosts all, {@code one:5432,two}, the last without port
 * @param port of the last host; 0 for SQLite
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

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]");

  /** Of two characters at least: one alone is a drive of Windows. */
  private static final Pattern SCHEME =
      Pattern.compile("[a-z][\\w+.-]+:/|(jdbc|postgres|postgresql):");

  private static final int PGBOUNCER_PORT = 6432;
  private static final int SUPABASE_POOLER_PORT = 6543;

  public DatabaseUrl {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /**
   * Whether this word names a database, as opposed to another state. A URL of any other scheme is
   * taken for one too, so that {@link #parse} refuses it without showing the password in it.
   */
  public static boolean looksLikeOne(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return hasScheme(lower)
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
      return PostgresUrl.parse(url.substring("jdbc:postgresql:".length()), url);
    }
    if (lower.startsWith("postgres://") || lower.startsWith("postgresql://")) {
      return PostgresUrl.parse(url.substring(url.indexOf(':') + 1), url);
    }
    for (var prefix : List.of("jdbc:sqlite:", "sqlite:")) {
      if (lower.startsWith(prefix)) {
        return SqliteUrl.parse(url.substring(prefix.length()), folder);
      }
    }
    if (lower.startsWith("file:")) {
      return SqliteUrl.parse(url, folder);
    }
    if (hasScheme(lower) || url.isEmpty()) {
      throw notUnderstood(url, "it is neither PostgreSQL nor SQLite").exception();
    }
    return SqliteUrl.parse(url, folder);
  }

  private static boolean hasScheme(String lower) {
    return lower.contains("://") || SCHEME.matcher(lower).lookingAt();
  }

  /** The same of another SQLite file. */
  public DatabaseUrl at(Path file) {
    return new DatabaseUrl(product, host, port, file.toString(), user, password, parameters);
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
  public List<String> schemas() {
    return Optional.ofNullable(parameters.getOrDefault("schema", parameters.get("currentSchema")))
        .map(names -> List.of(names.split(",")))
        .orElse(List.of());
  }

  /**
   * Whether the URL shows that a transaction pooler is in between, which breaks locks and settings
   * that outlive a transaction: https://www.pgbouncer.org/features.html.
   */
  public boolean pooled() {
    return product == Product.POSTGRESQL
        && (port == PGBOUNCER_PORT
            || port == SUPABASE_POOLER_PORT
            || host.contains("-pooler.")
            || "true".equalsIgnoreCase(parameters.get("pgbouncer")));
  }

  /** The same database with these parameters. */
  public DatabaseUrl with(Map<String, String> more) {
    var all = new TreeMap<>(parameters);
    all.putAll(more);
    return new DatabaseUrl(product, host, port, database, user, password, all);
  }

  /** The same database without these parameters. */
  public DatabaseUrl without(Set<String> names) {
    var rest = new TreeMap<>(parameters);
    rest.keySet().removeAll(names);
    return new DatabaseUrl(product, host, port, database, user, password, rest);
  }

  @Override
  public String toString() {
    return display();
  }

  private String bracketed() {
    return host.contains(":") && !host.contains(",") ? "[" + host + "]" : host;
  }

  /**
   * What percent escapes stand for; a plus is a plus.
   *
   * @throws IllegalArgumentException when an escape is not one
   */
  static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The pairs after the question mark, decoded. */
  static SortedMap<String, String> parameters(String query) {
    var found = new TreeMap<String, String>();
    for (var part : query.split("&")) {
      if (!part.isEmpty()) {
        var pair = part.split("=", 2);
        found.put(decode(pair[0]), pair.length < 2 ? "" : decode(pair[1]));
      }
    }
    return found;
  }

  private static String encode(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(
            c ->
                PLAIN.matcher(c).matches()
                    ? c
                    : URLEncoder.encode(c, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining());
  }

  /** Never shows more of the text than its scheme, since what cannot be read cannot be masked. */
  static Problem notUnderstood(String text, String why) {
    var colon = text.indexOf(':');
    return Problem.of(ProblemCode.URL_NOT_UNDERSTOOD, "database URL not understood")
        .withDetail(
            (colon < 0
                    ? "the text: "
                    : "a URL that starts with " + text.substring(0, colon + 1) + " ")
                + why)
        .withState("nothing was changed")
        .withHint(
            "use jdbc:postgresql://host/database, postgres://user@host/database, jdbc:sqlite:x.db"
                + " or a path");
  }
}
