package dev.tidegate.backup;

import dev.tidegate.backup.Placement.How;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the rows of an archive to where they were placed. */
final class RestoreRows {
  private final Connection connection;
  private final ArchiveFile archive;
  private final List<Restored.Table> tables = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  RestoreRows(Connection connection, ArchiveFile archive) {
    this.connection = connection;
    this.archive = archive;
  }

  Restored done() {
    return new Restored(tables, statements, notes);
  }

  void restore(Placement placement) throws SQLException, IOException {
    var table = placement.table();
    if (!placement.entry().hasFile()) {
      return;
    }
    switch (placement.how()) {
      case KEEP -> said(placement, "left as it is", 0);
      case CREATE -> said(placement, "made anew", load(placement));
      case FILL -> said(placement, "filled", load(placement));
      case REPLACE -> {
        execute("DELETE FROM ONLY " + table.sql());
        said(placement, "replaced", load(placement));
      }
      case UPSERT -> {
        stage(placement);
        said(placement, "rows brought back by key", execute(upsert(placement)));
      }
      case COMPLETE, OVERWRITE -> {
        stage(placement);
        said(placement, "values put back by key", execute(update(placement)));
        unplaced(placement);
      }
      case BESIDE -> beside(placement);
    }
  }

  private void said(Placement placement, String outcome, long rows) {
    tables.add(new Restored.Table(placement.table().display(), outcome, rows));
  }

  private long load(Placement placement) throws SQLException, IOException {
    var entry = placement.entry();
    if (placement.table().columns().isEmpty()) {
      return 0; // a table without columns has no rows that COPY could take
    }
    var sql =
        "COPY %s (%s) FROM STDIN%s"
            .formatted(
                placement.goal(),
                placement.table().columnList(),
                entry.binary() ? " (FORMAT binary)" : "");
    try (var rows = archive.rows(entry)) {
      return Restore.load(connection, sql, rows);
    }
  }

  private void stage(Placement placement) throws SQLException, IOException {
    execute(
        "CREATE TEMPORARY TABLE %s (%s) ON COMMIT DROP"
            .formatted(placement.goal(), columns(placement)));
    load(placement);
  }

  private static String columns(Placement placement) {
    return placement.table().columns().stream()
        .map(column -> Names.quoted(column.name()) + " " + column.type())
        .collect(Collectors.joining(", "));
  }

  private static String upsert(Placement placement) {
    var table = placement.table();
    var set =
        table.values().stream()
            .map(name -> "%1$s = excluded.%1$s".formatted(Names.quoted(name)))
            .collect(Collectors.joining(", "));
    return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s ON CONFLICT (%s) %s"
        .formatted(
            table.sql(),
            table.columnList(),
            table.columnList(),
            placement.goal(),
            Names.list(table.key()),
            set.isEmpty() ? "DO NOTHING" : "DO UPDATE SET " + set);
  }

  /** Values that are there stay, unless they are to be overwritten. */
  private static String update(Placement placement) {
    var values = placement.table().values();
    var over = placement.how() == How.OVERWRITE;
    var set = over ? "%1$s = r.%1$s" : "%1$s = coalesce(t.%1$s, r.%1$s)";
    // as text, since not every type knows equality
    var changed =
        over
            ? "t.%1$s::text IS DISTINCT FROM r.%1$s::text"
            : "t.%1$s IS NULL AND r.%1$s IS NOT NULL";
    return "UPDATE ONLY %s t SET %s FROM %s r WHERE %s AND (%s)"
        .formatted(
            placement.table().sql(),
            each(values, set, ", "),
            placement.goal(),
            keys(placement.table()),
            each(values, changed, " OR "));
  }

  /** Says which values of the archive have no row any more, and which rows have other values. */
  private void unplaced(Placement placement) throws SQLException {
    var table = placement.table();
    var gone =
        number(
            "SELECT count(*) FROM %s r WHERE NOT EXISTS (SELECT 1 FROM ONLY %s t WHERE %s)"
                .formatted(placement.goal(), table.sql(), keys(table)));
    if (gone > 0) {
      notes.add(
          "%,d rows of %s are no more; their values stay in the archive"
              .formatted(gone, table.display()));
    }
    var other =
        number(
            "SELECT count(*) FROM %s r JOIN ONLY %s t ON %s WHERE %s"
                .formatted(
                    placement.goal(),
                    table.sql(),
                    keys(table),
                    each(table.values(), "t.%1$s::text IS DISTINCT FROM r.%1$s::text", " OR ")));
    if (other > 0) {
      notes.add(
          "%,d rows of %s have other values than the archive and kept them;"
                  .formatted(other, table.display())
              + " -Dtidegate.mode=upsert writes the archive's over them");
    }
  }

  /** The table is another one now: rows go beside it, with the SQL that puts them back. */
  private void beside(Placement placement) throws SQLException, IOException {
    var table = placement.table();
    execute("CREATE TABLE %s (%s)".formatted(placement.goal(), columns(placement)));
    said(placement, "put into " + placement.beside(), load(placement));
    if (placement.there().isEmpty() || table.key().isEmpty()) {
      notes.add(
          "%s holds what the backup has of %s, which %s"
              .formatted(
                  placement.beside(),
                  table.display(),
                  placement.there().isEmpty()
                      ? "is not there"
                      : "has no primary key that tells where values belong"));
      return;
    }
    var known = placement.there().get().names();
    var lost = new ArrayList<String>();
    for (var column : placement.lost()) {
      lost.add(column.name());
      statements.add(
          known.contains(column.name())
              ? "ALTER TABLE %s ALTER COLUMN %s TYPE %s"
                  .formatted(table.sql(), Names.quoted(column.name()), column.type())
              : "ALTER TABLE %s ADD COLUMN %s %s"
                  .formatted(table.sql(), Names.quoted(column.name()), column.type()));
    }
    statements.add(
        "UPDATE %s t SET %s FROM %s r WHERE %s"
            .formatted(
                table.sql(), each(lost, "%1$s = r.%1$s", ", "), placement.goal(), keys(table)));
    statements.add("DROP TABLE " + placement.goal());
  }

  private static String keys(HeldTable table) {
    return each(table.key(), "t.%1$s = r.%1$s", " AND ");
  }

  private static String each(Collection<String> names, String pattern, String between) {
    return names.stream()
        .map(name -> pattern.formatted(Names.quoted(name)))
        .collect(Collectors.joining(between));
  }

  private long number(String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private long execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }
}
