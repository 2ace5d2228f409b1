package dev.tidegate.command;

import dev.tidegate.dialect.Dialects;
import dev.tidegate.dialect.Scope;
import dev.tidegate.dialect.postgres.PostgresDialect;
import dev.tidegate.dialect.sqlite.SqliteDialect;
import dev.tidegate.diff.Pair;
import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.jdbc.Connections;
import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.TidegateException;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchCache;
import dev.tidegate.scratch.ScratchSettings;
import dev.tidegate.scratch.Scratches;
import dev.tidegate.source.State;
import dev.tidegate.source.StateInScratch;
import dev.tidegate.source.StateReader;
import dev.tidegate.source.States;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** What the commands share: the dialects, a run's scratch databases, and its states. */
final class Engine {
  /** Every dialect there is. */
  static final Dialects DIALECTS =
      new Dialects(
          Map.of(Product.POSTGRESQL, new PostgresDialect(), Product.SQLITE, new SqliteDialect()));

  private static final int POSTGRESQL_MAJOR = 17;

  private final Workspace workspace;
  private final Optional<ConnectionSettings> target;

  Engine(Workspace workspace, Optional<ConnectionSettings> target) {
    this.workspace = workspace;
    this.target = target;
  }

  /** The part of a database that a run looks at. */
  static Scope scope(Workspace workspace) {
    return new Scope(workspace.schemas(), workspace.exclude(), workspace.privileges());
  }

  /** Both states of a diff. */
  Pair<State> states(String from, String to) {
    var states = new States(workspace.folder(), workspace.migrations(), workspace.schema(), target);
    return new Pair<>(states.parse(from), states.parse(to));
  }

  /** Opens scratch databases of this product; of the version that the target has. */
  Scratch scratch(Product product) {
    return scratch(product, () -> targetsMajor().orElse(POSTGRESQL_MAJOR));
  }

  /** Opens scratch databases like this one, which has said already what version it is. */
  Scratch scratch(Target named) {
    return scratch(named.product(), named::major);
  }

  private Scratch scratch(Product product, Supplier<Integer> major) {
    var choice = workspace.scratch();
    return Scratches.open(
        DIALECTS.of(product),
        new ScratchSettings(
            choice.kind(),
            Optional.of(choice.version().orElseGet(major)),
            choice.restricted(),
            ScratchCache.defaultFolder(),
            choice.artifacts(),
            workspace.console()::info));
  }

  /**
   * Builds both states in scratch, side by side: most of the time goes into a server that has more
   * than one processor. The caller closes them.
   */
  Pair<StateInScratch> read(Scratch scratch, Pair<State> states) {
    var worker = Executors.newSingleThreadExecutor();
    try {
      var from = worker.submit(() -> read(scratch, states.from()));
      StateInScratch to;
      try {
        to = read(scratch, states.to());
      } catch (RuntimeException e) {
        // What is wrong with the first state is said first, whichever was quicker.
        joined(from).close();
        throw e;
      }
      try {
        return new Pair<>(joined(from), to);
      } catch (RuntimeException e) {
        to.close();
        throw e;
      }
    } finally {
      worker.shutdown();
    }
  }

  private static StateInScratch joined(Future<StateInScratch> state) {
    try {
      return state.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a state was read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Builds a state in scratch. */
  StateInScratch read(Scratch scratch, State state) {
    var namespace = target.map(it -> it.url().schemas()).filter(it -> !it.isEmpty());
    return new StateReader(DIALECTS, scratch, scope(workspace), namespace.map(it -> it.get(0)))
        .read(state);
  }

  private Optional<Integer> targetsMajor() {
    return target
        .filter(settings -> settings.product() == Product.POSTGRESQL)
        .map(
            settings -> {
              try (var connection = Connections.open(settings.forReading())) {
                return connection.getMetaData().getDatabaseMajorVersion();
              } catch (SQLException | TidegateException e) {
                // Where more than its version is asked of it, that will say why.
                workspace
                    .console()
                    .info(CommandProblems.versionUnknown(settings, POSTGRESQL_MAJOR));
                return POSTGRESQL_MAJOR;
              }
            });
  }
}
