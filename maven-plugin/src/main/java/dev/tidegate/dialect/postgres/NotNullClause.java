package dev.tidegate.dialect.postgres;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Not-null constraints, which have a name and options since 18.
 * https://www.postgresql.org/docs/18/ddl-constraints.html#DDL-CONSTRAINTS-NOT-NULL
 */
final class NotNullClause {
  private NotNullClause() {}

  /** Whether ALTER COLUMN … SET NOT NULL says less than the column is to have. */
  static boolean needsConstraint(Column column) {
    return column.notNull()
        && (column.options().containsKey(PostgresOptions.NOT_NULL_NAME)
            || noInherit(column)
            || notValid(column));
  }

  /** The clause after ALTER TABLE. */
  static String add(Column column) {
    return PostgresIdentifiers.sql("ADD CONSTRAINT")
        .name(name(column))
        .words("NOT NULL")
        .name(column.id().name())
        .words(noInherit(column) ? "NO INHERIT" : "")
        .words(notValid(column) ? "NOT VALID" : "")
        .sql();
  }

  /** The clauses after ALTER TABLE that change one which is there and stays. */
  static List<String> changes(Pair<Column> column) {
    var from = column.from();
    var to = column.to();
    var clauses = new ArrayList<String>();
    if (!from.notNull() || !to.notNull()) {
      return clauses;
    }
    if (!name(from).equals(name(to))) {
      clauses.add(
          PostgresIdentifiers.sql("RENAME CONSTRAINT")
              .name(name(from))
              .words("TO")
              .name(name(to))
              .sql());
    }
    if (notValid(to) && !notValid(from)) {
      clauses.add(PostgresIdentifiers.sql("DROP CONSTRAINT").name(name(to)).sql());
      clauses.add(add(to));
      return clauses;
    }
    if (noInherit(from) != noInherit(to)) {
      clauses.add(
          PostgresIdentifiers.sql("ALTER CONSTRAINT")
              .name(name(to))
              .words(noInherit(to) ? "NO INHERIT" : "INHERIT")
              .sql());
    }
    if (notValid(from) && !notValid(to)) {
      clauses.add(PostgresIdentifiers.sql("VALIDATE CONSTRAINT").name(name(to)).sql());
    }
    return clauses;
  }

  /** As the server names it when nothing is said. */
  private static String name(Column column) {
    return column
        .options()
        .getOrDefault(
            PostgresOptions.NOT_NULL_NAME,
            column.table().name() + "_" + column.id().name() + "_not_null");
  }

  private static boolean noInherit(Column column) {
    return PostgresOptions.on(column.options(), PostgresOptions.NOT_NULL_NO_INHERIT);
  }

  private static boolean notValid(Column column) {
    return PostgresOptions.on(column.options(), PostgresOptions.NOT_NULL_NOT_VALID);
  }
}
