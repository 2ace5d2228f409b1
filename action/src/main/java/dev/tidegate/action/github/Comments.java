package dev.tidegate.action.github;

import com.google.gson.JsonObject;
import dev.tidegate.action.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Comments on pull requests; to the API they are comments on issues. */
public final class Comments {
  private final Calls calls;

  Comments(Calls calls) {
    this.calls = calls;
  }

  /** All comments, oldest first, whoever wrote them. */
  public List<Comment> of(long pullRequest) {
    return calls.list(
        Request.get(
            calls.inRepository("/issues/" + pullRequest + "/comments?per_page=100"),
            "list the comments of pull request " + pullRequest),
        Json::parseArray,
        Comment::read);
  }

  /** The oldest comment that {@code itself} knows, among all pages. */
  public Optional<Comment> find(long pullRequest, Predicate<Comment> itself) {
    return of(pullRequest).stream().filter(itself).findFirst();
  }

  /**
   * Writes a comment once. When the answer is lost the comments are read again, and the one that
   * {@code itself} knows is taken for the one just written; so {@code itself} must know none that
   * was there before.
   */
  public Comment create(long pullRequest, String body, Predicate<Comment> itself) {
    var request =
        Request.sending(
            "POST",
            calls.inRepository("/issues/" + pullRequest + "/comments"),
            body(body),
            "comment on pull request " + pullRequest);
    return calls.post(request, Comment::read, () -> find(pullRequest, itself));
  }

  /** Gives a comment another text. */
  public Comment update(long id, String body) {
    return calls.send(
        Request.sending(
            "PATCH",
            calls.inRepository("/issues/comments/" + id),
            body(body),
            "update comment " + id),
        Comment::read);
  }

  /**
   * Everybody who edited a comment since it was written, its author too; nobody where nobody did.
   *
   * @throws GitHubFailure also if the token may not ask for that
   */
  public List<Account> editors(Comment comment) {
    return new CommentEdits(calls, comment).editors();
  }

  private static JsonObject body(String text) {
    var body = new JsonObject();
    body.addProperty("body", text);
    return body;
  }
}
