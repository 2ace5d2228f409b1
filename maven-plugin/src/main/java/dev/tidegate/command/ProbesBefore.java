package dev.tidegate.command;

import dev.tidegate.dialect.LiveDatabase;
import dev.tidegate.diff.Rename;
import dev.tidegate.plan.Hazard;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Parts;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says probes in the names that tables and columns have before a plan renames them, since that is
 * when they are asked. Everything else in a probe may keep the new names: each table that was
 * renamed, or has a column that was, is read through a query that gives it the new ones.
 */
final class ProbesBefore {
  private final LiveDatabase names;
  private final List<Rename> renames;
  private final Map<String, String> sources = new LinkedHashMap<>();

  /**
   * For these renames.
   *
   * @param renames in their order, each under the name that the object had at its turn
   * @param renamed the schema after them
   */
  ProbesBefore(LiveDatabase names, List<Rename> renames, Schema renamed) {
    this.names = names;
    this.renames = renames;
    if (!renames.isEmpty()) {
      var parts = new Parts(renamed);
      renamed
          .all(Table.class)
          .forEach(table -> note(table.id(), parts.of(table.id(), Column.class)));
    }
  }

  /** The statements with their probes in the old names. */
  List<Statement> of(List<Statement> statements) {
    if (sources.isEmpty()) {
      return statements;
    }
    return statements.stream()
        .map(
            statement ->
                new Statement(
                    statement.sql(),
                    statement.object(),
                    statement.hazards().stream().map(this::of).toList(),
                    statement.stage(),
                    statement.cost()))
        .toList();
  }

  private Hazard of(Hazard hazard) {
    return hazard.probe().map(this::inOldNames).map(hazard::probedBy).orElse(hazard);
  }

  /** In one go: what was put in has the old names, which may be new names of others. */
  private String inOldNames(String probe) {
    return Pattern.compile(
            sources.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")))
        .matcher(probe)
        .replaceAll(found -> Matcher.quoteReplacement(sources.getOrDefault(found.group(), "")));
  }

  private void note(ObjectId table, List<Column> columns) {
    var changed = !before(table).equals(table);
    var selected = new ArrayList<String>();
    for (var column : columns) {
      var before = before(column.id());
      changed |= !before.equals(column.id());
      selected.add("o." + quoted(before) + " AS " + quoted(column.id()));
    }
    if (changed && !selected.isEmpty()) {
      for (var from : List.of("FROM ", "FROM ONLY ")) {
        sources.put(
            from + qualified(table) + " AS ",
            selected.stream()
                .collect(
                    Collectors.joining(
                        ", ",
                        "FROM (SELECT ",
                        " " + from + qualified(before(table)) + " AS o) AS ")));
      }
    }
  }

  private ObjectId before(ObjectId id) {
    var path = new ArrayList<>(id.path());
    for (var i = renames.size() - 1; i >= 0; i--) {
      var rename = renames.get(i);
      var after = rename.renamed().path();
      var place = after.size() - 1;
      if (isPartOf(id, rename) && path.size() > place && path.subList(0, place + 1).equals(after)) {
        path.set(place, rename.id().path().get(place));
      }
    }
    return new ObjectId(id.kind(), path);
  }

  /** Names of other kinds may be the same. */
  private static boolean isPartOf(ObjectId id, Rename rename) {
    return rename.id().kind() == ObjectKind.NAMESPACE
        || rename.id().kind() == ObjectKind.TABLE
        || (rename.ofColumn() && id.kind() == ObjectKind.COLUMN);
  }

  private String qualified(ObjectId table) {
    var namespace =
        table.path().size() > 1 ? Optional.of(table.path().get(0)) : Optional.<String>empty();
    return names.qualified(namespace, table.name());
  }

  private String quoted(ObjectId column) {
    return names.qualified(Optional.empty(), column.name());
  }
}
