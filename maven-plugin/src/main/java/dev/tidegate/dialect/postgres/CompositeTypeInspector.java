package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.CompositeType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads row types that are not those of a table. */
final class CompositeTypeInspector {
  private static final String ATTRIBUTES =
      """
      SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type,
             CASE WHEN a.attcollation <> t.typcollation
                  THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
             END AS collation
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_collation co ON co.oid = a.attcollation
      LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
      WHERE c.relkind = 'c' AND c.relnamespace = :namespaces
      ORDER BY a.attrelid, a.attnum
      """;

  private static final String TYPES =
      """
      SELECT t.oid, t.typrelid, n.nspname, t.typname
      FROM pg_type t
      JOIN pg_namespace n ON n.oid = t.typnamespace
      JOIN pg_class c ON c.oid = t.typrelid
      WHERE c.relkind = 'c' AND t.typnamespace = :namespaces
      """;

  private record Numbered(int number, CompositeType.Attribute attribute) {}

  private final Look look;
  private final Map<Long, List<Numbered>> attributes = new HashMap<>();

  CompositeTypeInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        ATTRIBUTES,
        row ->
            attributes
                .computeIfAbsent(row.number("attrelid"), key -> new ArrayList<>())
                .add(
                    new Numbered(
                        row.count("attnum"),
                        new CompositeType.Attribute(
                            row.text("attname"), row.text("type"), row.optional("collation")))));
    look.each(TYPES + " AND " + Look.ownObject("pg_type", "t.oid"), this::readType);
  }

  private void readType(Row row) throws SQLException {
    var relation = row.number("typrelid");
    var own = attributes.getOrDefault(relation, List.of());
    var type =
        new CompositeType(
            ObjectId.of(ObjectKind.COMPOSITE_TYPE, row.text("nspname"), row.text("typname")),
            own.stream().map(Numbered::attribute).toList());
    if (look.addUnlessExcluded(Address.of("pg_type", row.number("oid")), type)) {
      look.addresses().addPart(Address.of("pg_class", relation), type.id());
      for (var each : own) {
        look.addresses()
            .addSubject(
                Address.ofColumn(relation, each.number()),
                type.id().member(ObjectKind.COLUMN, each.attribute().name()));
      }
    }
  }
}
