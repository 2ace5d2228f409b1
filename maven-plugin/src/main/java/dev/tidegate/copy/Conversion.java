package dev.tidegate.copy;

/** Turns the values of one column into the form in which the target takes them. */
@FunctionalInterface
interface Conversion {

  /**
   * Appends the fields' bytes. Null is settled before: it never gets here.
   *
   * @param from is used up: a conversion may take it to other forms on the way
   * @throws UnfitValue when the value has no exact place there; what was appended is then void
   */
  void convert(Cell from, EncodedRow to) throws UnfitValue;
}
