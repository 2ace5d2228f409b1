package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/**
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-DEFAULT
 */
final class DefaultRenderer implements KindRenderer<Default> {
  private final Surroundings surroundings;

  DefaultRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<String> create(Default value, List<SchemaObject> parts) {
    return List.of(set(value.column(), Optional.of(value.expression())));
  }

  @Override
  public List<String> drop(Default value) {
    return List.of(set(value.column(), Optional.empty()));
  }

  @Override
  public List<String> alter(Pair<Default> value) {
    return create(value.to(), List.of());
  }

  /**
   * What makes the default of a column, which came with the same column of a parent, that which it
   * is to be.
   */
  List<String> afterInheriting(Column column) {
    var to = surroundings.schemas().to();
    var wanted = Surroundings.defaultOf(to, column.id());
    var inherited =
        Surroundings.inheritedFrom(to, column.table(), column.id().name())
            .flatMap(parent -> Surroundings.defaultOf(to, parent.id()));
    return wanted.equals(inherited) || column.generated().isPresent()
        ? List.of()
        : List.of(set(column.id(), wanted));
  }

  private String set(ObjectId column, Optional<String> expression) {
    var table = new ObjectId(ObjectKind.TABLE, column.qualifier());
    var sql = alterOnly(table).words("ALTER COLUMN").name(column.name());
    return expression
        .map(text -> sql.words("SET DEFAULT").words(text))
        .orElseGet(() -> sql.words("DROP DEFAULT"))
        .sql();
  }

  /** Without ONLY a parent's default would become that of its children, which have their own. */
  private SqlBuilder alterOnly(ObjectId table) {
    return sql("ALTER TABLE").words(surroundings.hasChildren(table) ? "ONLY" : "").name(table);
  }
}
