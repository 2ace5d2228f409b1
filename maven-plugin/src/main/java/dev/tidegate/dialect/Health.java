package dev.tidegate.dialect;

import java.util.List;

/**
 * What a database holds that does not hold up, though every migration ran.
 *
 * @param behind sequences that are about to give a number which is taken
 * @param notes what a reader should know: constraints that nobody validated, indexes that are not
 *     valid, sequences that are nearly used up; sorted
 */
public record Health(List<Behind> behind, List<String> notes) {
  public Health {
    behind = List.copyOf(behind);
    notes = List.copyOf(notes);
  }

  /** Nothing was found. */
  public static Health good() {
    return new Health(List.of(), List.of());
  }

  /**
   * A sequence whose next number a row has already.
   *
   * @param sequence with dots
   * @param fact in words
   * @param repair the statement that sets it right
   */
  public record Behind(String sequence, String fact, String repair) {}
}
