package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.guard.LookBack;
import dev.tidegate.guard.StateLook;
import dev.tidegate.migration.MigrationFile;
import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.source.MigrationText;
import dev.tidegate.source.PendingStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows each state between pending migrations to a follower, also under the names of the first one.
 * Not safe for several threads.
 */
final class WalkObserver implements PendingStates.Observer {
  private final Dialect dialect;
  private final Scope scope;
  private final ScratchWalks.Follower follower;
  private final Optional<String> namespace;
  private @Nullable StateLook start;
  private @Nullable StateLook last;

  WalkObserver(
      Dialect dialect, Scope scope, Optional<String> namespace, ScratchWalks.Follower follower) {
    this.namespace = namespace;
    this.dialect = dialect;
    this.scope = scope;
    this.follower = follower;
  }

  @Override
  public void before(Connection connection) throws SQLException {
    var moment = Moment.at(connection, dialect, scope);
    start = moment.look();
    last = start;
    follower.starts(moment);
  }

  @Override
  public void after(MigrationFile file, Connection connection) throws SQLException {
    var moment = Moment.at(connection, dialect, scope);
    if (start != null && last != null) {
      var statements = MigrationText.of(dialect.product(), file).statements();
      var identities =
          dialect.live().follow(last.identities(), moment.look().identities(), statements);
      last = moment.look().knowing(identities);
      moment = moment.named(LookBack.at(connection, dialect, start, last));
    }
    follower.follows(file, moment);
  }

  @Override
  public void finished(Scratch scratch, ScratchDatabase before, ScratchDatabase result) {
    follower.finished(scratch, before, result);
  }

  @Override
  public boolean runsAgain() {
    return true;
  }

  @Override
  public void again(List<MigrationFile> files, ScratchDatabase copy) throws SQLException {
    follower.measured(new PendingMeter(dialect, namespace).of(files, copy));
  }
}
