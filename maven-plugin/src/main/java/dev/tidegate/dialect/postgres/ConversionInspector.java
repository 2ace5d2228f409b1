package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads conversions between encodings. */
final class ConversionInspector {
  private static final String QUESTION =
      """
      SELECT c.oid, n.nspname, c.conname,
             pg_encoding_to_char(c.conforencoding) AS from_encoding,
             pg_encoding_to_char(c.contoencoding) AS to_encoding,
             c.conproc::regproc::text AS function,
             CASE WHEN c.condefault THEN 'true' END AS is_default
      FROM pg_conversion c
      JOIN pg_namespace n ON n.oid = c.connamespace
      WHERE c.connamespace = :namespaces
      """;

  private final Look look;

  ConversionInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_conversion", "c.oid"),
        row ->
            look.addUnlessExcluded(
                Address.of("pg_conversion", row.number("oid")),
                new Definition(
                    ObjectId.of(ObjectKind.CONVERSION, row.text("nspname"), row.text("conname")),
                    Optional.empty(),
                    new OptionSet()
                        .columns(row, "from_encoding", "to_encoding", "function", "is_default")
                        .all())));
  }
}
