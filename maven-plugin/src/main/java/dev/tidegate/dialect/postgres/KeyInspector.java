package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;

/** Reads primary keys and unique constraints, with the index that each of them is. */
final class KeyInspector {
  private static final String QUESTION =
      """
      SELECT c.oid, c.conrelid, c.conindid, c.contype, c.conname, c.condeferrable, c.condeferred,
             %s AS period, %s AS nulls_not_distinct,
             i.indisclustered, i.indisvalid, i.indisreplident, x.reloptions,
             s.spcname AS tablespace, pn.nspname AS parent_namespace, p.relname AS parent_name,
             pt.relname AS parent_table, pc.contype AS parent_type,
             ARRAY(SELECT a.attname::text
                   FROM unnest(c.conkey) WITH ORDINALITY k (number, place)
                   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
                   ORDER BY k.place) AS columns,
             ARRAY(SELECT a.attname::text
                   FROM unnest(i.indkey) WITH ORDINALITY k (number, place)
                   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
                   WHERE k.place > i.indnkeyatts
                   ORDER BY k.place) AS included
      FROM pg_constraint c
      JOIN pg_index i ON i.indexrelid = c.conindid
      JOIN pg_class x ON x.oid = c.conindid
      LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
      LEFT JOIN pg_inherits h ON h.inhrelid = c.conindid
      LEFT JOIN pg_class p ON p.oid = h.inhparent
      LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
      LEFT JOIN pg_constraint pc ON pc.conindid = h.inhparent AND pc.contype IN ('p', 'u')
      LEFT JOIN pg_class pt ON pt.oid = pc.conrelid
      WHERE c.contype IN ('p', 'u') AND c.connamespace = :namespaces
      """;

  private final Look look;

  KeyInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    var version = look.version();
    look.each(
        QUESTION.formatted(version.period(), version.nullsNotDistinct()),
        row -> {
          var table = look.table(row.number("conrelid"));
          if (table.isPresent()) {
            readKey(row, table.get());
          }
        });
  }

  private void readKey(Row row, ObjectId table) throws SQLException {
    var kind = kind(row.letter("contype"));
    var name = row.text("conname");
    var key =
        new Key(
            table.member(kind, name),
            table,
            Optional.of(name),
            row.texts("columns"),
            row.texts("included"),
            partOf(row),
            options(row));
    look.add(Address.of("pg_constraint", row.number("oid")), key);
    look.addresses().addPart(Address.of("pg_class", row.number("conindid")), key.id());
    look.addresses()
        .addSubject(
            Address.of("pg_class", row.number("conindid")),
            ObjectId.of(ObjectKind.INDEX, table.path().get(0), name));
  }

  /** A key is attached to one of its own kind, or to an index that is not that of a constraint. */
  private static Optional<ObjectId> partOf(Row row) throws SQLException {
    var name = row.optional("parent_name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var namespace = row.text("parent_namespace");
    var table = row.optional("parent_table");
    return Optional.of(
        table.isEmpty()
            ? ObjectId.of(ObjectKind.INDEX, namespace, name.get())
            : ObjectId.of(kind(row.letter("parent_type")), namespace, table.get(), name.get()));
  }

  private static ObjectKind kind(char type) {
    return type == 'p' ? ObjectKind.PRIMARY_KEY : ObjectKind.UNIQUE;
  }

  private static SortedMap<String, String> options(Row row) throws SQLException {
    return new OptionSet()
        .flag(PostgresOptions.DEFERRABLE, row.flag("condeferrable"))
        .flag(PostgresOptions.INITIALLY_DEFERRED, row.flag("condeferred"))
        .flag(PostgresOptions.NULLS_NOT_DISTINCT, row.flag("nulls_not_distinct"))
        .flag(PostgresOptions.PERIOD, row.flag("period"))
        .flag(PostgresOptions.CLUSTERED, row.flag("indisclustered"))
        .flag(PostgresOptions.INVALID, !row.flag("indisvalid"))
        .flag(PostgresOptions.REPLICA_IDENTITY, row.flag("indisreplident"))
        .value(PostgresOptions.TABLESPACE, row.optional("tablespace"))
        .parameters(row.texts("reloptions"))
        .all();
  }
}
