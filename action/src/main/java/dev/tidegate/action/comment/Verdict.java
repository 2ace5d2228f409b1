package dev.tidegate.action.comment;

/** What the whole comes to, as the title says it. */
public enum Verdict {
  NO_CHANGE("no change"),
  READY("ready to merge"),
  NEEDS_APPROVAL("needs approval"),
  NEEDS_MIGRATION("schema changed, no migration"),
  FAILED("review failed"),
  APPLYING("deploying"),
  APPLIED("deployed"),
  DEPLOY_REFUSED("deploy refused"),
  DEPLOY_FAILED("deploy failed");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** In words, lower case. */
  public String words() {
    return words;
  }
}
