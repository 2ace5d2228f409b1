package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads the columns of tables. */
final class ColumnInspector {
  // From PostgreSQL 18 on, NOT NULL is a constraint with a name; before, the join finds none.
  private static final String QUESTION =
      """
      SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type,
             CASE WHEN a.attcollation <> t.typcollation
                  THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
             END AS collation,
             a.attnotnull, a.attidentity, a.attgenerated, a.attislocal,
             CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS generation,
             CASE WHEN a.attstorage <> t.typstorage THEN
                  CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                                    WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
             END AS storage,
             CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
             NULLIF(a.attstattarget, -1) AS statistics,
             a.attoptions, a.attfdwoptions,
             nn.oid AS not_null,
             CASE WHEN nn.conislocal THEN nn.conname END AS not_null_name,
             nn.connoinherit AS not_null_no_inherit,
             NOT nn.convalidated AS not_null_not_valid
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      LEFT JOIN pg_constraint nn ON nn.conrelid = a.attrelid AND nn.contype = 'n'
           AND nn.conkey[1] = a.attnum
      LEFT JOIN pg_collation co ON co.oid = a.attcollation
      LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
      WHERE c.relkind IN ('r', 'p', 'f') AND c.relnamespace = :namespaces
      ORDER BY a.attrelid, a.attnum
      """;

  private static final String NOT_NULL_SUFFIX = "_not_null";
  private static final int LONGEST_NAME = 63;

  private final Look look;
  private final Map<Long, List<InheritanceInspector.Parent>> parents;
  private final Map<Address, Column.Identity> identities;
  private long currentTable;
  private int position;

  ColumnInspector(
      Look look,
      Map<Long, List<InheritanceInspector.Parent>> parents,
      Map<Address, Column.Identity> identities) {
    this.look = look;
    this.parents = parents;
    this.identities = identities;
  }

  void read() throws SQLException {
    look.each(
        QUESTION,
        row -> {
          var table = look.table(row.number("attrelid"));
          if (table.isPresent()) {
            readColumn(row, table.get());
          }
        });
  }

  private void readColumn(Row row, ObjectId table) throws SQLException {
    var relation = row.number("attrelid");
    var address = Address.ofColumn(relation, row.count("attnum"));
    // Numbers have gaps where columns were dropped; positions have none.
    position = relation == currentTable ? position + 1 : 1;
    currentTable = relation;
    var inherited = !row.flag("attislocal");
    var column =
        new Column(
            table.member(ObjectKind.COLUMN, row.text("attname")),
            table,
            position,
            row.text("type"),
            row.optional("collation"),
            row.flag("attnotnull"),
            identity(row, address),
            generated(row),
            inherited,
            options(row, table));
    look.add(address, column);
    if (row.number("not_null") != 0) {
      look.addresses().addPart(Address.of("pg_constraint", row.number("not_null")), column.id());
    }
    if (inherited) {
      for (var parent : parents.getOrDefault(relation, List.of())) {
        look.depend(column.id(), parent.id().member(ObjectKind.COLUMN, column.id().name()));
      }
    }
  }

  private Optional<Column.Identity> identity(Row row, Address address) throws SQLException {
    var always = row.letter("attidentity") == 'a';
    return Optional.ofNullable(identities.get(address))
        .map(
            counts ->
                new Column.Identity(
                    always,
                    counts.start(),
                    counts.increment(),
                    counts.minimum(),
                    counts.maximum(),
                    counts.cache(),
                    counts.cycles()));
  }

  private static Optional<Column.Generated> generated(Row row) throws SQLException {
    var stored = row.letter("attgenerated") == 's';
    return row.optional("generation").map(expression -> new Column.Generated(expression, stored));
  }

  private static SortedMap<String, String> options(Row row, ObjectId table) throws SQLException {
    var usual = table.name() + "_" + row.text("attname") + NOT_NULL_SUFFIX;
    return ForeignOptions.add(new OptionSet(), row.texts("attfdwoptions"))
        .value(PostgresOptions.STORAGE, row.optional("storage"))
        .value(PostgresOptions.COMPRESSION, row.optional("compression"))
        .value(PostgresOptions.STATISTICS, row.optional("statistics"))
        .value(
            PostgresOptions.NOT_NULL_NAME,
            row.optional("not_null_name").filter(name -> !name.equals(usual) && !isShortened(name)))
        .flag(PostgresOptions.NOT_NULL_NO_INHERIT, row.flag("not_null_no_inherit"))
        .flag(PostgresOptions.NOT_NULL_NOT_VALID, row.flag("not_null_not_valid"))
        .parameters(row.texts("attoptions"))
        .all();
  }

  /** Whether the server made this name from others that are too long for it. */
  private static boolean isShortened(String name) {
    return name.length() == LONGEST_NAME && name.endsWith(NOT_NULL_SUFFIX);
  }
}
