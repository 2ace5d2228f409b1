package dev.tidegate.action.comment;

import java.util.function.IntFunction;

/**
 * A part of the comment that can be shown whole or in less room.
 *
 * @param whole all of it; empty when there is nothing to show
 * @param least room that it gets in any case, in characters
 * @param within what is shown of it in so many characters
 */
record Section(String whole, int least, IntFunction<Part> within) {

  /**
   * What is shown of a section.
   *
   * @param text Markdown; empty when nothing of it is shown
   * @param leftOut what is not, in words; empty when all is
   */
  record Part(String text, String leftOut) {}

  static Section of(String whole, int least, IntFunction<Part> within) {
    return new Section(whole, least, within);
  }

  static Section empty() {
    return new Section("", 0, room -> new Part("", ""));
  }

  Part in(int room) {
    return whole.length() <= room ? new Part(whole, "") : within.apply(room);
  }

  int floor() {
    return Math.min(whole.length(), least);
  }
}
