package dev.tidegate.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;

/**
 * The driver's properties for a connection. URLs carry parameters of other programs: those with a
 * meaning for a connection are said in the driver's words, those about another program's pool are
 * left out, and one about encryption that nobody understands is refused, since leaving it out would
 * make the connection weaker than it was asked to be.
 */
final class DriverProperties {
  private static final String CONNECT_TIMEOUT_SECONDS = "10";

  /** The driver's names (https://jdbc.postgresql.org/documentation/use/) by those of others. */
  private static final Map<String, String> POSTGRESQL_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "socket_timeout", "socketTimeout",
          "channel_binding", "channelBinding",
          "gssencmode", "gssEncMode",
          "sslnegotiation", "sslNegotiation",
          "sslidentity", "sslkey",
          "keepalives", "tcpKeepAlive");

  /** https://www.postgresql.org/docs/current/libpq-connect.html, target_session_attrs. */
  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  private static final Set<String> PRAGMAS =
      Arrays.stream(SQLiteConfig.Pragma.values())
          .map(pragma -> pragma.getPragmaName())
          .collect(Collectors.toUnmodifiableSet());

  private DriverProperties() {}

  /** The properties that open the connection, the password among them. */
  static Properties of(ConnectionSettings settings) {
    var properties = new Properties();
    properties.putAll(
        settings.product() == Product.POSTGRESQL ? postgresql(settings) : sqlite(settings));
    if (settings.product() == Product.POSTGRESQL) {
      // a lock's connection is idle for as long as a backup takes, which firewalls do not like
      properties.putIfAbsent("tcpKeepAlive", "true");
    }
    settings.user().ifPresent(user -> properties.setProperty("user", user));
    settings.password().ifPresent(secret -> properties.setProperty("password", secret.reveal()));
    return properties;
  }

  private static Map<String, String> sqlite(ConnectionSettings settings) {
    var found = new TreeMap<String, String>();
    settings
        .url()
        .parameters()
        .forEach(
            (name, value) -> {
              if (PRAGMAS.contains(name)) {
                found.put(name, value);
              }
            });
    if (settings.readOnly() || "ro".equals(settings.url().parameters().get("mode"))) {
      found.put("open_mode", "1"); // SQLITE_OPEN_READONLY: https://sqlite.org/c3ref/open.html
    }
    return found;
  }

  private static Map<String, String> postgresql(ConnectionSettings settings) {
    var url = settings.url();
    var found = new TreeMap<String, String>();
    url.parameters().forEach((name, value) -> translate(url, name, value).forEach(found::put));
    found.putIfAbsent("ApplicationName", "tidegate");
    found.putIfAbsent("connectTimeout", CONNECT_TIMEOUT_SECONDS);
    found.putIfAbsent("loginTimeout", CONNECT_TIMEOUT_SECONDS);
    if (!url.schemas().isEmpty()) {
      found.put(
          "currentSchema",
          url.schemas().stream().map(DriverProperties::quoted).collect(Collectors.joining(",")));
    }
    if (url.pooled()) {
      // a statement prepared on one server connection is unknown to the next one
      found.putIfAbsent("prepareThreshold", "0");
    }
    if (settings.readOnly()) {
      found.put("readOnly", "true");
      // said for the session, a pooler would hand it on to whoever comes next
      found.put("readOnlyMode", url.pooled() ? "transaction" : "always");
    }
    return found;
  }

  /** The server would take any other name in lower case, or not at all, as search_path. */
  private static String quoted(String name) {
    return PLAIN.matcher(name).matches() || name.startsWith("\"")
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static Map<String, String> translate(DatabaseUrl url, String name, String value) {
    var known = POSTGRESQL_NAMES.getOrDefault(name, name);
    return switch (name) {
      case "schema" -> Map.of();
      case "target_session_attrs" ->
          Map.of("targetServerType", SERVER_TYPES.getOrDefault(value, "any"));
      case "sslaccept" -> Map.of("sslmode", value.equals("strict") ? "verify-full" : "require");
      // with libpq the client's certificate, which needs a key; with Prisma the server's root
      case "sslcert" ->
          Map.of(url.parameters().containsKey("sslkey") ? "sslcert" : "sslrootcert", value);
      default -> driver(url, known, value);
    };
  }

  private static Map<String, String> driver(DatabaseUrl url, String name, String value) {
    if (driverNames(url).contains(name)) {
      return Map.of(name, value);
    }
    if (name.startsWith("ssl") || name.startsWith("gss")) {
      throw DatabaseUrl.notUnderstood(
              url.display(), "its parameter " + name + " is about encryption and not known")
          .exception();
    }
    return Map.of();
  }

  private static Set<String> driverNames(DatabaseUrl url) {
    try {
      var driver = Drivers.of(url.product());
      return Arrays.stream(driver.getPropertyInfo(url.jdbcUrl(), new Properties()))
          .map(info -> info.name)
          .collect(Collectors.toSet());
    } catch (SQLException e) {
      throw DatabaseUrl.notUnderstood(url.display(), "the driver does not take it").exception(e);
    }
  }
}
