package dev.tidegate.action.github;

import dev.tidegate.action.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pull request.
 *
 * @param number its number in the repository
 * @param url its page
 * @param author who opened it
 * @param open whether it is neither closed nor merged
 * @param draft whether it is not yet meant for review
 * @param head what is to be merged
 * @param base where it is to be merged to
 * @param labels names of its labels
 * @param mergedAt when it was merged
 * @param mergeCommit the commit that the merge made; of an open one, that of a trial merge
 */
public record PullRequest(
    long number,
    String url,
    Account author,
    boolean open,
    boolean draft,
    Side head,
    Side base,
    List<String> labels,
    Optional<Instant> mergedAt,
    Optional<String> mergeCommit) {

  public PullRequest {
    labels = List.copyOf(labels);
  }

  /**
   * One side of a pull request.
   *
   * @param branch its name without {@code refs/heads/}
   * @param commit the branch's commit
   * @param repository {@code owner/name}; nothing when that repository was deleted
   */
  public record Side(String branch, String commit, Optional<String> repository) {
    static Side read(Json json) {
      return new Side(
          json.text("ref"),
          json.text("sha"),
          json.optionalObject("repo").map(repository -> repository.text("full_name")));
    }
  }

  /** Whether it comes from another repository, so that its author need not be trusted. */
  public boolean isFromFork() {
    return head.repository().isEmpty() || !head.repository().equals(base.repository());
  }

  static PullRequest read(Json json) {
    return new PullRequest(
        json.number("number"),
        json.text("html_url"),
        Account.in(json, "user"),
        json.text("state").equals("open"),
        json.flag("draft"),
        Side.read(json.object("head")),
        Side.read(json.object("base")),
        json.objects("labels").stream().map(label -> label.text("name")).toList(),
        Times.optional(json, "merged_at"),
        json.optionalText("merge_commit_sha"));
  }
}
