package dev.tidegate.action.command;

import java.io.IOException;

/** The job's page, where there is one. */
final class SummaryPage {
  private SummaryPage() {}

  /**
   * Adds Markdown to it; without GitHub there is none, and the goal's own words are the log. One
   * that cannot be written is printed instead: it never hides what was done.
   */
  static void add(Step step, String markdown) {
    step.summary()
        .ifPresent(
            page -> {
              try {
                page.add(markdown);
              } catch (IOException e) {
                step.console().print("the job summary could not be written: " + e);
                step.console().print(markdown);
              }
            });
  }
}
