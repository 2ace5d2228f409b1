package dev.tidegate.render;

/**
 * Statements that run together: in one transaction, or each by itself.
 *
 * @param order of the stages of a script; a statement of a later one comes later
 * @param transactional whether they share a transaction
 * @param purpose what they do, without a full stop; empty where a script has only one stage
 * @param reason why they do not run with those before, without a full stop
 */
public record Stage(int order, boolean transactional, String purpose, String reason) {

  /** The only stage of a script. */
  public static final Stage WHOLE = new Stage(0, true, "", "");
}
