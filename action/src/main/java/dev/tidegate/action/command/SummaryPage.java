package dev.tidegate.action.command;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The job's page, where there is one. */
final class SummaryPage {
  private SummaryPage() {}

  /** Adds Markdown to it; without GitHub there is none, and the goal's own words are the log. */
  static void add(Step step, String markdown) {
    step.summary()
        .ifPresent(
            page -> {
              try {
                page.add(markdown);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
