package dev.tidegate.scratch;

import dev.tidegate.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** A PostgreSQL server of our own, on this machine, for the time of a run. */
final class EmbeddedPostgres implements Scratch {
  private final Dialect dialect;
  private final EmbeddedServer server;
  private final PostgresDatabases databases;

  private EmbeddedPostgres(Dialect dialect, EmbeddedServer server) {
    this.dialect = dialect;
    this.server = server;
    this.databases = server.databases();
  }

  static EmbeddedPostgres open(Dialect dialect, ScratchSettings settings) {
    try {
      Files.createDirectories(settings.cache());
      var launcher = Launcher.choose(settings.cache());
      var base = launcher.reachable(settings.cache()).resolve("postgres");
      Files.createDirectories(base);
      var binaries = PostgresBinaries.unpacked(settings, base);
      var trust = settings.restricted() ? Trust.RESTRICTED : Trust.TRUSTED;
      var pool = base.resolve(binaries.folder().getFileName() + "-" + trust.label());
      var folder = DataFolder.take(new ServerPrograms(binaries, launcher), pool, trust.superuser());
      return new EmbeddedPostgres(dialect, EmbeddedServer.start(folder, trust));
    } catch (IOException e) {
      throw ScratchProblems.notStarted(String.valueOf(e)).exception(e);
    }
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public String version() {
    return databases.version();
  }

  @Override
  public ScratchDatabase create() {
    return databases.create("template0");
  }

  @Override
  public ScratchDatabase copyOf(ScratchDatabase original) {
    return databases.copyOf(original);
  }

  @Override
  public Optional<ScratchDatabase> recall(String key) {
    return databases.recall(key);
  }

  @Override
  public void keep(String key, ScratchDatabase state) {
    databases.keep(key, state);
  }

  @Override
  public void provideRole(String name) {
    databases.provideRole(name);
  }

  @Override
  public void provideExtension(ScratchDatabase database, WantedExtension extension) {
    databases.provideExtension(database, extension);
  }

  @Override
  public void close() {
    server.close();
  }
}
