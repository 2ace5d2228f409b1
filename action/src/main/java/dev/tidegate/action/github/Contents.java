package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of the repository at a commit, and how two commits differ. */
public final class Contents {
  /** GitHub names at most that many files of a comparison, and does not say that there are more. */
  public static final int MOST_COMPARED = 300;

  private final Calls calls;

  Contents(Calls calls) {
    this.calls = calls;
  }

  /**
   * A file as it is at a commit, byte by byte, up to 32 MiB.
   *
   * @param path from the repository's root, with slashes
   * @throws GitHubFailure of kind {@code NOT_FOUND} also where the token may not read the contents
   */
  public byte[] read(String path, String commit) {
    PullRequests.requireCommit(commit);
    var address = calls.inRepository("/contents/" + encoded(path) + "?ref=" + commit);
    var request = Request.get(address, "read " + path + " at " + commit).acceptingRaw();
    var answer = calls.raw(request);
    if (answer.isRedirect()) {
      throw calls
          .failures()
          .unreadable(request, answer, new IllegalArgumentException("it leads elsewhere"));
    }
    return answer.body();
  }

  /**
   * Files that {@code head} changes since it left {@code base}; where there are {@link
   * #MOST_COMPARED} there may be more.
   */
  public List<ChangedFile> changed(String base, String head) {
    PullRequests.requireCommit(base);
    PullRequests.requireCommit(head);
    // the files stand on the first page, whatever its size; commits are not asked for
    var address = calls.inRepository("/compare/" + base + "..." + head + "?per_page=1");
    return calls.send(Request.get(address, "compare " + base + " with " + head), Contents::filesOf);
  }

  /** Whether a commit is one of a branch's, its last one or one before. */
  public boolean isOn(String branch, String commit) {
    PullRequests.requireCommit(commit);
    var address =
        calls.inRepository("/compare/" + encodedName(branch) + "..." + commit + "?per_page=1");
    return calls.send(
        Request.get(address, "compare branch " + branch + " with " + commit),
        comparison -> List.of("identical", "behind").contains(comparison.text("status")));
  }

  private static List<ChangedFile> filesOf(Json comparison) {
    return comparison.objects("files").stream().map(ChangedFile::read).toList();
  }

  /** A segment of two dots would lead to another path of the API. */
  private static String encoded(String path) {
    var segments = path.split("/", -1);
    if (Stream.of(segments).anyMatch(it -> it.isEmpty() || it.equals(".") || it.equals(".."))) {
      throw new IllegalArgumentException("not a path from the repository's root");
    }
    return Stream.of(segments).map(Contents::encodedName).collect(Collectors.joining("/"));
  }

  private static String encodedName(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
