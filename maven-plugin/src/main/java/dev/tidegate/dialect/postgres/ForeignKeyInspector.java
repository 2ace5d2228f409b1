package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ForeignKey;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;

/** Reads foreign keys. */
final class ForeignKeyInspector {
  // A key that refers to a partitioned table has one more row for each partition of that table,
  // with the key itself as its parent: they are how the server enforces it and no keys of their
  // own.
  // https://www.postgresql.org/docs/current/catalog-pg-constraint.html
  private static final String QUESTION =
      """
      SELECT c.oid, c.conrelid, c.conname, c.confupdtype, c.confdeltype, c.confmatchtype,
             c.condeferrable, c.condeferred, c.convalidated, c.conparentid,
             %s AS enforced, %s AS period,
             c.conparentid <> 0
               AND (above.conrelid = c.conrelid OR above.confrelid <> c.confrelid) AS internal,
             n.nspname AS referenced_namespace, r.relname AS referenced_table,
             ARRAY(SELECT a.attname::text
                   FROM unnest(c.conkey) WITH ORDINALITY k (number, place)
                   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
                   ORDER BY k.place) AS columns,
             ARRAY(SELECT a.attname::text
                   FROM unnest(c.confkey) WITH ORDINALITY k (number, place)
                   JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number
                   ORDER BY k.place) AS referenced_columns,
             ARRAY(SELECT a.attname::text
                   FROM unnest(%s) WITH ORDINALITY k (number, place)
                   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
                   ORDER BY k.place) AS set_columns
      FROM pg_constraint c
      JOIN pg_class r ON r.oid = c.confrelid
      JOIN pg_namespace n ON n.oid = r.relnamespace
      LEFT JOIN pg_constraint above ON above.oid = c.conparentid
      WHERE c.contype = 'f' AND c.connamespace = :namespaces
      ORDER BY c.oid
      """;

  private final Look look;

  ForeignKeyInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    var version = look.version();
    look.each(
        QUESTION.formatted(version.enforced(), version.period(), version.deleteSetColumns()),
        row -> {
          var table = look.table(row.number("conrelid"));
          if (table.isPresent()) {
            readForeignKey(row, table.get());
          }
        });
  }

  private void readForeignKey(Row row, ObjectId table) throws SQLException {
    if (row.flag("internal")) {
      return;
    }
    var name = row.text("conname");
    var key =
        new ForeignKey(
            table.member(ObjectKind.FOREIGN_KEY, name),
            table,
            Optional.of(name),
            row.texts("columns"),
            ObjectId.of(
                ObjectKind.TABLE, row.text("referenced_namespace"), row.text("referenced_table")),
            row.texts("referenced_columns"),
            action(row.letter("confdeltype")),
            action(row.letter("confupdtype")),
            row.texts("set_columns"),
            row.number("conparentid") != 0,
            options(row));
    look.add(Address.of("pg_constraint", row.number("oid")), key);
  }

  private static String action(char letter) {
    return switch (letter) {
      case 'r' -> "RESTRICT";
      case 'c' -> "CASCADE";
      case 'n' -> "SET NULL";
      case 'd' -> "SET DEFAULT";
      default -> "NO ACTION";
    };
  }

  private static SortedMap<String, String> options(Row row) throws SQLException {
    var enforced = row.flag("enforced");
    var full = row.letter("confmatchtype") == 'f';
    return new OptionSet()
        .flag(PostgresOptions.DEFERRABLE, row.flag("condeferrable"))
        .flag(PostgresOptions.INITIALLY_DEFERRED, row.flag("condeferred"))
        .flag(PostgresOptions.NOT_VALID, enforced && !row.flag("convalidated"))
        .flag(PostgresOptions.NOT_ENFORCED, !enforced)
        .flag(PostgresOptions.PERIOD, row.flag("period"))
        .value(PostgresOptions.MATCH, full ? Optional.of("FULL") : Optional.empty())
        .all();
  }
}
