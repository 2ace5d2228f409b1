package dev.tidegate.guard;

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

  /**
   * A statement of a file.
   *
   * @param hash SHA-256 of its whole text in hexadecimal, line ends as {@code \n}
   * @param line of the file on which it begins, from 1
   * @param sql its text, line ends as {@code \n}
   * @param cut whether that is only how it begins
   */
  public record PlannedStatement(String hash, int line, String sql, boolean cut) {}
}
