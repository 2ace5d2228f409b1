package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of {@code tidegate:diff}, read but not yet understood.
 *
 * @param from the state to start from, as written
 * @param to the state to reach, as written
 * @param dialect {@code postgresql} or {@code sqlite}; empty for that of the target, else of {@code
 *     to}
 * @param name description of the migration to write; empty writes none
 * @param versioning {@code timestamp} or {@code sequence}
 * @param output the file to write the script to
 * @param renames {@code users.name:full_name}, {@code old_table:new_table}
 * @param failOnDiff whether a difference is a failure
 * @param demands what is asked of the comparison beyond the plan
 * @param way by which tables in use are changed
 * @param target the database behind {@code url}
 */
public record DiffRequest(
    Workspace workspace,
    String from,
    String to,
    Optional<String> dialect,
    Optional<String> name,
    String versioning,
    Optional<Path> output,
    List<String> renames,
    boolean failOnDiff,
    Demands demands,
    Way way,
    Optional<ConnectionSettings> target) {

  public DiffRequest {
    renames = List.copyOf(renames);
  }

  /** The same, without anything to write. */
  DiffRequest onlyShown() {
    return new DiffRequest(
        workspace,
        from,
        to,
        dialect,
        Optional.empty(),
        versioning,
        Optional.empty(),
        renames,
        failOnDiff,
        demands,
        way,
        target);
  }

  /**
   * How far the comparison goes.
   *
   * @param strict whether an object that the model does not hold is a failure
   * @param verifyWithPgDump whether pg_dump has to say the same of what the plan makes
   */
  public record Demands(boolean strict, boolean verifyWithPgDump) {

    /** Demands without a second witness. */
    public Demands(boolean strict) {
      this(strict, false);
    }
  }

  /**
   * The parameters {@code strategy}, {@code expand} and {@code rollback}.
   *
   * @param online whether steps are preferred that keep nobody waiting
   * @param expand columns that change their type by way of a new column, or {@code all}
   * @param rollback whether the way back is written too
   */
  public record Way(boolean online, List<String> expand, boolean rollback) {
    public Way {
      expand = List.copyOf(expand);
    }

    /** What holds when nothing is said. */
    public static Way standard() {
      return new Way(true, List.of(), false);
    }
  }
}
