package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads collations. The version of the library behind one is that of the machine: not read. */
final class CollationInspector {
  // One that was made for another encoding than the database's cannot be used in it.
  private static final String QUESTION =
      """
      SELECT c.oid, n.nspname, c.collname,
             CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END
               AS provider,
             CASE WHEN c.collprovider <> 'c' THEN %s
                  WHEN c.collcollate = c.collctype THEN c.collcollate::text END AS locale,
             CASE WHEN c.collprovider = 'c' AND c.collcollate <> c.collctype
                  THEN c.collcollate::text END AS lc_collate,
             CASE WHEN c.collprovider = 'c' AND c.collcollate <> c.collctype
                  THEN c.collctype::text END AS lc_ctype,
             CASE WHEN NOT c.collisdeterministic THEN 'false' END AS deterministic,
             %s AS rules
      FROM pg_collation c
      JOIN pg_namespace n ON n.oid = c.collnamespace
      WHERE c.collnamespace = :namespaces
        AND c.collencoding IN (-1, (SELECT encoding FROM pg_database
                                    WHERE datname = current_database()))
      """;

  private final Look look;

  CollationInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    var version = look.version();
    look.each(
        QUESTION.formatted(version.collationLocale(), version.collationRules())
            + " AND "
            + Look.ownObject("pg_collation", "c.oid"),
        row ->
            look.addUnlessExcluded(
                Address.of("pg_collation", row.number("oid")),
                new Definition(
                    ObjectId.of(ObjectKind.COLLATION, row.text("nspname"), row.text("collname")),
                    Optional.empty(),
                    new OptionSet().columns(row, CollationRenderer.OPTIONS).all())));
  }
}
