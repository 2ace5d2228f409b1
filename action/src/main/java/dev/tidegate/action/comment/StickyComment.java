package dev.tidegate.action.comment;

import dev.tidegate.action.github.Account;
import dev.tidegate.action.github.Comment;
import dev.tidegate.action.github.Comments;
import dev.tidegate.action.github.GitHubFailure;
import java.util.List;
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

  /** The newest of those with the key, where each run writes one of its own. */
  public Optional<Comment> newest() {
    return comments.of(pullRequest).stream()
        .filter(ours(posted -> true))
        .reduce((older, newer) -> newer);
  }

  /** Keys of all comments of ours on the pull request, in order. */
  public List<String> keys() {
    return comments.of(pullRequest).stream()
        .filter(comment -> comment.author().equals(author))
        .flatMap(comment -> PostedComment.parse(comment.body()).stream())
        .map(PostedComment::key)
        .distinct()
        .toList();
  }

  /** Comments with the key that somebody else wrote. */
  public List<Comment> ofOthers() {
    return comments.of(pullRequest).stream()
        .filter(comment -> !comment.author().equals(author))
        .filter(
            comment ->
                PostedComment.parse(comment.body()).filter(posted -> posted.isOf(key)).isPresent())
        .toList();
  }

  /** Gives a comment another text; one that was deleted meanwhile is written anew. */
  public Comment replace(Comment comment, String text) {
    try {
      return comments.update(comment.id(), text);
    } catch (GitHubFailure e) {
      if (e.kind() == GitHubFailure.Kind.NOT_FOUND) {
        return comments.create(pullRequest, text, ours(posted -> true));
      }
      throw e;
    }
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
    return replace(found.get(), body);
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
