package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import dev.tidegate.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a migration came that runs statement by statement and has not ended.
 *
 * @param script its path within the migrations folder
 * @param done how many statements remain applied
 * @param statements how many it consists of
 * @param unknown whether the next one was started, and nobody saw it end
 * @param line of the file on which the next one starts; 0 if all are done
 * @param sql of the next one; empty if all are done
 * @param on when this was written
 * @param by which user ran it
 */
public record Progress(
    String script,
    int done,
    int statements,
    boolean unknown,
    int line,
    String sql,
    Instant on,
    String by) {
  private static final int SHOWN = 80;

  /**
   * Reads what deploys have left. Writes nothing: where there is no journal, nothing is left.
   *
   * @param schema where the history is; empty for the connection's own
   */
  public static List<Progress> read(Connection connection, Product product, Optional<String> schema)
      throws SQLException {
    var journal = Journal.at(connection, product, schema);
    return journal.exists() ? journal.progress() : List.of();
  }

  /** TG-2102 if a file is gone of which a part may be applied: nothing could go on with it. */
  public static Optional<Problem> objection(List<Progress> interrupted, MigrationFolder folder) {
    var scripts = folder.scripts();
    return interrupted.stream()
        .filter(it -> !scripts.contains(it.script()))
        .findFirst()
        .map(ResumeProblems::fileGone);
  }

  /** One line: where it stopped, and at what. */
  public String text() {
    if (done == statements) {
      return script + " ran to its end, and is not in the history yet";
    }
    var place =
        "statement %d of %d (line %d)%s: %s"
            .formatted(
                done + 1,
                statements,
                line,
                unknown ? ", of which nobody saw the end" : "",
                shortened(sql));
    return script + (unknown ? " stopped in " : " stopped before ") + place;
  }

  private static String shortened(String sql) {
    var words = StatementWords.of(sql).sql();
    return words.length() <= SHOWN ? words : words.substring(0, SHOWN - 1) + "…";
  }
}
