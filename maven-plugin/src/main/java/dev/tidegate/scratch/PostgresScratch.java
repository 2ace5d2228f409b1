package dev.tidegate.scratch;

import dev.tidegate.dialect.Dialect;
import java.util.List;
import java.util.Optional;

/** Scratch databases on a PostgreSQL server, whichever way that came to be there. */
record PostgresScratch(Dialect dialect, PostgresServer server) implements Scratch {

  /** The template that nobody can connect to, and so nobody can have changed. */
  private static final String PRISTINE = "template0";

  @Override
  public String version() {
    return server.databases().version();
  }

  @Override
  public ScratchDatabase create() {
    return server.databases().create(PRISTINE);
  }

  @Override
  public ScratchDatabase copyOf(ScratchDatabase original) {
    return server.databases().copyOf(original);
  }

  @Override
  public Optional<Kept> recall(String key) {
    return server.keepsStates() ? server.databases().recall(key) : Optional.empty();
  }

  @Override
  public ScratchDatabase keep(String key, ScratchDatabase state, List<String> notes) {
    return server.keepsStates() ? server.databases().keep(key, state, notes) : state;
  }

  @Override
  public void provideRole(String name) {
    if (!server.isOurs()) {
      throw ScratchProblems.rolesNotProvided(name).exception();
    }
    server.databases().provideRole(name);
  }

  @Override
  public void provideExtension(ScratchDatabase database, WantedExtension extension) {
    server.databases().provideExtension(database, extension);
  }

  @Override
  public void close() {
    server.close();
  }
}
