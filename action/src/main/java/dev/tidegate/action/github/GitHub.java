package dev.tidegate.action.github;

/** A repository on GitHub. Not for several threads at once. */
public final class GitHub {
  private final Calls calls;

  /** Nothing is asked yet. */
  public GitHub(GitHubSettings settings) {
    this.calls = new Calls(settings);
  }

  /** Comments on its pull requests. */
  public Comments comments() {
    return new Comments(calls);
  }

  /** Its pull requests. */
  public PullRequests pullRequests() {
    return new PullRequests(calls);
  }

  /** Its files. */
  public Contents contents() {
    return new Contents(calls);
  }

  /** Its issues. */
  public Issues issues() {
    return new Issues(calls);
  }

  /** What its workflow runs left behind. */
  public Artifacts artifacts() {
    return new Artifacts(calls);
  }

  /**
   * Whom the token acts for. {@code GITHUB_TOKEN} may not ask: it, like every token of an app, gets
   * 403, and is taken for that of the workflow itself.
   */
  public Account author() {
    try {
      return calls.send(
          Request.get(calls.exchange().address("/user"), "ask whose token it is"), Account::read);
    } catch (GitHubFailure e) {
      if (e.kind() == GitHubFailure.Kind.FORBIDDEN || e.kind() == GitHubFailure.Kind.NOT_FOUND) {
        return Account.ACTIONS;
      }
      throw e;
    }
  }
}
