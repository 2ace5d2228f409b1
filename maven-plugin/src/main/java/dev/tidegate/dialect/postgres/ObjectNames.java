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
      case DOMAIN ->
          id.path().size() > 2
              ? "CONSTRAINT " + quote(id.name()) + " ON DOMAIN " + relation(id)
              : word + " " + qualified(id);
      case TRANSFORM -> word + " FOR " + id.path().get(0) + " LANGUAGE " + quote(id.name());
      case FUNCTION, PROCEDURE, AGGREGATE -> word + " " + signature(id);
      case OPERATOR -> word + " " + operator(id.path().get(0), id.path().get(1)) + " " + id.name();
      case OPERATOR_CLASS, OPERATOR_FAMILY ->
          word + " " + relation(id) + " USING " + quote(id.name());
      case CAST -> word + " (" + id.path().get(0) + " AS " + id.name() + ")";
      default -> word + " " + qualified(id);
    };
  }

  /** An operator without its types; its own name is never quoted. */
  static String operator(String namespace, String name) {
    return quote(namespace) + "." + name;
  }

  /** The relation that a part's path starts with, or what else stands before the last name. */
  static String relation(ObjectId part) {
    return sql("").qualified(part.qualifier());
  }

  private static String word(ObjectId id) {
    return switch (id.kind()) {
      case NAMESPACE -> "SCHEMA";
      case ENUM, SHELL_TYPE, BASE_TYPE, COMPOSITE_TYPE, RANGE_TYPE -> "TYPE";
      case FOREIGN_SERVER -> "SERVER";
      case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY -> "CONSTRAINT";
      default -> id.kind().name().replace('_', ' ');
    };
  }
}
