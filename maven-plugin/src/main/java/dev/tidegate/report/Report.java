package dev.tidegate.report;

/** What a goal did or found. */
public interface Report {

  /** The goal: {@code diff}, {@code deploy}, {@code status} or {@code copy}. */
  String goal();

  /** For a terminal or a build log; several lines, none of them longer than it has to be. */
  String text();

  /** For a comment or a job summary. */
  String markdown();
}
