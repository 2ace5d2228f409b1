package dev.tidegate.backup;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a database is named to PostgreSQL's own programs: by their environment, since everybody on
 * the machine can read a command line.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">Environment
 *     Variables</a>
 */
final class PgEnvironment {
  /** By the names that parameters of URLs have. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "sslmode", "PGSSLMODE",
          "sslrootcert", "PGSSLROOTCERT",
          "sslcert", "PGSSLCERT",
          "sslkey", "PGSSLKEY",
          "channel_binding", "PGCHANNELBINDING",
          "channelBinding", "PGCHANNELBINDING",
          "gssencmode", "PGGSSENCMODE",
          "options", "PGOPTIONS");

  private PgEnvironment() {}

  static Map<String, String> of(ConnectionSettings settings) {
    var url = settings.url();
    var environment = new TreeMap<String, String>();
    environment.put("PGHOST", hosts(url));
    environment.put("PGPORT", ports(url));
    environment.put("PGDATABASE", url.database());
    environment.put("PGAPPNAME", "tidegate");
    environment.put("PGCONNECT_TIMEOUT", "10");
    settings.user().ifPresent(user -> environment.put("PGUSER", user));
    settings.password().ifPresent(secret -> environment.put("PGPASSWORD", secret.reveal()));
    url.parameters()
        .forEach(
            (name, value) -> {
              var variable = VARIABLES.get(name);
              if (variable != null) {
                environment.put(variable, value);
              }
            });
    return environment;
  }

  /** Of {@code one:5433,two} at 5432: {@code one,two}. */
  static String hosts(DatabaseUrl url) {
    return Arrays.stream(url.host().split(","))
        .map(host -> host.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", ""))
        .collect(Collectors.joining(","));
  }

  /** Of {@code one:5433,two} at 5432: {@code 5433,5432}. */
  static String ports(DatabaseUrl url) {
    var hosts = url.host().split(",");
    var ports = new StringBuilder();
    for (var i = 0; i < hosts.length - 1; i++) {
      ports.append(hosts[i].replaceFirst("^.*:(\\d+)$", "$1")).append(',');
    }
    return ports.append(url.port()).toString();
  }
}
