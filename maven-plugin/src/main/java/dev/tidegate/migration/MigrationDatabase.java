package dev.tidegate.migration;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.Product;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The database that migrations are applied to.
 *
 * @param product which database
 * @param opener opens a connection; who asks closes it
 * @param schema where the history is and unqualified names go; empty for the connection's own
 */
public record MigrationDatabase(
    Product product, Supplier<Connection> opener, Optional<String> schema) {

  /** The database behind a URL, with the first name space that the URL names. */
  public static MigrationDatabase of(ConnectionSettings settings) {
    return new MigrationDatabase(
        settings.product(),
        () -> Connections.open(settings),
        settings.url().schemas().stream().findFirst());
  }

  DataSource dataSource() {
    return Connections.dataSource(opener);
  }
}
