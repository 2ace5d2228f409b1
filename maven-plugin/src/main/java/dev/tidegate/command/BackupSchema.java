package dev.tidegate.command;

import dev.tidegate.backup.Declaration;
import dev.tidegate.copy.CopyOptions;
import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.Scope;
import dev.tidegate.diff.Pair;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Says the part of a live schema in SQL that a backup needs to make its tables anew. */
record BackupSchema(Dialect dialect) implements Declaration {

  @Override
  public List<Ddl> of(Connection connection, List<ObjectId> tables) throws SQLException {
    var all = dialect.inspector().inspect(connection, Scope.all());
    var part = tables.isEmpty() ? all : selection(all, tables);
    var late = CopySchema.late(part);
    return dialect.statements(new Pair<>(Schema.empty(), part)).stream()
        .map(
            it ->
                new Ddl(
                    it.object(), table(part, it.object()), late.contains(it.object()), it.sql()))
        .toList();
  }

  /** A partition is made with all of the table that it is part of. */
  private static Schema selection(Schema schema, List<ObjectId> tables) {
    var roots = tables.stream().map(id -> root(schema, id)).distinct();
    var paths = roots.map(id -> String.join(".", id.path())).toList();
    return SchemaSelection.of(schema, CopyOptions.ofTables(paths)).schema();
  }

  private static ObjectId root(Schema schema, ObjectId id) {
    return schema
        .find(id)
        .map(Table.class::cast)
        .flatMap(Table::partition)
        .map(it -> root(schema, it.parent()))
        .orElse(id);
  }

  /** The table itself, or the one in which the object stands, however deep. */
  private static Optional<ObjectId> table(Schema schema, ObjectId id) {
    var at = Optional.of(id);
    while (at.isPresent() && at.get().kind() != ObjectKind.TABLE) {
      at = at.flatMap(schema::find).flatMap(SchemaObject::parent);
    }
    return at;
  }
}
