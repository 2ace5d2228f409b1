package dev.tidegate.jdbc;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that opens a connection.
 *
 * @param url which database
 * @param user overrides that of the URL
 * @param password overrides that of the URL
 * @param origin where the URL came from, in words for the banner: {@code -Dtidegate.url}
 * @param readOnly whether the connection must not be able to write
 * @param standIn a copy of a SQLite file that is read in its place
 */
public record ConnectionSettings(
    DatabaseUrl url,
    Optional<String> user,
    Optional<Secret> password,
    String origin,
    boolean readOnly,
    Optional<Path> standIn) {

  /** Settings that lead to the database itself. */
  public ConnectionSettings(
      DatabaseUrl url,
      Optional<String> user,
      Optional<Secret> password,
      String origin,
      boolean readOnly) {
    this(url, user, password, origin, readOnly, Optional.empty());
  }

  /** Settings for a URL that carries its own credentials. */
  public static ConnectionSettings of(DatabaseUrl url, String origin) {
    return new ConnectionSettings(url, url.user(), url.password(), origin, false);
  }

  /** The same database, opened so that nothing can be written. */
  public ConnectionSettings forReading() {
    return new ConnectionSettings(url, user, password, origin, true, standIn);
  }

  /** The same database, of which an answer is expected at once or not at all. */
  public ConnectionSettings inHaste() {
    return with(url.with(Map.of("connectTimeout", "5", "loginTimeout", "5", "socketTimeout", "5")));
  }

  /**
   * The same database for first questions, before it is known whether a pooler would hand what is
   * said for this session on to others: not even that it is read only is said.
   */
  public ConnectionSettings forFirstQuestions() {
    return product() == Product.SQLITE
        ? this
        : new ConnectionSettings(url, user, password, origin, false, standIn);
  }

  /**
   * The same database, through a pooler that keeps nothing between transactions: what is said for
   * the session would reach whoever gets the server connection next.
   */
  public ConnectionSettings throughPooler() {
    return with(url.with(Map.of("pgbouncer", "true")));
  }

  /** The same database without what a pooler may refuse at login. */
  public ConnectionSettings withoutSessionSettings() {
    return with(url.without(Set.of("schema", "currentSchema", "options")));
  }

  private ConnectionSettings with(DatabaseUrl other) {
    return new ConnectionSettings(other, user, password, origin, readOnly, standIn);
  }

  /** The same database, read from a copy of its file and still called by its name. */
  public ConnectionSettings readFrom(Path copy) {
    return new ConnectionSettings(url, user, password, origin, readOnly, Optional.of(copy));
  }

  /** The URL for the driver. */
  String jdbcUrl() {
    return standIn.map(copy -> "jdbc:sqlite:" + copy).orElseGet(url::jdbcUrl);
  }

  /** Which database product it is. */
  public Product product() {
    return url.product();
  }
}
