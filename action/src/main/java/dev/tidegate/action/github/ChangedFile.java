package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.util.Optional;

/**
 * A file that a pull request changes.
 *
 * @param path where it lies, from the repository's root
 * @param formerly where it lay before it was renamed
 * @param status {@code added}, {@code removed}, {@code modified}, {@code renamed}, …
 */
public record ChangedFile(String path, Optional<String> formerly, String status) {

  static ChangedFile read(Json json) {
    return new ChangedFile(
        json.text("filename"), json.optionalText("previous_filename"), json.text("status"));
  }
}
