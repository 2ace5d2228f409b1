package dev.tidegate.guard;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of a plan as it was read, so that another plan can be compared with it.
 *
 * @param script its path within the migrations folder
 * @param statements in order
 */
public record PlannedFile(String script, List<PlannedStatement> statements) {
  public PlannedFile {
    statements = List.copyOf(statements);
  }

  /** How many statements of a file keep all of their text, as far as it is not very long. */
  private static final int SHOWN = 200;

  private static final int LONG = 2_000;
  private static final int BRIEF = 120;

  /** The file with these statements; a dump of many thousands is kept by its hashes. */
  public static PlannedFile of(String script, List<String> texts) {
    var statements = new ArrayList<PlannedStatement>();
    for (var sql : texts) {
      var text = sql.replace("\r\n", "\n");
      var most = statements.size() < SHOWN ? LONG : BRIEF;
      statements.add(
          new PlannedStatement(
              PlanHash.ofText(text),
              text.length() <= most ? text : text.substring(0, most - 1) + "…"));
    }
    return new PlannedFile(script, statements);
  }

  /**
   * A statement of a file.
   *
   * @param hash SHA-256 of its text in hexadecimal, line ends as {@code \n}
   * @param sql its text, cut where it is very long
   */
  public record PlannedStatement(String hash, String sql) {}
}
