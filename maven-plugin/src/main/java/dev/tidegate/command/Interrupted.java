package dev.tidegate.command;

import dev.tidegate.migration.Progress;
import java.util.List;

/** What earlier deploys have begun and not ended. */
final class Interrupted {
  private Interrupted() {}

  /** Asks a database that has a schema; one without has no journal either. */
  static List<Progress> read(Target target) {
    return target.ask(
        connection ->
            Progress.read(connection, target.settings().product(), target.identity().schema()));
  }
}
