package dev.tidegate.scratch;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.DatabaseUrl;
import dev.tidegate.jdbc.Product;
import java.nio.file.Path;

/** Opens the scratch databases that a run's settings ask for. */
public final class Scratches {
  private static final String DOCKER_IMAGE = "docker:";

  private Scratches() {}

  /**
   * Opens them; the caller closes them. For SQLite the kind does not matter.
   *
   * @throws dev.tidegate.problem.TidegateException when they cannot be had here
   */
  public static Scratch open(Dialect dialect, ScratchSettings settings) {
    return dialect.product() == Product.SQLITE
        ? TemporarySqlite.open(dialect, settings)
        : new PostgresScratch(dialect, server(settings));
  }

  private static PostgresServer server(ScratchSettings settings) {
    var kind = settings.kind();
    if (kind.equals("embedded")) {
      return EmbeddedPostgres.start(settings);
    }
    if (kind.equals("docker")) {
      var major = PinnedVersions.load().major(settings);
      return DockerPostgres.start("postgres:" + major, settings);
    }
    if (kind.startsWith(DOCKER_IMAGE)) {
      return DockerPostgres.start(kind.substring(DOCKER_IMAGE.length()), settings);
    }
    if (DatabaseUrl.looksLikeOne(kind)) {
      var url = DatabaseUrl.parse(kind, Path.of(""));
      if (url.product() == Product.POSTGRESQL) {
        var login = ConnectionSettings.of(url, "scratch");
        return ServerPostgres.at(login, Trust.of(settings));
      }
    }
    throw ScratchProblems.kindNotUnderstood(kind).exception();
  }
}
