package dev.tidegate.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The only place that opens connections. */
public final class Connections {
  private Connections() {}

  /** A connection of its own, outside any pool. The caller closes it. */
  public static Connection open(ConnectionSettings settings) {
    try {
      return Drivers.of(settings.product())
          .connect(settings.jdbcUrl(), DriverProperties.of(settings));
    } catch (SQLException e) {
      throw ConnectionProblems.refused(settings, e).exception(e);
    }
  }

  /**
   * The number of the server process as it was announced at login; empty where there is none. A
   * pooler announces one of its own making.
   */
  public static OptionalLong announcedProcess(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class)
        ? OptionalLong.of(connection.unwrap(PGConnection.class).getBackendPID())
        : OptionalLong.empty();
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
}
