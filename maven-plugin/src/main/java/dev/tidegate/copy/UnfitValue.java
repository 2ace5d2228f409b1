package dev.tidegate.copy;

/** A value has no place in its target column. Thrown once a bad value, so it costs no stack. */
final class UnfitValue extends Exception {

  /** Why, in words that are the same for all values of this kind. */
  UnfitValue(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
