package dev.tidegate.action.comment;

import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.Comments;
import dev.tidegate.action.github.GitHubFailure;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The one comment with a key on a pull request. It is found by its author and its marker: a marker
 * alone could stand in anybody's comment.
 */
public final class StickyComment {
  private final Comments comments;
  private final Account author;
  private final long pullRequest;
  private final String key;

  /** The comment that {@code author} wrote, or is going to write. */
  public StickyComment(Comments comments, Account author, long pullRequest, String key) {
    this.comments = comments;
    this.author = author;
    this.pullRequest = pullRequest;
    this.key = key;
  }

  /** The comment as it is now; the oldest, should there be several. */
  public Optional<Comment> find() {
    return comments.find(pullRequest, ours(posted -> true));
  }

  /**
   * Writes the comment: in place where there is one, else anew. One that showed the same plan keeps
   * the time since when it does.
   */
  public Comment put(String text) {
    var found = find();
    if (found.isEmpty()) {
      return comments.create(pullRequest, text, ours(posted -> true));
    }
    var body =
        PostedComment.parse(found.get().body()).map(posted -> posted.replacedBy(text)).orElse(text);
    if (found.get().body().replace("\r\n", "\n").strip().equals(body.strip())) {
      return found.get();
    }
    try {
      return comments.update(found.get().id(), body);
    } catch (GitHubFailure e) {
      // deleted by somebody in the meantime
      if (e.kind() == GitHubFailure.Kind.NOT_FOUND) {
        return comments.create(pullRequest, body, ours(posted -> true));
      }
      throw e;
    }
  }

  /** Writes another comment, one for each run. */
  public Comment add(String body) {
    var run = PostedComment.parse(body).map(PostedComment::run).orElse("");
    return comments.create(pullRequest, body, ours(posted -> posted.run().equals(run)));
  }

  private Predicate<Comment> ours(Predicate<PostedComment> further) {
    return comment ->
        comment.author().equals(author)
            && PostedComment.parse(comment.body())
                .filter(posted -> posted.isOf(key))
                .filter(further)
                .isPresent();
  }
}
