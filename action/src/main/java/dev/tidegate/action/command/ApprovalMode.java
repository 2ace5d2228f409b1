package dev.tidegate.action.command;

import java.util.Locale;

/** What a deploy needs before it runs: the input {@code approval}. */
enum ApprovalMode {
  /** Nothing: whatever is pending is deployed. */
  NONE,
  /** A comment that promised this plan. */
  PLAN_HASH,
  /** The same, and somebody who approved the pull request after it. */
  REVIEW;

  static ApprovalMode of(Step step) {
    var word = step.input(InputName.APPROVAL).orElseThrow();
    return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
