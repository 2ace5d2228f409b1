package dev.tidegate.guard;

import dev.tidegate.guard.PlannedFile.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the files of a plan. All their texts together are no longer than {@value #ROOM} letters,
 * the beginnings of statements that had no room left apart: whoever reads the report has it in
 * memory.
 */
public final class PlannedFiles {
  private static final int ROOM = 8_000_000;

  /** How much of a statement is kept that has no room. */
  private static final int BEGINNING = 120;

  private final List<PlannedFile> files = new ArrayList<>();
  private int left = ROOM;

  /**
   * A statement as it was read.
   *
   * @param sql with the rows that a COPY brings along
   * @param line of its file on which it begins, from 1
   */
  public record Read(String sql, int line) {}

  /** Adds a file; a statement is whole where it has room after those before it. */
  public void add(String script, List<Read> statements) {
    files.add(new PlannedFile(script, statements.stream().map(this::statement).toList()));
  }

  /** In the order in which they were added. */
  public List<PlannedFile> all() {
    return List.copyOf(files);
  }

  private PlannedStatement statement(Read read) {
    var text = read.sql().replace("\r\n", "\n");
    var cut = text.length() > Math.max(left, BEGINNING);
    if (text.length() <= left) {
      left -= text.length();
    }
    return new PlannedStatement(
        PlanHash.ofText(text), read.line(), cut ? beginning(text) : text, cut);
  }

  private static String beginning(String text) {
    var end = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
    return text.substring(0, end);
  }
}
