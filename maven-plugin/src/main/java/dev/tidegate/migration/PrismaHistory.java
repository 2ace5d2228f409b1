package dev.tidegate.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Prisma says it has applied, in its table {@code _prisma_migrations}.
 *
 * @param rows in the order of their starts
 */
public record PrismaHistory(List<Row> rows) {
  /** The name of the table, in the schema that Prisma's URL names. */
  public static final String TABLE = "_prisma_migrations";

  private static final int CHECKSUM_LENGTH = 64;

  public PrismaHistory {
    rows = List.copyOf(rows);
  }

  /**
   * One attempt at a migration.
   *
   * @param name of the migration's folder
   * @param checksum SHA-256 of the script in hexadecimal
   * @param started when, as the database says it
   * @param finished whether it came to its end
   * @param rolledBack whether somebody declared it rolled back
   */
  public record Row(
      String name, String checksum, String started, boolean finished, boolean rolledBack) {

    /**
     * Whether this is the script that was applied. Line ends do not count, since git changes them;
     * old versions of Prisma left leading zeros of bytes out:
     * https://github.com/prisma/prisma-engines/issues/1887.
     */
    public boolean isOf(String content) {
      var lines = content.replace("\r\n", "\n");
      return Stream.of(content, lines, lines.replace("\n", "\r\n"))
          .map(Row::sha256)
          .anyMatch(
              digest ->
                  checksum.length() == CHECKSUM_LENGTH
                      ? checksum.equalsIgnoreCase(HexFormat.of().formatHex(digest))
                      : checksum.equals(unpadded(digest)));
    }

    private static byte[] sha256(String content) {
      try {
        return MessageDigest.getInstance("SHA-256")
            .digest(content.getBytes(StandardCharsets.ISO_8859_1));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // every Java has it
      }
    }

    private static String unpadded(byte[] digest) {
      var text = new StringBuilder();
      for (var value : digest) {
        text.append(Integer.toHexString(value & 0xff));
      }
      return text.toString();
    }
  }

  /**
   * Reads the table.
   *
   * @param table its name as SQL has it
   */
  public static PrismaHistory read(Connection connection, String table) throws SQLException {
    var sql =
        "SELECT migration_name, checksum, started_at, finished_at IS NOT NULL,"
            + " rolled_back_at IS NOT NULL FROM "
            + table
            + " ORDER BY started_at, migration_name";
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var rows = new ArrayList<Row>();
      while (row.next()) {
        rows.add(
            new Row(
                row.getString(1),
                row.getString(2),
                time(row.getString(3)),
                row.getBoolean(4),
                row.getBoolean(5)));
      }
      return new PrismaHistory(rows);
    }
  }

  /** On SQLite Prisma keeps milliseconds. */
  private static String time(String value) {
    return value.matches("[0-9]{1,18}")
        ? Instant.ofEpochMilli(Long.parseLong(value)).toString()
        : value;
  }

  /** The attempts that hold: each migration once. */
  public List<Row> applied() {
    var seen = new HashSet<String>();
    return rows.stream()
        .filter(row -> row.finished() && !row.rolledBack())
        .filter(row -> seen.add(row.name()))
        .toList();
  }

  /** The attempts of which nobody knows what they left. */
  public List<Row> failed() {
    return rows.stream().filter(row -> !row.finished() && !row.rolledBack()).toList();
  }
}
