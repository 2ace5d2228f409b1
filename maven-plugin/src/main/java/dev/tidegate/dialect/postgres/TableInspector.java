package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads tables: plain, partitioned, partitions and foreign ones. */
final class TableInspector {
  private static final String QUESTION =
      """
      SELECT c.oid, c.reltype, n.nspname, c.relname, c.relpersistence, c.relispartition,
             c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
             CASE WHEN c.relkind <> 'f' THEN c.relreplident END AS relreplident,
             ARRAY(SELECT 'toast.' || o FROM unnest(toast.reloptions) o) AS toast_options,
             CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
             pg_get_expr(c.relpartbound, c.oid) AS bound,
             CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
             s.spcname AS tablespace, server.srvname, f.ftoptions,
             NULLIF(am.amname, 'heap') AS access_method
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
      LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
      LEFT JOIN pg_am am ON am.oid = c.relam
      LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid
      LEFT JOIN pg_foreign_server server ON server.oid = f.ftserver
      WHERE c.relkind IN ('r', 'p', 'f') AND c.relnamespace = :namespaces
      """;

  private final Look look;
  private final Map<Long, List<InheritanceInspector.Parent>> parents;

  TableInspector(Look look, Map<Long, List<InheritanceInspector.Parent>> parents) {
    this.look = look;
    this.parents = parents;
  }

  void read() throws SQLException {
    look.each(QUESTION + " AND " + Look.ownObject("pg_class", "c.oid"), this::readTable);
  }

  private void readTable(Row row) throws SQLException {
    var oid = row.number("oid");
    var id = ObjectId.of(ObjectKind.TABLE, row.text("nspname"), row.text("relname"));
    var above = parents.getOrDefault(oid, List.of());
    var isPartition = row.flag("relispartition") && !above.isEmpty();
    if (look.scope().excludes(id) || (isPartition && partOfExcluded(above.get(0)))) {
      return;
    }
    var bound = row.optional("bound").orElse("");
    look.add(
        Address.of("pg_class", oid),
        new Table(
            id,
            row.optional("partition_key"),
            isPartition
                ? Optional.of(new Table.Partition(above.get(0).id(), bound))
                : Optional.empty(),
            isPartition ? List.of() : above.stream().map(InheritanceInspector.Parent::id).toList(),
            options(row)));
    look.addresses().addPart(Address.of("pg_type", row.number("reltype")), id);
    above.forEach(parent -> look.depend(id, parent.id()));
  }

  private boolean partOfExcluded(InheritanceInspector.Parent parent) {
    return look.scope().excludes(parent.id())
        || parents.getOrDefault(parent.oid(), List.of()).stream().anyMatch(this::partOfExcluded);
  }

  private static SortedMap<String, String> options(Row row) throws SQLException {
    return ForeignOptions.add(new OptionSet(), row.texts("ftoptions"))
        .value(PostgresOptions.SERVER, row.optional("srvname"))
        .flag(PostgresOptions.UNLOGGED, row.letter("relpersistence") == 'u')
        .flag(PostgresOptions.ROW_SECURITY, row.flag("relrowsecurity"))
        .flag(PostgresOptions.FORCE_ROW_SECURITY, row.flag("relforcerowsecurity"))
        .value(PostgresOptions.REPLICA_IDENTITY, replicaIdentity(row.letter("relreplident")))
        .value(PostgresOptions.TABLESPACE, row.optional("tablespace"))
        .value(PostgresOptions.ACCESS_METHOD, row.optional("access_method"))
        .value(PostgresOptions.OF_TYPE, row.optional("of_type"))
        .parameters(row.texts("reloptions"))
        .parameters(row.texts("toast_options"))
        .all();
  }

  private static Optional<String> replicaIdentity(char letter) {
    return switch (letter) {
      case 'f' -> Optional.of("full");
      case 'n' -> Optional.of("nothing");
      default -> Optional.empty();
    };
  }
}
