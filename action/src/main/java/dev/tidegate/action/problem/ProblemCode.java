package dev.tidegate.action.problem;

import java.util.Locale;

/**
 * Every kind of problem that the action itself reports; those of the goals come with their reports.
 * A number is never used for two kinds, not even after one is gone, and each has a page in {@code
 * docs/problems}.
 *
 * <p>51xx the step and GitHub, 52xx review, 53xx deploy, 54xx comment and status.
 */
public enum ProblemCode {
  INPUT_INVALID(5101),
  EVENT_NOT_HANDLED(5102),
  CHECKOUT_MISSING(5103),
  GITHUB_REFUSED(5104),
  GITHUB_NOT_REACHED(5105),
  GOAL_NOT_RUN(5106),
  REPORT_NOT_UNDERSTOOD(5107),

  SCHEMA_WITHOUT_MIGRATION(5201),
  HAZARD_NOT_WANTED(5202),
  BASE_NOT_KNOWN(5203),
  DRIFT_NOT_WANTED(5204),

  PULL_REQUEST_NOT_FOUND(5301),
  COMMENT_NOT_FOUND(5302),
  COMMENT_CHANGED(5303),
  PLAN_NOT_AS_REVIEWED(5304),
  REVIEW_NOT_GIVEN(5305),
  PLAN_NOT_AS_PROMOTED(5306),
  PLAN_NOT_SHOWN(5311),
  PLAN_OF_MANY(5312),

  ARTIFACT_REFUSED(5401),

  INTERNAL(5901);

  private final int number;

  ProblemCode(int number) {
    this.number = number;
  }

  /** As it is printed: {@code TG-5101}. */
  public String id() {
    return "TG-" + number;
  }

  /** As the output {@code failure-reason} has it: {@code plan-not-as-reviewed}. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
