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
   * @param hash SHA-256 of its text in hexadecimal, line ends as {@code \n}
   * @param sql its text, cut where it is very long
   */
  public record PlannedStatement(String hash, String sql) {}
}
