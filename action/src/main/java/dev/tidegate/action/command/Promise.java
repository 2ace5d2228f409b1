package dev.tidegate.action.command;

import dev.tidegate.action.comment.PostedComment;
import dev.tidegate.action.comment.StickyComment;
import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.PullRequest;
import java.util.List;
import java.util.Optional;

/**
 * What was promised of a commit before it was merged.
 *
 * @param commit that is deployed
 * @param approvals of hazards
 * @param pull the pull request that brought it, with what stands there; nothing of a direct push
 */
record Promise(DeployedCommit commit, Approvals approvals, Optional<OfPull> pull) {

  /**
   * What stands on a pull request.
   *
   * @param request the pull request
   * @param sticky finds and writes its comment
   * @param author whose comments are our own
   * @param comment the comment as it was found
   * @param keys those of comments that are there instead of it
   * @param forged addresses of comments that have our marker, by others
   */
  record OfPull(
      PullRequest request,
      StickyComment sticky,
      Account author,
      Optional<Comment> comment,
      List<String> keys,
      List<String> forged) {
    OfPull {
      keys = List.copyOf(keys);
      forged = List.copyOf(forged);
    }

    Optional<PostedComment> posted() {
      return comment.flatMap(it -> PostedComment.parse(it.body()));
    }
  }

  /** The comment as it stands on the pull request. */
  Optional<PostedComment> posted() {
    return pull.flatMap(OfPull::posted);
  }
}
