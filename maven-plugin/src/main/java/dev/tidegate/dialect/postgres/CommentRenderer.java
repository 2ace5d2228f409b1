package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Comment;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-comment.html */
final class CommentRenderer implements KindRenderer<Comment> {

  @Override
  public List<String> create(Comment comment, List<SchemaObject> parts) {
    return List.of(comment(comment.subject(), literal(comment.text())));
  }

  @Override
  public List<String> drop(Comment comment) {
    return List.of(comment(comment.subject(), "NULL"));
  }

  @Override
  public List<String> alter(Pair<Comment> comment) {
    return create(comment.to(), List.of());
  }

  private static String comment(ObjectId subject, String text) {
    return sql("COMMENT ON").words(ObjectNames.named(subject)).words("IS").words(text).sql();
  }
}
