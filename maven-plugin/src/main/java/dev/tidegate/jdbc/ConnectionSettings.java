package dev.tidegate.jdbc;

import java.util.Optional;

/**
 * All that opens a connection.
 *
 * @param url which database
 * @param user overrides that of the URL
 * @param password overrides that of the URL
 * @param origin where the URL came from, in words for the banner: {@code -Dtidegate.url}
 * @param readOnly whether the connection must not be able to write
 */
public record ConnectionSettings(
    DatabaseUrl url,
    Optional<String> user,
    Optional<Secret> password,
    String origin,
    boolean readOnly) {

  /** Settings for a URL that carries its own credentials. */
  public static ConnectionSettings of(DatabaseUrl url, String origin) {
    return new ConnectionSettings(url, url.user(), url.password(), origin, false);
  }

  /** The same database, opened so that nothing can be written. */
  public ConnectionSettings forReading() {
    return new ConnectionSettings(url, user, password, origin, true);
  }

  /** Which database product it is. */
  public Product product() {
    return url.product();
  }
}
