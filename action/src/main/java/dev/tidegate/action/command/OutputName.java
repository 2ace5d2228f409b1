package dev.tidegate.action.command;

import java.util.Locale;

/** The step's outputs. {@code action.yml} and {@code docs/action.md} name the same ones. */
public enum OutputName {
  CHANGES("whether there is anything to run or to migrate: true or false"),
  STATEMENTS("number of statements that would run, or ran"),
  HAZARDS("number of hazards"),
  DESTRUCTIVE("number of hazards that destroy data"),
  PLAN_HASH("names the plan that was reviewed, or that was applied"),
  REPORT("directory of the reports, from the workspace's root"),
  MIGRATION("file that a migration was written to, where one was"),
  COMMENT_URL("page of the comment"),
  APPLIED("number of migrations that were applied"),
  DRIFT("whether the database differs from what its migrations build; empty where nobody compared"),
  FAILURE_REASON("why the step failed, as plan-not-as-reviewed; empty when it did not");

  private final String description;

  OutputName(String description) {
    this.description = description;
  }

  /** As workflows write it: {@code plan-hash}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One line. */
  public String description() {
    return description;
  }
}
