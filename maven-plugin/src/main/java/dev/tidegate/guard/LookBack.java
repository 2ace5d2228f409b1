package dev.tidegate.guard;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.NamesBack;
import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A look at a scratch database in which everything has the name that it had before the first
 * pending migration, which is the name that it has in the live database.
 */
public final class LookBack {
  private LookBack() {}

  /**
   * Renames, looks and takes the renames back. Empty where the names cannot be given back.
   *
   * @param start the names to give
   * @param now what the database holds
   */
  public static Optional<Schema> at(
      Connection connection, Dialect dialect, StateLook start, StateLook now) throws SQLException {
    var moves =
        NamesBack.of(
            start.identities(),
            now.identities(),
            id ->
                now.schema()
                    .find(id)
                    .map(Column.class::cast)
                    .filter(Column::inherited)
                    .isPresent());
    if (moves.isEmpty() || moves.get().isEmpty()) {
      return moves.map(none -> now.schema());
    }
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      for (var move : moves.get()) {
        statement.execute(dialect.live().renaming(move.id(), move.name()));
      }
      return Optional.of(dialect.inspector().inspect(connection, Scope.all()));
    } catch (SQLException e) {
      // An object that refuses its old name; what is compared by identity is known all the same.
      return Optional.empty();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Turns names of the start into those of another moment, wherever an identity tells them. */
  static final class Names {
    private final Map<List<String>, List<String>> changed = new HashMap<>();

    Names(StateLook start, StateLook then) {
      var byIdentity = new HashMap<String, ObjectId>();
      then.identities().forEach((id, identity) -> byIdentity.put(identity, id));
      start
          .identities()
          .forEach(
              (id, identity) -> {
                var now = byIdentity.get(identity);
                if (now != null && !now.equals(id)) {
                  changed.put(id.path(), now.path());
                }
              });
    }

    /** The object's name then; what was in the way of another name gets its own back. */
    ObjectId of(ObjectId id) {
      var path = new ArrayList<String>();
      for (var part : id.path()) {
        path.add(
            part.startsWith(NamesBack.SPARE) ? part.substring(NamesBack.SPARE.length()) : part);
      }
      for (var length = path.size(); length > 0; length--) {
        var now = changed.get(id.path().subList(0, length));
        if (now != null) {
          var all = new ArrayList<>(now);
          all.addAll(path.subList(length, path.size()));
          return new ObjectId(id.kind(), all);
        }
      }
      return new ObjectId(id.kind(), path);
    }
  }
}
