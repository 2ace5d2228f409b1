package dev.tidegate.action.github;

import java.net.URI;
import java.util.Set;

/**
 * Where the API is and how it is called.
 *
 * @param api value of {@code GITHUB_API_URL}: {@code https://api.github.com}, or {@code
 *     https://HOST/api/v3} of an Enterprise server
 * @param repository the repository that all operations are about
 * @param token authorises the calls
 * @param patience how long trouble may hold a run up
 * @param pause the clock
 */
public record GitHubSettings(
    URI api, Repository repository, Token token, Patience patience, Pause pause) {

  public GitHubSettings {
    if (!Set.of("https", "http").contains(String.valueOf(api.getScheme()))
        || api.getHost() == null
        || api.getRawUserInfo() != null
        || api.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "the address of the API is not like https://api.github.com");
    }
  }

  /** Settings by the machine's clock and with the usual patience. */
  public static GitHubSettings of(URI api, Repository repository, Token token) {
    return new GitHubSettings(api, repository, token, Patience.usual(), Pause.system());
  }
}
