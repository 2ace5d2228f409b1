package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Index;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.SortedMap;

/** Reads the indexes that are not those of a constraint. */
final class IndexInspector {
  private static final String QUESTION =
      """
      SELECT i.indexrelid, i.indrelid, n.nspname, x.relname, am.amname, i.indisunique,
             %s AS nulls_not_distinct, i.indisclustered, i.indisvalid, i.indisreplident,
             x.reloptions, s.spcname AS tablespace,
             pg_get_expr(i.indpred, i.indrelid) AS predicate,
             pn.nspname AS parent_namespace, p.relname AS parent_name
      FROM pg_index i
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_namespace n ON n.oid = x.relnamespace
      JOIN pg_class t ON t.oid = i.indrelid
      JOIN pg_am am ON am.oid = x.relam
      LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
      LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
      LEFT JOIN pg_class p ON p.oid = h.inhparent
      LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
      WHERE t.relkind IN ('r', 'p', 'm') AND x.relnamespace = :namespaces
        AND NOT EXISTS (SELECT FROM pg_constraint c
                        WHERE c.conrelid = i.indrelid AND c.conindid = i.indexrelid
                          AND c.contype IN ('p', 'u', 'x'))
      """;

  private final Look look;
  private final IndexElements elements;

  IndexInspector(Look look) {
    this.look = look;
    this.elements = new IndexElements(look);
  }

  void read() throws SQLException {
    elements.read();
    look.each(
        QUESTION.formatted(look.version().nullsNotDistinct()),
        row -> {
          // A table that an extension brings is the extension's, with all its indexes.
          var relation = look.tableOrView(row.number("indrelid"));
          if (relation.isPresent()) {
            readIndex(row, relation.get());
          }
        });
  }

  private void readIndex(Row row, ObjectId relation) throws SQLException {
    var oid = row.number("indexrelid");
    var parent = row.optional("parent_name");
    var namespace = row.optional("parent_namespace").orElse("");
    look.addUnlessExcluded(
        Address.of("pg_class", oid),
        new Index(
            ObjectId.of(ObjectKind.INDEX, row.text("nspname"), row.text("relname")),
            relation,
            row.text("amname"),
            row.flag("indisunique"),
            elements.keys(oid),
            elements.included(oid),
            row.optional("predicate"),
            parent.map(name -> ObjectId.of(ObjectKind.INDEX, namespace, name)),
            options(row, elements.statistics(oid))));
  }

  private static SortedMap<String, String> options(Row row, OptionSet statistics)
      throws SQLException {
    return statistics
        .flag(PostgresOptions.NULLS_NOT_DISTINCT, row.flag("nulls_not_distinct"))
        .flag(PostgresOptions.CLUSTERED, row.flag("indisclustered"))
        .flag(PostgresOptions.INVALID, !row.flag("indisvalid"))
        .flag(PostgresOptions.REPLICA_IDENTITY, row.flag("indisreplident"))
        .value(PostgresOptions.TABLESPACE, row.optional("tablespace"))
        .parameters(row.texts("reloptions"))
        .all();
  }
}
