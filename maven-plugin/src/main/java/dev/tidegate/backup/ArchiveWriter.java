package dev.tidegate.backup;

import dev.tidegate.backup.Declaration.Ddl;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Writes tables of PostgreSQL into one file: a zip of {@code manifest.json}, {@code schema.sql} and
 * a file of {@code COPY} for each table.
 */
final class ArchiveWriter {
  /** Where a sequence stands is not part of a snapshot; a table's own go with it. */
  private static final String SEQUENCES =
      """
      SELECT s.schemaname, s.sequencename, coalesce(s.last_value, s.start_value),
        s.last_value IS NOT NULL
      FROM pg_sequences s
      WHERE ? OR EXISTS (
        SELECT 1 FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
          AND d.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass
          AND d.deptype IN ('a', 'i') AND d.refobjid::bigint = ANY (?))
      ORDER BY 1, 2""";

  private final Snapshot snapshot;
  private final Declaration declaration;

  ArchiveWriter(Snapshot snapshot, Declaration declaration) {
    this.snapshot = snapshot;
    this.declaration = declaration;
  }

  /** Writes all of it; the file is there and empty. */
  Manifest write(Path file, String database, Instant on, List<HeldTable> tables, boolean everything)
      throws IOException, SQLException {
    var ids =
        everything
            ? List.<ObjectId>of()
            : tables.stream()
                .map(it -> ObjectId.of(ObjectKind.TABLE, it.schema(), it.name()))
                .toList();
    var statements = new ArrayList<>(HistoryTable.ddl(tables));
    statements.addAll(declaration.of(snapshot.connection(), ids));
    // names within values (regclass) are said in full
    snapshot.execute("SET LOCAL search_path = pg_catalog");
    try (var zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      zip.setLevel(Deflater.BEST_SPEED);
      var entries = new ArrayList<Manifest.Entry>();
      for (var table : tables) {
        entries.add(rows(zip, table, entries.size() + 1));
      }
      var server = snapshot.server();
      var manifest =
          new Manifest(
              database,
              server.version(),
              server.major(),
              on,
              everything,
              entries,
              sequences(tables, everything),
              statements);
      text(zip, "schema.sql", sql(statements));
      text(zip, Manifest.NAME, manifest.json());
      return manifest;
    }
  }

  private Manifest.Entry rows(ZipOutputStream zip, HeldTable table, int number)
      throws IOException, SQLException {
    if (table.partitioned()) {
      return new Manifest.Entry(table, "", true, 0, "");
    }
    var binary = table.binary();
    var name = "rows/%04d.%s".formatted(number, binary ? "bin" : "txt").toLowerCase(Locale.ROOT);
    zip.putNextEntry(new ZipEntry(name));
    var digest = Digests.sha256();
    var rows = copy(table, binary, new DigestOutputStream(new Open(zip), digest));
    zip.closeEntry();
    return new Manifest.Entry(table, name, binary, rows, Digests.text(digest));
  }

  /** Rows of the table alone: those of partitions and heirs are held with them. */
  private long copy(HeldTable table, boolean binary, OutputStream out)
      throws IOException, SQLException {
    var sql =
        "COPY (SELECT %s FROM ONLY %s) TO STDOUT%s"
            .formatted(table.columnList(), table.sql(), binary ? " (FORMAT binary)" : "");
    return snapshot.connection().unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
  }

  private List<Manifest.Counter> sequences(List<HeldTable> tables, boolean everything)
      throws SQLException {
    var found = new ArrayList<Manifest.Counter>();
    var connection = snapshot.connection();
    try (var statement = connection.prepareStatement(SEQUENCES)) {
      var ids = tables.stream().filter(HeldTable::whole).map(HeldTable::id).toArray();
      statement.setBoolean(1, everything);
      statement.setArray(2, connection.createArrayOf("int8", ids));
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Manifest.Counter(
                  row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)));
        }
      }
    }
    return found;
  }

  private static String sql(List<Ddl> statements) {
    return statements.stream().map(it -> it.sql() + ";\n").collect(Collectors.joining("\n"));
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** The entry of a zip, which whoever writes into it must not close. */
  private static final class Open extends java.io.FilterOutputStream {
    Open(OutputStream zip) {
      super(zip);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() {}
  }
}
