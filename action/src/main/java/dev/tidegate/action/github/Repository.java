package dev.tidegate.action.github;

import java.util.regex.Pattern;

/**
 * A repository as {@code GITHUB_REPOSITORY} names it.
 *
 * @param owner a user or an organisation
 * @param name the name without the owner
 */
public record Repository(String owner, String name) {
  // both become part of a path of the API
  private static final Pattern WORD = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]+");

  public Repository {
    if (!WORD.matcher(owner).matches() || !WORD.matcher(name).matches()) {
      throw new IllegalArgumentException("a repository is written OWNER/NAME");
    }
  }

  /** Reads {@code owner/name}. */
  public static Repository parse(String text) {
    var slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a repository is written OWNER/NAME");
    }
    return new Repository(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
