package dev.tidegate.migration;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Flyway's settings: its own defaults, so that its files and its history mean the same with and
 * without Tidegate, except for what would make it slow, noisy or dangerous here.
 *
 * <p>Nothing but this class configures it. {@code flyway.conf}, {@code flyway.toml} and {@code
 * FLYWAY_…} variables are read only by {@code loadDefaultConfigurationFiles} and {@code envVars},
 * which are not called, so nothing outside can point it at another database.
 *
 * <p>Network: looked through in 13.12.0. Telemetry, licence checks and the update check are in
 * {@code flyway-proprietary} and {@code flyway-commandline}, which are not on the class path; in
 * {@code flyway-core} their places are taken by {@code NullFlywayTelemetryManager} and the stubs of
 * {@code internal.proprietaryStubs}. Class path and cloud locations are never scanned, because
 * {@link FolderResources} is the only source of files.
 */
final class FlywayConfiguration {
  private FlywayConfiguration() {}

  static FluentConfiguration withDefaults() {
    return Flyway.configure(FlywayConfiguration.class.getClassLoader())
        .loggers(SilentLog.class.getName());
  }

  /**
   * Settings for one database and one folder.
   *
   * @param initSql runs on each connection that Flyway opens
   */
  static FluentConfiguration of(
      MigrationDatabase database, MigrationFolder folder, List<String> initSql) {
    var configuration =
        withDefaults()
            .dataSource(database.dataSource())
            .resourceProvider(new FolderResources(folder))
            .javaMigrationClassProvider(List::of)
            .initSql(initSql.isEmpty() ? null : String.join(";\n", initSql))
            .connectRetries(0)
            .failOnMissingLocations(false)
            .cleanDisabled(true);
    database.schema().ifPresent(configuration::defaultSchema);
    // Its lock would be held by a transaction on a second connection, for which CREATE INDEX
    // CONCURRENTLY waits forever: https://www.postgresql.org/docs/current/sql-createindex.html
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration;
  }
}
