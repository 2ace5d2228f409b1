package dev.tidegate.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Notes what Flyway does while it does it, so that it is known when a later migration fails. */
final class RunRecorder implements Callback {
  private final List<AppliedMigration> applied = new ArrayList<>();
  private long started;
  private int statements;

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE
        || event == Event.AFTER_EACH_MIGRATE_STATEMENT
        || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    if (event == Event.BEFORE_EACH_MIGRATE) {
      started = System.nanoTime();
      statements = 0;
    } else if (event == Event.AFTER_EACH_MIGRATE_STATEMENT) {
      statements++;
    } else {
      applied.add(applied(context.getMigrationInfo()));
    }
  }

  @Override
  public String getCallbackName() {
    return "tidegate";
  }

  /** The migrations that went well so far. */
  List<AppliedMigration> applied() {
    return List.copyOf(applied);
  }

  /** How many statements of the migration at work went well so far. */
  int statements() {
    return statements;
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
