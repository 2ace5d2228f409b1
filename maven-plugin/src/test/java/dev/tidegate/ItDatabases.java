package dev.tidegate;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Secret;
import dev.tidegate.scratch.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real databases for the projects of {@code it/}, called by their {@code setup.groovy}. The server
 * is of the kind that the plugin starts for itself, and ends with the Maven that runs the projects.
 */
public final class ItDatabases {
  private static final int MAJOR = 17;

  private ItDatabases() {}

  /**
   * Makes an empty PostgreSQL database and writes its URL to {@code database.env} in the project's
   * folder, where the goals find it through their parameter {@code envFile}.
   */
  public static ConnectionSettings postgres(Path project) throws IOException {
    var settings = TestPostgres.database(MAJOR).settings();
    var login =
        settings.user().orElseThrow() + ":" + settings.password().map(Secret::reveal).orElse("");
    var url = settings.url();
    Files.writeString(
        project.resolve("database.env"),
        "DATABASE_URL=postgres://%s@%s:%d/%s%n"
            .formatted(login, url.host(), url.port(), url.database()));
    return settings;
  }
}
