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
 * alone could stand in anybody's comment. Of several, as where each run writes one of its own, the
 * newest is the one, for whoever writes and for whoever believes.
 */
public final class StickyComment {
  private static final String SECOND =
      "This comment was written twice, by two runs at once. [The other one](%s) is kept up to date.";

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

  /** The comment as it is now. */
  public Optional<Comment> find() {
    return all().stream().reduce((older, newer) -> newer);
  }

  private List<Comment> all() {
    return comments.of(pullRequest).stream().filter(ours(posted -> true)).toList();
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
      if (e.kind() != GitHubFailure.Kind.NOT_FOUND) {
        throw e;
      }
      var other = find().filter(it -> it.id() != comment.id());
      return other.isPresent() ? comments.update(other.get().id(), text) : write(text);
    }
  }

  private Comment write(String text) {
    return settled(comments.create(pullRequest, text, ours(posted -> true)));
  }

  /**
   * Another run may have written one at the same time. Both look again, and come to the same end:
   * the newest comment stays, with what the later run says, and the other one leads to it.
   */
  private Comment settled(Comment written) {
    var all = all();
    if (all.size() < 2) {
      return written;
    }
    var stays = all.get(all.size() - 1);
    var latest = all.stream().reduce((one, two) -> isLater(one, two) ? one : two).orElseThrow();
    var kept =
        latest.body().equals(stays.body()) ? stays : comments.update(stays.id(), latest.body());
    for (var second : all.subList(0, all.size() - 1)) {
      comments.update(second.id(), SECOND.formatted(stays.url()));
    }
    return kept;
  }

  private static boolean isLater(Comment one, Comment two) {
    return posted(one).isLaterThan(posted(two));
  }

  private static PostedComment posted(Comment comment) {
    return PostedComment.parse(comment.body()).orElseThrow();
  }

  /**
   * Writes the comment: in place where there is one, else anew. One that showed the same plan keeps
   * the time since when it does.
   */
  public Comment put(String text) {
    var found = find();
    if (found.isEmpty()) {
      return write(text);
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
