package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.CheckConstraint;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads the check constraints of tables. */
final class CheckInspector {
  private static final String QUESTION =
      """
      SELECT c.oid, c.conrelid, c.conname, c.conislocal, c.connoinherit, c.convalidated,
             %s AS enforced, pg_get_expr(c.conbin, c.conrelid) AS expression,
             ARRAY(SELECT a.attname::text
                   FROM unnest(c.conkey) WITH ORDINALITY k (number, place)
                   JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
                   ORDER BY k.place) AS columns
      FROM pg_constraint c
      WHERE c.contype = 'c' AND c.conrelid <> 0 AND c.connamespace = :namespaces
      """;

  private final Look look;
  private final Map<Long, List<InheritanceInspector.Parent>> parents;

  CheckInspector(Look look, Map<Long, List<InheritanceInspector.Parent>> parents) {
    this.look = look;
    this.parents = parents;
  }

  void read() throws SQLException {
    look.each(
        QUESTION.formatted(look.version().enforced()),
        row -> {
          var table = look.table(row.number("conrelid"));
          if (table.isPresent()) {
            readCheck(row, table.get());
          }
        });
  }

  private void readCheck(Row row, ObjectId table) throws SQLException {
    var name = row.text("conname");
    var inherited = !row.flag("conislocal");
    var check =
        new CheckConstraint(
            table.member(ObjectKind.CHECK, name),
            table,
            Optional.of(name),
            row.texts("columns"),
            row.text("expression"),
            inherited,
            options(row));
    look.add(Address.of("pg_constraint", row.number("oid")), check);
    if (inherited) {
      for (var parent : parents.getOrDefault(row.number("conrelid"), List.of())) {
        look.depend(check.id(), parent.id().member(ObjectKind.CHECK, name));
      }
    }
  }

  private static SortedMap<String, String> options(Row row) throws SQLException {
    var enforced = row.flag("enforced");
    return new OptionSet()
        .flag(PostgresOptions.NO_INHERIT, row.flag("connoinherit"))
        .flag(PostgresOptions.NOT_VALID, enforced && !row.flag("convalidated"))
        .flag(PostgresOptions.NOT_ENFORCED, !enforced)
        .all();
  }
}
