package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import java.util.List;
import java.util.Optional;

/**
 * One of many databases, or one schema of a database.
 *
 * @param name by which it is known in reports
 * @param schema where a schema is the target
 */
record FleetTarget(String name, ConnectionSettings settings, Optional<String> schema) {

  /** What two targets may not have in common. */
  List<Object> place() {
    var url = settings.url();
    return List.of(url.product(), url.host(), url.port(), url.database(), url.schemas());
  }
}
