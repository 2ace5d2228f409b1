package dev.tidegate.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/** Notes what Flyway does while it does it, so that it is known when a later migration fails. */
final class RunRecorder implements Callback {
  private final Runnable mayBegin;
  private final List<AppliedMigration> applied = new ArrayList<>();
  private final Clock clock = new Clock();
  private @Nullable MigrationInfo current;
  private @Nullable AppliedMigration uncommitted;
  private final SearchPathKeeper path = new SearchPathKeeper();
  private long started;
  private int statements;
  private int kept;
  private boolean stepwise;
  private List<String> invalidBefore = List.of();

  /** Notes a run whose migrations begin unless this throws. */
  RunRecorder(Runnable mayBegin) {
    this.mayBegin = mayBegin;
  }

  /** Throws what forbids to begin anything now. */
  void refuseUnlessPermitted() {
    mayBegin.run();
  }

  /** When something happened last; may be asked by any thread. */
  static final class Clock {
    private volatile long last = System.nanoTime();

    long idleNanos() {
      return System.nanoTime() - last;
    }
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE
        || event == Event.BEFORE_EACH_MIGRATE_STATEMENT
        || event == Event.AFTER_EACH_MIGRATE_STATEMENT
        || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    clock.last = System.nanoTime();
    if (event == Event.BEFORE_EACH_MIGRATE) {
      committed();
      refuseUnlessPermitted();
      current = context.getMigrationInfo();
      path.keep(context.getConnection());
      started = System.nanoTime();
      reached(0);
    } else if (event == Event.AFTER_EACH_MIGRATE_STATEMENT) {
      statements++;
    } else if (event == Event.AFTER_EACH_MIGRATE) {
      uncommitted = applied(context.getMigrationInfo());
    }
  }

  @Override
  public String getCallbackName() {
    return "tidegate";
  }

  Clock clock() {
    return clock;
  }

  /** Called once it is known that the migration that ran last is in the database. */
  void committed() {
    if (uncommitted != null) {
      applied.add(uncommitted);
    }
    uncommitted = null;
    current = null;
  }

  /** The migrations of which it is known that they went well. */
  List<AppliedMigration> applied() {
    return List.copyOf(applied);
  }

  /** The migration that was begun and of which the commit was not seen. */
  Optional<MigrationInfo> current() {
    return Optional.ofNullable(current);
  }

  /** What the one that was begun would be, had it been committed. */
  Optional<AppliedMigration> uncommitted() {
    return Optional.ofNullable(uncommitted)
        .or(() -> Optional.ofNullable(current).map(this::applied));
  }

  /** Whether all its statements went well, so that only its commit can have failed. */
  boolean ranToItsEnd() {
    return uncommitted != null;
  }

  /** How many statements of the migration at work went well so far, earlier deploys' included. */
  int statements() {
    return statements;
  }

  /** Notes that a migration runs statement by statement, and what was INVALID before it. */
  void stepwise(List<String> invalidIndexes) {
    stepwise = true;
    invalidBefore = List.copyOf(invalidIndexes);
  }

  /** Whether a migration ran statement by statement. */
  boolean wasStepwise() {
    return stepwise;
  }

  /** The indexes that were INVALID before the last migration that ran statement by statement. */
  List<String> invalidBefore() {
    return invalidBefore;
  }

  /** How many of them nothing takes back, where the migration runs statement by statement. */
  int kept() {
    return kept;
  }

  /** Says how many are done and committed, earlier deploys' included. */
  void reached(int done) {
    statements = done;
    kept = done;
  }

  /** Says how many went well, in a transaction that is open. */
  void at(int done) {
    statements = done;
  }

  private AppliedMigration applied(MigrationInfo info) {
    return new AppliedMigration(
        Optional.ofNullable(info.getVersion()).map(version -> Version.parse(version.getVersion())),
        info.getDescription(),
        info.getScript(),
        (System.nanoTime() - started) / 1_000_000,
        statements);
  }
}
