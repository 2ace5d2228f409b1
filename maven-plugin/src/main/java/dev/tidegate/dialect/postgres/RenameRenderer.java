package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Rename;

/** ALTER … RENAME, which keeps everything that the object holds and everything that uses it. */
final class RenameRenderer {
  private RenameRenderer() {}

  static String statement(Rename rename) {
    var id = rename.id();
    var name = rename.name();
    return switch (id.kind()) {
      case COLUMN -> ofTable(rename, "RENAME COLUMN");
      case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY ->
          ofTable(rename, "RENAME CONSTRAINT");
      case DEFAULT,
          OWNED_BY,
          COMMENT,
          SECURITY_LABEL,
          OWNER,
          PRIVILEGE,
          DEFAULT_PRIVILEGE,
          CAST,
          TRANSFORM,
          USER_MAPPING,
          EXTENSION ->
          throw new IllegalStateException("has no name of its own: " + id);
      default -> sql("ALTER").words(ObjectNames.named(id)).words("RENAME TO").name(name).sql();
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
