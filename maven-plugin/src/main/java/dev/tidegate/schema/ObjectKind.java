package dev.tidegate.schema;

import java.util.Locale;

/** The kinds of object, in the order in which ties of a plan are broken. */
public enum ObjectKind {
  NAMESPACE("schema"),
  EXTENSION,
  ENUM("type"),
  DOMAIN,
  COMPOSITE_TYPE("type"),
  SEQUENCE,
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
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  VIEW,
  MATERIALIZED_VIEW,
  RULE,
  TRIGGER,
  COMMENT;

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
