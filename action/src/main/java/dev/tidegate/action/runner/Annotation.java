package dev.tidegate.action.runner;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A remark at a line of a file, shown beside the change.
 *
 * @param level how grave it is
 * @param file path from the repository's root, with slashes
 * @param line counted from 1
 * @param title one line
 * @param message what it says; may have several lines
 */
public record Annotation(
    Level level, Optional<String> file, OptionalInt line, String title, String message) {

  /** How grave a remark is, the gravest first. */
  public enum Level {
    ERROR,
    WARNING,
    NOTICE
  }
}
