package dev.tidegate.schema;

import java.util.Locale;

/** The kinds of object, in the order in which ties of a plan are broken. */
public enum ObjectKind {
  NAMESPACE("schema"),
  EXTENSION,
  LANGUAGE,
  ACCESS_METHOD,
  COLLATION,
  CONVERSION,
  ENUM("type"),
  /** A value of an enum; no object of a schema, but something that can be renamed. */
  ENUM_LABEL("label"),
  SHELL_TYPE("type"),
  BASE_TYPE("type"),
  DOMAIN,
  COMPOSITE_TYPE("type"),
  RANGE_TYPE("type"),
  SEQUENCE,
  TEXT_SEARCH_PARSER,
  TEXT_SEARCH_TEMPLATE,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_CONFIGURATION,
  FOREIGN_DATA_WRAPPER,
  FOREIGN_SERVER("server"),
  USER_MAPPING,
  TABLE,
  COLUMN,
  DEFAULT,
  OWNED_BY("owner"),
  PRIMARY_KEY("constraint"),
  UNIQUE("constraint"),
  CHECK("constraint"),
  EXCLUSION("constraint"),
  INDEX,
  FOREIGN_KEY("constraint"),
  STATISTICS,
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  OPERATOR,
  OPERATOR_FAMILY,
  OPERATOR_CLASS,
  CAST,
  TRANSFORM,
  VIEW,
  MATERIALIZED_VIEW,
  RULE,
  TRIGGER,
  POLICY,
  EVENT_TRIGGER,
  PUBLICATION,
  SUBSCRIPTION,
  COMMENT,
  SECURITY_LABEL,
  OWNER,
  PRIVILEGE,
  DEFAULT_PRIVILEGE;

  private final String word;

  ObjectKind() {
    this.word = name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  ObjectKind(String word) {
    this.word = word;
  }

  /** The kind in a user's words, for example {@code materialized view}. */
  public String word() {
    return word;
  }
}
