package dev.tidegate.scratch;

import java.sql.SQLException;

/** A server of our own in a container, for images with extensions that the embedded one lacks. */
final class DockerPostgres implements PostgresServer {
  private final PostgresDatabases databases;
  private final ShutdownStop atShutdown;

  private DockerPostgres(PostgresContainer container, PostgresDatabases databases) {
    this.databases = databases;
    this.atShutdown = new ShutdownStop(container::close);
  }

  /**
   * Starts a container.
   *
   * @param image {@code name:tag}
   */
  static DockerPostgres start(String image, ScratchSettings settings) {
    var trust = Trust.of(settings);
    var password = RandomText.secret();
    settings.notes().accept("starting " + image + " for the scratch database");
    var container = PostgresContainer.start(image, trust.superuser(), password, settings);
    try {
      var administrator =
          PostgresDatabases.login(container.host(), container.port(), trust.superuser(), password);
      var owner =
          trust == Trust.TRUSTED
              ? administrator
              : PostgresDatabases.login(
                  container.host(), container.port(), trust.owner(), RandomText.secret());
      var databases = new PostgresDatabases(administrator, owner);
      databases.prepareServer();
      return new DockerPostgres(container, databases);
    } catch (SQLException e) {
      container.close();
      throw ScratchProblems.databaseError("its first connection", e).exception(e);
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }

  @Override
  public PostgresDatabases databases() {
    return databases;
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public boolean keepsStates() {
    return false;
  }

  @Override
  public void close() {
    try {
      databases.close();
    } finally {
      atShutdown.stopNow();
    }
  }
}
