package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token;
import java.util.List;
import java.util.Optional;

/**
 * A CREATE TABLE statement, read.
 *
 * @param columns in order
 * @param constraints of columns and of the table, in the order in which they are written
 */
record TableDefinition(
    List<ColumnDefinition> columns,
    List<ConstraintDefinition> constraints,
    boolean strict,
    boolean withoutRowid) {
  TableDefinition {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
  }

  /**
   * One column.
   *
   * @param type as declared, empty where there is none
   * @param notNullConflict the conflict clause of NOT NULL, in upper case
   * @param notNullName the name of that constraint
   * @param value tokens of the default without parentheses around them
   * @param generated tokens of the expression
   */
  record ColumnDefinition(
      String name,
      String type,
      Optional<String> collation,
      boolean notNull,
      Optional<String> notNullConflict,
      Optional<String> notNullName,
      List<Token> value,
      List<Token> generated,
      boolean stored) {}

  /**
   * One constraint.
   *
   * @param kind which
   * @param name as declared
   * @param terms the columns, each with its collation and order
   * @param inline whether it was declared with its column
   * @param conflict the conflict clause, in upper case
   * @param expression of a check
   * @param reference of a foreign key
   */
  record ConstraintDefinition(
      Kind kind,
      Optional<String> name,
      List<Term> terms,
      boolean inline,
      boolean autoincrement,
      Optional<String> conflict,
      List<Token> expression,
      Optional<Reference> reference) {

    enum Kind {
      PRIMARY_KEY,
      UNIQUE,
      CHECK,
      FOREIGN_KEY
    }
  }

  /**
   * One key of a constraint or index.
   *
   * @param expression tokens without collation and order
   * @param collation as declared
   */
  record Term(List<Token> expression, Optional<String> collation, boolean descending) {

    /** The column's name where it is a name and nothing else, which SQLite allows in quotes. */
    Optional<String> column() {
      var tokens = expression;
      while (tokens.size() > 2 && tokens.get(0).isOperator("(")) {
        tokens = tokens.subList(1, tokens.size() - 1);
      }
      if (tokens.size() != 1) {
        return Optional.empty();
      }
      return switch (tokens.get(0).kind()) {
        case WORD, DOUBLE_QUOTED, BRACKETED, STRING -> Optional.of(tokens.get(0).value());
        case BLOB, NUMBER, OPERATOR -> Optional.empty();
      };
    }
  }

  /**
   * What a foreign key points to.
   *
   * @param columns empty for the primary key
   * @param match as declared
   */
  record Reference(
      String table,
      List<String> columns,
      String onDelete,
      String onUpdate,
      Optional<String> match,
      boolean deferred) {}
}
