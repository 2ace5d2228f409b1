package dev.tidegate.action.github;

import dev.tidegate.action.github.GitHubFailure.Kind;
import dev.tidegate.action.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/** Artifacts of workflow runs. */
public final class Artifacts {
  private static final int ATTEMPTS = 3;

  private final Calls calls;

  Artifacts(Calls calls) {
    this.calls = calls;
  }

  /** All artifacts of a run. */
  public List<Artifact> ofRun(long run) {
    return calls.list(
        Request.get(
            calls.inRepository("/actions/runs/" + run + "/artifacts?per_page=100"),
            "list the artifacts of run " + run),
        text -> Json.parseObject(text).objects("artifacts"),
        Artifact::read);
  }

  /**
   * The files of an artifact by name. Content and names are as hostile as whoever made them; a zip
   * file beyond the bounds is a {@link GitHubFailure} of kind {@code TOO_LARGE}.
   */
  public SortedMap<String, byte[]> download(Artifact artifact, ArtifactBounds bounds) {
    var request =
        Request.get(
            calls.inRepository("/actions/artifacts/" + artifact.id() + "/zip"),
            "download artifact " + artifact.id());
    var zip = zip(request, bounds);
    try {
      return ArtifactFiles.read(zip, bounds);
    } catch (TooLargeException e) {
      throw calls.failures().of(request, e);
    } catch (IOException e) {
      throw unreadable(request, "not a zip file to be read: " + e.getMessage());
    }
  }

  private byte[] zip(Request request, ArtifactBounds bounds) {
    for (int attempt = 1; ; attempt++) {
      try {
        return fetch(request, bounds);
      } catch (TooLargeException e) {
        throw calls.failures().of(request, e);
      } catch (IOException e) {
        if (attempt == ATTEMPTS || !calls.sleep(Patience.usual().afterFailure(attempt))) {
          throw calls.failures().of(request, e);
        }
      }
    }
  }

  /** GitHub answers with an address that is good for a minute, on another origin. */
  private byte[] fetch(Request request, ArtifactBounds bounds) throws IOException {
    var answer = calls.raw(request);
    if (!answer.isRedirect()) {
      return answer.body();
    }
    var address = Exchange.target(request, answer);
    var scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("https") && !scheme.equals(request.address().getScheme())) {
      throw unreadable(request, "its address is not one of https");
    }
    var file = calls.exchange().fetch(address, bounds.zip());
    if (!file.isSuccess()) {
      throw new IOException("status " + file.status());
    }
    return file.body();
  }

  private static GitHubFailure unreadable(Request request, String said) {
    return new GitHubFailure(Kind.UNREADABLE, request.operation(), 0, said, "");
  }
}
