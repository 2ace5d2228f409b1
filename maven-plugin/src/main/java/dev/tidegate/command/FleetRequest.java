package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A goal for many databases.
 *
 * @param workspace what every target has around it
 * @param targets a query, or a file that holds one or lists them
 * @param databases how the words that name targets become connections
 * @param rollout in which order and how many at a time
 */
public record FleetRequest(
    Workspace workspace, String targets, Databases databases, Rollout rollout) {

  /**
   * How words become connections.
   *
   * @param main the database of {@code url}, on which a query runs and to which {@code schema:} and
   *     {@code database:} are relative; asked only where it is needed
   * @param direct the way around a pooler in front of it
   * @param other a database of its own, from its URL and the place where it was named
   * @param ofRow the same for a URL that a query returned: whoever can write its table must not get
   *     the login of this run
   */
  public record Databases(
      Supplier<ConnectionSettings> main,
      Supplier<Optional<ConnectionSettings>> direct,
      BiFunction<String, String, ConnectionSettings> other,
      BiFunction<String, String, ConnectionSettings> ofRow) {}

  /**
   * In which order the targets are deployed to.
   *
   * @param jobs how many at a time
   * @param canary how many, or the name of the one, that are deployed to alone before the others
   * @param goOn whether others are started after one has failed
   * @param shard the part of the targets that this run is about; empty for all
   */
  public record Rollout(int jobs, String canary, boolean goOn, Optional<Shard> shard) {}
}
