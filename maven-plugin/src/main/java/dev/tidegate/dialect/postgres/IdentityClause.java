package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.literal;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.quote;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import java.util.Optional;

/**
 * How a column is made an identity column, and how that changes.
 * https://www.postgresql.org/docs/current/ddl-identity-columns.html
 */
final class IdentityClause {
  private IdentityClause() {}

  /** GENERATED … AS IDENTITY with what is not the default of the type. */
  static String of(Column.Identity identity, String type) {
    var sql =
        sql("GENERATED").words(identity.always() ? "ALWAYS" : "BY DEFAULT").words("AS IDENTITY");
    SequenceRenderer.options(
            new Pair<>(
                SequenceRenderer.unsaid(type, identity.increment()),
                SequenceRenderer.Counting.of(identity)),
            "")
        .ifPresent(options -> sql.words("(" + options + ")"));
    return sql.sql();
  }

  /** What follows ALTER COLUMN to add or change the identity; empty where nothing is to do. */
  static Optional<String> change(Pair<Column> column) {
    var from = column.from().identity();
    var to = column.to().identity();
    if (to.isEmpty() || from.equals(to)) {
      return Optional.empty();
    }
    if (from.isEmpty()) {
      return Optional.of("ADD " + of(to.get(), column.to().type()));
    }
    var sql = sql("");
    if (from.get().always() != to.get().always()) {
      sql.words("SET GENERATED").words(to.get().always() ? "ALWAYS" : "BY DEFAULT");
    }
    var counting =
        new Pair<>(
            narrows(column) ? SequenceRenderer.Counting.of(from.get()) : retyped(column),
            SequenceRenderer.Counting.of(to.get()));
    SequenceRenderer.options(counting, "SET ").ifPresent(sql::words);
    if (SequenceRenderer.restarts(counting)) {
      sql.words("RESTART");
    }
    return Optional.of(sql.sql()).filter(text -> !text.isEmpty());
  }

  /** Whether the column stays and is an identity column no more. */
  static boolean goes(Pair<Column> column) {
    return column.from().identity().isPresent() && column.to().identity().isEmpty();
  }

  /** Whether the identity must be changed before the type, since its bounds do not fit that. */
  static boolean narrows(Pair<Column> column) {
    var maximum = column.map(it -> it.identity().map(Column.Identity::maximum).orElse(0L));
    return column.from().identity().isPresent()
        && column.to().identity().isPresent()
        && !column.from().type().equals(column.to().type())
        && maximum.to() < maximum.from();
  }

  /**
   * A new identity or sequence would count from its start again and collide with the rows that are
   * there, if some have come to the start.
   */
  static String continueCounting(ObjectId column, SequenceRenderer.Counting counting) {
    var table = sql("").qualified(column.qualifier());
    var up = counting.increment() > 0;
    var furthest = (up ? "max(" : "min(") + quote(column.name()) + ")";
    return sql("SELECT pg_catalog.setval(" + sequenceOf(column) + ", " + furthest + ")")
        .words("FROM")
        .words(table)
        .words("HAVING " + furthest + (up ? " >= " : " <= ") + counting.start())
        .sql();
  }

  /** Where another sequence has counted for the column before, this one goes on from there. */
  static String continueFrom(ObjectId before, String sequence, SequenceRenderer.Counting counting) {
    var position = counting.increment() > 0 ? "greatest(last_value, " : "least(last_value, ";
    var end = counting.increment() > 0 ? counting.minimum() : counting.maximum();
    return sql("SELECT pg_catalog.setval(" + sequence + ", " + position + end + "), is_called)")
        .words("FROM")
        .name(before)
        .sql();
  }

  /** What a column counts with, whatever its name. */
  static String sequenceOf(ObjectId column) {
    var table = literal(sql("").qualified(column.qualifier()));
    return "pg_catalog.pg_get_serial_sequence(" + table + ", " + literal(column.name()) + ")";
  }

  /** The old identity after the type has changed: bounds that were those of the type follow it. */
  private static SequenceRenderer.Counting retyped(Pair<Column> column) {
    var from = column.from().identity().map(SequenceRenderer.Counting::of).orElseThrow();
    var bounds = column.map(it -> SequenceRenderer.unsaid(it.type(), from.increment()));
    return new SequenceRenderer.Counting(
        from.start(),
        from.increment(),
        from.minimum() == bounds.from().minimum() ? bounds.to().minimum() : from.minimum(),
        from.maximum() == bounds.from().maximum() ? bounds.to().maximum() : from.maximum(),
        from.cache(),
        from.cycles());
  }
}
