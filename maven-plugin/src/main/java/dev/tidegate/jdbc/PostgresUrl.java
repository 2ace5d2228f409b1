package dev.tidegate.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the spellings of PostgreSQL URLs, of the driver
 * (https://jdbc.postgresql.org/documentation/use/), of libpq
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS) and of Prisma.
 */
final class PostgresUrl {
  private static final int DEFAULT_PORT = 5432;

  private PostgresUrl() {}

  /** Reads what follows the scheme: {@code //user:password@host:port/database?name=value}. */
  static DatabaseUrl parse(String rest, String original) {
    try {
      return read(rest, original);
    } catch (IllegalArgumentException e) {
      throw DatabaseUrl.notUnderstood(original, "a percent escape in it is not one").exception();
    }
  }

  private static DatabaseUrl read(String rest, String original) {
    var question = rest.indexOf('?');
    var place = question < 0 ? rest : rest.substring(0, question);
    var parameters =
        new TreeMap<>(DatabaseUrl.parameters(question < 0 ? "" : rest.substring(question + 1)));
    var slash = place.indexOf('/', 2);
    var authority =
        place.startsWith("//") ? place.substring(2, slash < 0 ? place.length() : slash) : "";
    var name = place.startsWith("//") ? (slash < 0 ? "" : place.substring(slash + 1)) : place;
    var at = authority.lastIndexOf('@');
    var login = at < 0 ? new String[] {""} : authority.substring(0, at).split(":", 2);
    var hosts = hosts(authority.substring(at + 1), parameters, original);
    var user = text(DatabaseUrl.decode(login[0])).or(() -> take(parameters, "user"));
    var password =
        (login.length < 2 ? Optional.<String>empty() : text(DatabaseUrl.decode(login[1])))
            .or(() -> take(parameters, "password"));
    var database =
        text(DatabaseUrl.decode(name)).or(() -> take(parameters, "dbname")).or(() -> user);
    return new DatabaseUrl(
        Product.POSTGRESQL,
        hosts.host(),
        hosts.port(),
        database.orElse(""),
        user,
        password.map(Secret::new),
        parameters);
  }

  private record Hosts(String host, int port) {}

  private static Hosts hosts(String address, Map<String, String> parameters, String original) {
    var named =
        text(DatabaseUrl.decode(address)).or(() -> take(parameters, "host")).orElse("localhost");
    if (named.startsWith("/") || parameters.getOrDefault("host", "").startsWith("/")) {
      throw DatabaseUrl.notUnderstood(original, "the driver has no Unix sockets; name a host")
          .exception();
    }
    var port = take(parameters, "port").orElse(Integer.toString(DEFAULT_PORT));
    var all = new ArrayList<Hosts>();
    for (var one : Arrays.asList(named.split(","))) {
      all.add(host(one, port, original));
    }
    var last = all.get(all.size() - 1);
    return all.size() == 1 ? last : new Hosts(several(all), last.port());
  }

  private static String several(List<Hosts> hosts) {
    var text = new StringBuilder();
    for (var i = 0; i < hosts.size(); i++) {
      var host = hosts.get(i).host();
      text.append(i == 0 ? "" : ",").append(host.contains(":") ? "[" + host + "]" : host);
      text.append(i == hosts.size() - 1 ? "" : ":" + hosts.get(i).port());
    }
    return text.toString();
  }

  private static Hosts host(String address, String defaultPort, String original) {
    var colon = address.indexOf(':', Math.max(address.lastIndexOf(']'), 0));
    var host = colon < 0 ? address : address.substring(0, colon);
    var port =
        colon < 0 || colon + 1 == address.length() ? defaultPort : address.substring(colon + 1);
    try {
      return new Hosts(
          text(host.replace("[", "").replace("]", "")).orElse("localhost"), Integer.parseInt(port));
    } catch (NumberFormatException e) {
      throw DatabaseUrl.notUnderstood(
              original,
              "the port is not a number; in a user or password write @ as %40, : as %3A, / as %2F,"
                  + " # as %23, ? as %3F")
          .exception();
    }
  }

  private static Optional<String> take(Map<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.remove(name)).filter(s -> !s.isEmpty());
  }

  private static Optional<String> text(String value) {
    return Optional.of(value).filter(s -> !s.isEmpty());
  }
}
