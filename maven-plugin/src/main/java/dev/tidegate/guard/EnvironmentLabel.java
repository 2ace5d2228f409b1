package dev.tidegate.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The label of an environment: a word, in whatever case and with whatever blanks around it, so that
 * {@code Production} is {@code production}.
 *
 * @param word in lower case, without blanks around it
 */
public record EnvironmentLabel(String word) {
  private static final String PRODUCTION = "production";

  /** What people write for the labels that mean something, and would not be found by them. */
  private static final Map<String, List<String>> SHORT =
      Map.of(
          PRODUCTION,
          List.of("prod", "prd"),
          "staging",
          List.of("stage", "stg"),
          "development",
          List.of("dev", "devel", "develop"),
          "test",
          List.of("tst", "testing"));

  public EnvironmentLabel {
    word = word.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether data under this label is nobody's to overwrite by accident. */
  public boolean meansProduction() {
    return word.equals(PRODUCTION) || SHORT.getOrDefault(PRODUCTION, List.of()).contains(word);
  }

  /**
   * The label that was probably meant: {@code production} for {@code prod} and for typing errors.
   */
  Optional<String> meant() {
    return SHORT.entrySet().stream()
        .filter(entry -> entry.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(
            () ->
                Optional.of(PRODUCTION).filter(it -> !word.equals(it) && distance(word, it) <= 2));
  }

  /** How many letters have to be put in, taken out or replaced: Levenshtein's distance. */
  private static int distance(String one, String two) {
    var row = new int[two.length() + 1];
    for (var j = 0; j <= two.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= two.length(); j++) {
        var above = row[j];
        var same = one.charAt(i - 1) == two.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + (same ? 0 : 1));
        diagonal = above;
      }
    }
    return row[two.length()];
  }
}
