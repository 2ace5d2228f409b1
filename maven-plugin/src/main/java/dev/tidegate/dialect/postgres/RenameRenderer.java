package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Rename;
import dev.tidegate.schema.ObjectKind;
import java.util.EnumSet;
import java.util.Set;

/** ALTER … RENAME, which keeps everything that the object holds and everything that uses it. */
final class RenameRenderer {
  /** Kinds whose name is made of what they belong to, or that the server does not rename. */
  private static final Set<ObjectKind> UNNAMED =
      EnumSet.of(
          ObjectKind.EXTENSION,
          ObjectKind.ACCESS_METHOD,
          ObjectKind.USER_MAPPING,
          ObjectKind.DEFAULT,
          ObjectKind.OWNED_BY,
          ObjectKind.OPERATOR,
          ObjectKind.OPERATOR_FAMILY,
          ObjectKind.OPERATOR_CLASS,
          ObjectKind.CAST,
          ObjectKind.TRANSFORM,
          ObjectKind.COMMENT,
          ObjectKind.SECURITY_LABEL,
          ObjectKind.OWNER,
          ObjectKind.PRIVILEGE,
          ObjectKind.DEFAULT_PRIVILEGE);

  private RenameRenderer() {}

  /** Whether there is a statement for objects of this kind. */
  static boolean says(ObjectKind kind) {
    return !UNNAMED.contains(kind);
  }

  static String statement(Rename rename) {
    var id = rename.id();
    if (!says(id.kind())) {
      throw new IllegalStateException("cannot be renamed: " + id);
    }
    return switch (id.kind()) {
      case COLUMN -> ofTable(rename, "RENAME COLUMN");
      case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY ->
          ofTable(rename, "RENAME CONSTRAINT");
      case ENUM_LABEL ->
          sql("ALTER TYPE")
              .words(ObjectNames.relation(id))
              .words("RENAME VALUE")
              .literal(id.name())
              .words("TO")
              .literal(rename.name())
              .sql();
      default ->
          sql("ALTER").words(ObjectNames.named(id)).words("RENAME TO").name(rename.name()).sql();
    };
  }

  private static String ofTable(Rename rename, String words) {
    return sql("ALTER TABLE")
        .words(ObjectNames.relation(rename.id()))
        .words(words)
        .words(quote(rename.id().name()))
        .words("TO")
        .name(rename.name())
        .sql();
  }
}
