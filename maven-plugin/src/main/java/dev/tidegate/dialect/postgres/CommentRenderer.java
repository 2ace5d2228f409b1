package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Comment;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-comment.html */
final class CommentRenderer implements KindRenderer<Comment> {
  private final Pair<Schema> schemas;

  CommentRenderer(Pair<Schema> schemas) {
    this.schemas = schemas;
  }

  @Override
  public List<String> create(Comment comment, List<SchemaObject> parts) {
    return List.of(comment(schemas.to(), comment.subject(), literal(comment.text())));
  }

  @Override
  public List<String> drop(Comment comment) {
    return List.of(comment(schemas.from(), comment.subject(), "NULL"));
  }

  @Override
  public List<String> alter(Pair<Comment> comment) {
    return create(comment.to(), List.of());
  }

  private static String comment(Schema schema, ObjectId subject, String text) {
    return sql("COMMENT ON")
        .words(ForeignTables.is(schema, subject) ? "FOREIGN" : "")
        .words(ObjectNames.named(subject))
        .words("IS")
        .words(text)
        .sql();
  }
}
