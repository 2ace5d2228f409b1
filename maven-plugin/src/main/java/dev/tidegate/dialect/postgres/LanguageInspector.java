package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads procedural languages that no extension brings. */
final class LanguageInspector {
  private static final String QUESTION =
      """
      SELECT l.oid, l.lanname, l.lanpltrusted,
             NULLIF(l.lanplcallfoid, 0)::regproc::text AS handler,
             NULLIF(l.laninline, 0)::regproc::text AS inline_handler,
             NULLIF(l.lanvalidator, 0)::regproc::text AS validator
      FROM pg_language l
      WHERE l.lanispl AND l.oid >= 16384 AND\
      """;

  private final Look look;

  LanguageInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    if (look.wholeDatabase()) {
      look.each(QUESTION + " " + Look.ownObject("pg_language", "l.oid"), this::readLanguage);
    }
  }

  private void readLanguage(Row row) throws SQLException {
    var attributes =
        new OptionSet()
            .flag(LanguageRenderer.TRUSTED, row.flag("lanpltrusted"))
            .value(LanguageRenderer.HANDLER, row.optional("handler"))
            .value(LanguageRenderer.INLINE, row.optional("inline_handler"))
            .value(LanguageRenderer.VALIDATOR, row.optional("validator"))
            .all();
    var id = ObjectId.of(ObjectKind.LANGUAGE, row.text("lanname"));
    look.addUnlessExcluded(
        Address.of("pg_language", row.number("oid")),
        new Definition(id, Optional.empty(), attributes));
  }
}
