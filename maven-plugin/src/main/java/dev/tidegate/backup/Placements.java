package dev.tidegate.backup;

import dev.tidegate.backup.HeldTable.HeldColumn;
import dev.tidegate.backup.Placement.How;
import dev.tidegate.dialect.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides for each table of an archive what becomes of it, and gathers all that is in the way. */
final class Placements {
  private final Connection connection;
  private final Restore.Mode mode;
  private final Map<String, HeldTable> there = new HashMap<>();
  private final List<String> objections = new ArrayList<>();

  Placements(Connection connection, Restore.Mode mode) throws SQLException {
    this.connection = connection;
    this.mode = mode;
    new PostgresTables(connection)
        .of(Loss.ofEverything())
        .forEach(table -> there.put(table.display(), table));
  }

  /** Whether the database has no table at all. */
  boolean isEmptyDatabase() {
    return there.isEmpty();
  }

  List<String> objections() {
    return List.copyOf(objections);
  }

  List<Placement> of(List<Manifest.Entry> entries) throws SQLException {
    var placements = new ArrayList<Placement>();
    for (var entry : entries) {
      var table = Optional.ofNullable(there.get(entry.table().display()));
      var lost = table.map(it -> lost(entry.table(), it)).orElse(List.of());
      var placement = new Placement(entry, how(entry, table, lost), table, lost);
      if (placement.how() == How.BESIDE) {
        refuseIfTaken(placement);
      }
      placements.add(placement);
    }
    return placements;
  }

  private How how(Manifest.Entry entry, Optional<HeldTable> table, List<HeldColumn> lost)
      throws SQLException {
    if (Scope.OWN_TABLES.contains(entry.table().name())) {
      return ours(entry, table);
    }
    if (table.isEmpty()) {
      return entry.table().whole() ? How.CREATE : How.BESIDE;
    }
    if (!entry.hasFile()) {
      return How.KEEP;
    }
    if (!lost.isEmpty()) {
      return How.BESIDE;
    }
    if (!entry.table().whole()) {
      return mode == Restore.Mode.INSERT ? How.COMPLETE : How.OVERWRITE;
    }
    return whole(table.get());
  }

  private How whole(HeldTable table) throws SQLException {
    if (isEmpty(table)) {
      return How.FILL;
    }
    switch (mode) {
      case INSERT -> objections.add("%s holds rows".formatted(table.display()));
      case UPSERT -> {
        if (table.key().isEmpty()) {
          objections.add(
              "%s holds rows and has no primary key, by which upsert finds them"
                  .formatted(table.display()));
        }
      }
      case REPLACE -> {
        return How.REPLACE;
      }
    }
    return How.UPSERT;
  }

  /** A label belongs to a database and not to its rows; a history that is there is that of now. */
  private static How ours(Manifest.Entry entry, Optional<HeldTable> table) {
    return table.isEmpty() && entry.table().name().equals(HistoryTable.NAME)
        ? How.CREATE
        : How.KEEP;
  }

  private void refuseIfTaken(Placement placement) {
    var name = placement.table().schema() + "." + placement.beside();
    if (there.containsKey(name)) {
      objections.add(name + ", which would take rows, is there already");
    }
  }

  private static List<HeldColumn> lost(HeldTable held, HeldTable there) {
    var types = new HashMap<String, String>();
    there.columns().forEach(column -> types.put(column.name(), column.type()));
    return held.columns().stream()
        .filter(column -> !column.type().equals(types.get(column.name())))
        .toList();
  }

  private boolean isEmpty(HeldTable table) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("SELECT NOT EXISTS (SELECT 1 FROM ONLY " + table.sql() + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
