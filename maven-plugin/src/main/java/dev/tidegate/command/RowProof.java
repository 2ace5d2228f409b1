package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.dialect.SampleRows;
import dev.tidegate.diff.Pair;
import dev.tidegate.diff.Rename;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The second half of a proof: rows that lie in {@code from} are there after the plan, wherever both
 * sides have the place. Tables that the plan touches and that are empty are given rows first.
 */
final class RowProof {
  private static final int BATCH = 50;
  private static final String SAVEPOINT = "tidegate_rows";

  /** Types whose values hold values of other types. */
  private static final Set<ObjectKind> STANDING_ON_TYPES =
      Set.of(ObjectKind.COMPOSITE_TYPE, ObjectKind.DOMAIN, ObjectKind.RANGE_TYPE);

  private final SampleRows samples;
  private final Pair<Schema> schemas;
  private final List<Rename> renames;
  private final Set<ObjectId> touched;
  private final List<Place> places = new ArrayList<>();
  private final TreeSet<String> notFilled = new TreeSet<>();
  private Map<ObjectId, String> before = Map.of();

  /** Columns of a table that hold the same on both sides, under both names. */
  private record Place(
      ObjectId from, List<String> columns, ObjectId to, List<String> renamedColumns) {}

  /**
   * A proof for these statements.
   *
   * @param renames under the names that {@code schemas.from} has
   * @param without tables that get no rows
   */
  RowProof(
      Dialect dialect,
      Pair<Schema> schemas,
      List<Rename> renames,
      List<Statement> statements,
      Set<ObjectId> without) {
    this.samples = dialect.samples();
    this.schemas = schemas;
    this.renames = List.copyOf(renames);
    this.touched = new TreeSet<>(new TouchedTables(schemas, renames).of(statements));
    touched.removeAll(without);
    var parts = schemas.map(Parts::new);
    var lost = lost(statements);
    for (var table : touched) {
      var to = Rename.after(table, renames);
      if (schemas.to().holds(to) && !lost.contains(to) && !lost.contains(table)) {
        places.add(place(table, to, parts));
      }
    }
  }

  /** What statements destroy aloud. */
  private static Set<ObjectId> lost(List<Statement> statements) {
    var lost = new HashSet<ObjectId>();
    for (var statement : statements) {
      for (var hazard : statement.hazards()) {
        if (hazard.type().destroysData() && hazard.object().kind() == ObjectKind.TABLE) {
          lost.add(hazard.object());
        }
      }
    }
    return lost;
  }

  private Place place(ObjectId table, ObjectId to, Pair<Parts> parts) {
    var there = new TreeMap<ObjectId, Column>();
    parts.to().of(to, Column.class).forEach(column -> there.put(column.id(), column));
    var columns = new ArrayList<String>();
    var renamed = new ArrayList<String>();
    for (var column : parts.from().of(table, Column.class)) {
      var after = there.get(Rename.after(column.id(), renames));
      if (after != null
          && column.generated().isEmpty()
          && after.generated().isEmpty()
          && samples.keepsText(column.type(), after.type())
          && !isOfChangedType(column.id())) {
        columns.add(column.id().name());
        renamed.add(after.id().name());
      }
    }
    return new Place(table, columns, to, renamed);
  }

  /** A renamed label, a new attribute: the value is kept, its text is another one. */
  private boolean isOfChangedType(ObjectId user) {
    for (var id : schemas.from().dependenciesOf(user)) {
      var same = schemas.from().find(id).equals(schemas.to().find(id));
      if (!same && id.kind() != ObjectKind.TABLE && id.kind() != ObjectKind.ENUM) {
        return true;
      }
      if (!same && renames.stream().anyMatch(it -> it.id().kind() == ObjectKind.ENUM_LABEL)) {
        return true;
      }
      if (STANDING_ON_TYPES.contains(id.kind()) && isOfChangedType(id)) {
        return true;
      }
    }
    return false;
  }

  /** Puts rows into empty tables and remembers what all of them hold. */
  void fill(Connection connection) throws SQLException {
    if (touched.isEmpty()) {
      return;
    }
    connection.setAutoCommit(false);
    var tables = samples.inserts(schemas.from(), touched);
    var counts =
        texts(
            connection, tables.stream().map(SampleRows.Insert::table).toList(), this::countedQuery);
    var empty = tables.stream().filter(it -> "0".equals(counts.get(it.table()))).toList();
    for (var i = 0; i < empty.size(); i += BATCH) {
      fill(connection, empty.subList(i, Math.min(empty.size(), i + BATCH)));
    }
    connection.commit();
    before = texts(connection, places, Place::from, it -> samples.content(it.from(), it.columns()));
    connection.commit();
    connection.setAutoCommit(true);
  }

  private String countedQuery(ObjectId table) {
    return samples.content(table, List.of());
  }

  /** All at once, which goes well mostly; else table by table. */
  private void fill(Connection connection, List<SampleRows.Insert> inserts) throws SQLException {
    var sql = new ArrayList<String>();
    for (var insert : inserts) {
      insert.attempts().stream().findFirst().ifPresent(sql::add);
    }
    if (sql.size() == inserts.size() && isAccepted(connection, String.join(";\n", sql))) {
      return;
    }
    for (var insert : inserts) {
      var done = false;
      for (var attempt : insert.attempts()) {
        if (isAccepted(connection, attempt)) {
          done = true;
          break;
        }
      }
      if (!done && touched.contains(insert.table())) {
        notFilled.add(insert.table().display());
      }
    }
  }

  private static boolean isAccepted(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SAVEPOINT " + SAVEPOINT);
      try {
        statement.executeUpdate(sql);
        statement.execute("RELEASE SAVEPOINT " + SAVEPOINT);
        return true;
      } catch (SQLException e) {
        // What no row can be made for stays empty, which the notes say.
        statement.execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
        statement.execute("RELEASE SAVEPOINT " + SAVEPOINT);
        return false;
      }
    }
  }

  /**
   * Looks for the rows.
   *
   * @throws dev.tidegate.problem.TidegateException TG-3009 if some are not there any more
   */
  void requireKept(Connection connection) throws SQLException {
    var after =
        texts(connection, places, Place::from, it -> samples.content(it.to(), it.renamedColumns()));
    for (var place : places) {
      var was = before.getOrDefault(place.from(), "");
      var is = after.getOrDefault(place.from(), "");
      if (!was.equals(is)) {
        throw CommandProblems.rowsLost(place.to(), was, is).exception();
      }
    }
  }

  /** What a reader should know of the rows. */
  List<String> notes() {
    return notFilled.isEmpty()
        ? List.of()
        : List.of(CommandProblems.withoutRows(List.copyOf(notFilled)));
  }

  private Map<ObjectId, String> texts(
      Connection connection, Collection<ObjectId> tables, Function<ObjectId, String> query)
      throws SQLException {
    return texts(connection, List.copyOf(tables), Function.identity(), query);
  }

  /** One text for each item, in a few queries. */
  private <T> Map<ObjectId, String> texts(
      Connection connection, List<T> items, Function<T, ObjectId> key, Function<T, String> query)
      throws SQLException {
    var found = new LinkedHashMap<ObjectId, String>();
    for (var from = 0; from < items.size(); from += BATCH) {
      var batch = items.subList(from, Math.min(items.size(), from + BATCH));
      var sql = new ArrayList<String>();
      for (var i = 0; i < batch.size(); i++) {
        sql.add("SELECT " + i + " AS n, (" + query.apply(batch.get(i)) + ") AS c");
      }
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(String.join("\nUNION ALL ", sql))) {
        while (rows.next()) {
          found.put(key.apply(batch.get(rows.getInt(1))), rows.getString(2));
        }
      }
    }
    return found;
  }
}
