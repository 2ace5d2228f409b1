package dev.tidegate.action.command;

import dev.tidegate.action.runner.Inputs;
import java.util.List;
import java.util.stream.Stream;

/** The words of the input {@code fail-on}, with commas, blanks or line ends between them. */
final class FailOn {
  private static final String NOTHING = "none";

  private static final List<String> CONDITIONS = List.of("hazards", "diff", "drift", NOTHING);

  /** As the plugin names them; each has a page in {@code docs/rules}. */
  static final List<String> HAZARD_TYPES =
      List.of(
          "blocks-reads",
          "blocks-writes",
          "breaks-readers",
          "delete",
          "drop-column",
          "drop-schema",
          "drop-table",
          "drop-type-value",
          "full-scan",
          "may-fail-on-data",
          "narrow-type",
          "not-transactional",
          "privilege",
          "table-rewrite",
          "truncate");

  private FailOn() {}

  /** What fails a step; the default's words where the input is not given. */
  static List<String> words(Inputs inputs) {
    var name = InputName.FAIL_ON;
    var text = inputs.text(name.word()).or(name::otherwise).orElse("");
    return Stream.of(text.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Finds words that nobody knows: one that is misspelt would turn a check off unseen. */
  static void check(Inputs inputs) {
    var words = words(inputs);
    for (var word : words) {
      if (!CONDITIONS.contains(word) && !HAZARD_TYPES.contains(word)) {
        inputs.refuse(
            InputName.FAIL_ON.word(),
            "is hazards, diff, drift, none or types of hazards, not \"" + word + "\"");
      }
    }
    if (words.contains(NOTHING) && words.size() > 1) {
      inputs.refuse(InputName.FAIL_ON.word(), "is none, or other words without it");
    }
  }
}
