package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.LiveDatabase.Birthmark;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which server a connection leads to, behind whatever leads there. */
final class PostgresOrigin {
  private static final Pattern CONNINFO =
      Pattern.compile("(host|hostaddr|port)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|\\S+)");

  /** Where a setting came from: https://www.postgresql.org/docs/current/view-pg-settings.html. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "user", "a setting of the role",
          "database", "a setting of the database",
          "database user", "a setting of the role in this database",
          "client", "the URL",
          "configuration file", "the server's configuration",
          "command line", "the server's command line",
          "override", "the server, which is a replica");

  private PostgresOrigin() {}

  static Birthmark birthmark(Connection connection) throws SQLException {
    var sql =
        """
        SELECT datname || ' ' || oid, pg_postmaster_start_time()::text,
               has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')
        FROM pg_database WHERE datname = current_database()""";
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      var database = row.getString(1);
      var started = Optional.of(row.getString(2));
      return new Birthmark(
          database, started, row.getBoolean(3) ? system(connection) : Optional.empty());
    }
  }

  private static Optional<String> system(Connection connection) throws SQLException {
    return text(connection, "SELECT system_identifier::text FROM pg_control_system()");
  }

  /**
   * Both are kept from roles without pg_read_all_stats and pg_read_all_settings: a row of nulls,
   * and none.
   */
  static Optional<String> primary(Connection connection) throws SQLException {
    var receiver =
        text(connection, "SELECT sender_host || ':' || sender_port FROM pg_stat_wal_receiver");
    if (receiver.isPresent()) {
      return receiver;
    }
    return text(connection, "SELECT setting FROM pg_settings WHERE name = 'primary_conninfo'")
        .flatMap(PostgresOrigin::address);
  }

  /** The address in {@code host=… port=…}, of which nothing else may be shown. */
  private static Optional<String> address(String conninfo) {
    var host = Optional.<String>empty();
    var port = "5432";
    var pairs = CONNINFO.matcher(conninfo);
    while (pairs.find()) {
      var value = pairs.group(2).replaceAll("^'|'$", "");
      if (pairs.group(1).equals("port")) {
        port = value;
      } else {
        host = host.or(() -> Optional.of(value));
      }
    }
    var found = port;
    return host.map(name -> name + ":" + found);
  }

  static String readOnlySource(Connection connection) throws SQLException {
    var sql = "SELECT source FROM pg_settings WHERE name = 'default_transaction_read_only'";
    var source = text(connection, sql).orElse("");
    return SOURCES.getOrDefault(source, source);
  }

  /** Empty over a Unix socket, which is how a pooler on the server's machine reaches it. */
  static Optional<String> listens(Connection connection) throws SQLException {
    return text(connection, "SELECT host(inet_server_addr()) || ':' || inet_server_port()");
  }

  private static Optional<String> text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    }
  }
}
