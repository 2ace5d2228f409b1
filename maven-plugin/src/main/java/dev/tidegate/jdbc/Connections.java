package dev.tidegate.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The only place that opens connections. */
public final class Connections {
  private static final int CONNECT_TIMEOUT_SECONDS = 10;

  /** Parameters that other tools put into a URL and the driver does not know. */
  private static final Set<String> NOT_FOR_THE_DRIVER =
      Set.of("schema", "pgbouncer", "connection_limit", "pool_timeout", "connect_timeout");

  private Connections() {}

  /** A connection of its own, outside any pool. The caller closes it. */
  public static Connection open(ConnectionSettings settings) {
    try {
      return DriverManager.getConnection(settings.url().jdbcUrl(), properties(settings));
    } catch (SQLException e) {
      throw refused(settings, e).exception(e);
    }
  }

  /** A pool. The caller closes it. */
  public static HikariDataSource pool(ConnectionSettings settings, int size) {
    var config = new HikariConfig();
    config.setDataSource(dataSource(settings));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setPoolName("tidegate");
    return new HikariDataSource(config);
  }

  /** A source of connections without a pool, for libraries that ask for one. */
  public static DataSource dataSource(ConnectionSettings settings) {
    return dataSource(() -> open(settings));
  }

  /** The same for what is not reached through settings: an in-memory database. */
  public static DataSource dataSource(Supplier<Connection> opener) {
    return new DirectDataSource(opener);
  }

  private static Properties properties(ConnectionSettings settings) {
    var properties = new Properties();
    settings.user().ifPresent(user -> properties.setProperty("user", user));
    settings.password().ifPresent(secret -> properties.setProperty("password", secret.reveal()));
    settings
        .url()
        .parameters()
        .forEach(
            (name, value) -> {
              if (!NOT_FOR_THE_DRIVER.contains(name)) {
                properties.setProperty(name, value);
              }
            });
    if (settings.product() == Product.POSTGRESQL) {
      properties.putIfAbsent("ApplicationName", "tidegate");
      properties.putIfAbsent("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
      properties.putIfAbsent("loginTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
      if (!settings.url().schemas().isEmpty()) {
        properties.setProperty("currentSchema", String.join(",", settings.url().schemas()));
      }
      if (settings.readOnly()) {
        properties.setProperty("readOnly", "true");
        properties.setProperty("readOnlyMode", "always");
      }
    } else if (settings.readOnly()) {
      // https://sqlite.org/c3ref/open.html: SQLITE_OPEN_READONLY
      properties.setProperty("open_mode", "1");
    }
    return properties;
  }

  private static Problem refused(ConnectionSettings settings, SQLException e) {
    var state = String.valueOf(e.getSQLState());
    var message = String.valueOf(e.getMessage());
    var login = state.startsWith("28");
    return Problem.of(
            login ? ProblemCode.LOGIN_REFUSED : ProblemCode.CANNOT_CONNECT,
            (login ? "login refused by " : "cannot connect to ") + settings.url().display())
        .withDetail(message + " (SQLSTATE " + state + ")")
        .withDetail("the URL came from " + settings.origin())
        .withState("nothing was changed");
  }
}
