package dev.tidegate.dialect.sqlite;

import dev.tidegate.dialect.Token.Kind;
import dev.tidegate.dialect.Tokenizer;
import dev.tidegate.diff.Change;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether SQLite makes these changes of one table without making the table anew: it adds and drops
 * columns, within the limits of <a href="https://sqlite.org/lang_altertable.html">ALTER TABLE</a>.
 */
final class InPlace {
  private final ObjectId table;
  private final List<Change> changes;
  private final Pair<Schema> schemas;
  private final Set<ObjectId> added = new HashSet<>();
  private final Set<ObjectId> dropped = new HashSet<>();

  InPlace(ObjectId table, List<Change> changes, Pair<Schema> schemas) {
    this.table = table;
    this.changes = changes;
    this.schemas = schemas;
    for (var change : changes) {
      if (change instanceof Change.Add && change.id().kind() == ObjectKind.COLUMN) {
        added.add(change.id());
      } else if (change instanceof Change.Drop && change.id().kind() == ObjectKind.COLUMN) {
        dropped.add(change.id());
      }
    }
  }

  boolean isPossible() {
    return leavesAColumn() && changes.stream().allMatch(this::isPossible);
  }

  /** SQLite drops no column that is the last one, and a generated one does not count. */
  private boolean leavesAColumn() {
    return dropped.isEmpty()
        || schemas.from().all(Column.class).stream()
            .anyMatch(
                column ->
                    column.table().equals(table)
                        && column.generated().isEmpty()
                        && !dropped.contains(column.id()));
  }

  private boolean isPossible(Change change) {
    return change.accept(
        new Change.Visitor<>() {
          @Override
          public Boolean add(Change.Add add) {
            if (add.object() instanceof Default value) {
              return added.contains(value.column());
            }
            return add.object() instanceof Column column && canAdd(column);
          }

          /** A key, check or foreign key that used the column is a change of its own. */
          @Override
          public Boolean drop(Change.Drop drop) {
            return drop.object() instanceof Default value
                ? dropped.contains(value.column())
                : drop.object() instanceof Column;
          }

          @Override
          public Boolean modify(Change.Modify modify) {
            return false;
          }
        });
  }

  private boolean canAdd(Column column) {
    var value = schemas.to().find(new ObjectId(ObjectKind.DEFAULT, column.id().path()));
    if (column.generated().isPresent()) {
      return !column.generated().get().stored()
          && !column.notNull()
          && !namesAdded(column.generated().get().expression());
    }
    if (value.isEmpty()) {
      return !column.notNull();
    }
    return value.get() instanceof Default it && isConstant(it.expression());
  }

  /** Columns are added in the order of their names, so one cannot use the next. */
  private boolean namesAdded(String expression) {
    return Tokenizer.tokens(expression).stream()
        .anyMatch(
            token ->
                added.stream()
                    .anyMatch(
                        id ->
                            SqliteIdentifiers.fold(id.name())
                                .equals(SqliteIdentifiers.fold(token.value()))));
  }

  /** Not an expression, nor the current time: every row that is there gets the same value. */
  static boolean isConstant(String expression) {
    var tokens = Tokenizer.tokens(expression);
    var first = tokens.get(0);
    if (tokens.size() == 2) {
      return (first.isOperator("-") || first.isOperator("+"))
          && tokens.get(1).kind() == Kind.NUMBER;
    }
    return tokens.size() == 1
        && switch (first.kind()) {
          case STRING, NUMBER, BLOB -> true;
          case WORD -> first.is("TRUE") || first.is("FALSE");
          case DOUBLE_QUOTED, BRACKETED, OPERATOR -> false;
        };
  }
}
