package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Reads enumerated types. */
final class EnumInspector {
  private static final String QUESTION =
      """
      SELECT t.oid, n.nspname, t.typname,
             ARRAY(SELECT e.enumlabel::text FROM pg_enum e
                   WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
      FROM pg_type t
      JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND t.typnamespace = :namespaces
      """;

  private final Look look;

  EnumInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_type", "t.oid"),
        row ->
            look.addUnlessExcluded(
                Address.of("pg_type", row.number("oid")),
                new EnumType(
                    ObjectId.of(ObjectKind.ENUM, row.text("nspname"), row.text("typname")),
                    row.texts("labels"))));
  }
}
