package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.qualified;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.signature;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.schema.ObjectId;

/** Objects with the words by which statements for every kind, such as COMMENT ON, call them. */
final class ObjectNames {
  private ObjectNames() {}

  /** Kind and name: {@code CONSTRAINT users_pkey ON public.users}. */
  static String named(ObjectId id) {
    var word = word(id);
    return switch (id.kind()) {
      case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY, RULE, TRIGGER, POLICY ->
          word + " " + quote(id.name()) + " ON " + relation(id);
      case TRANSFORM -> word + " FOR " + id.path().get(0) + " LANGUAGE " + quote(id.name());
      case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR -> word + " " + signature(id);
      default -> word + " " + qualified(id);
    };
  }

  /** The relation that a part's path starts with. */
  static String relation(ObjectId part) {
    return sql("").qualified(part.qualifier());
  }

  private static String word(ObjectId id) {
    return switch (id.kind()) {
      case NAMESPACE -> "SCHEMA";
      case ENUM, BASE_TYPE, COMPOSITE_TYPE, RANGE_TYPE -> "TYPE";
      case FOREIGN_SERVER -> "SERVER";
      case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY -> "CONSTRAINT";
      default -> id.kind().name().replace('_', ' ');
    };
  }
}
