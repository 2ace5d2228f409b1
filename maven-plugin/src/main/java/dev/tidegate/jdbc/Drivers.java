package dev.tidegate.jdbc;

import java.sql.Driver;
import org.sqlite.JDBC;

/**
 * The drivers, made here and not found by {@link java.sql.DriverManager}: that looks for drivers
 * once a JVM, in the class loader of whoever asks first, which in a Maven build may be another
 * plugin.
 */
final class Drivers {
  private Drivers() {}

  static Driver of(Product product) {
    return switch (product) {
      case POSTGRESQL -> new org.postgresql.Driver();
      case SQLITE -> new JDBC();
    };
  }
}
