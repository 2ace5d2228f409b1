package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads transforms: how a language sees the values of a type. */
final class TransformInspector {
  private static final String QUESTION =
      """
      SELECT t.oid, format_type(t.trftype, NULL) AS type, l.lanname,
             NULLIF(t.trffromsql, 0)::regprocedure::text AS from_sql,
             NULLIF(t.trftosql, 0)::regprocedure::text AS to_sql
      FROM pg_transform t
      JOIN pg_language l ON l.oid = t.trflang
      WHERE\
      """;

  private final Look look;

  TransformInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    if (look.wholeDatabase()) {
      look.each(QUESTION + " " + Look.ownObject("pg_transform", "t.oid"), this::readTransform);
    }
  }

  private void readTransform(Row row) throws SQLException {
    var attributes =
        new OptionSet()
            .value(TransformRenderer.FROM_SQL, row.optional("from_sql"))
            .value(TransformRenderer.TO_SQL, row.optional("to_sql"))
            .all();
    var id = ObjectId.of(ObjectKind.TRANSFORM, row.text("type"), row.text("lanname"));
    look.addUnlessExcluded(
        Address.of("pg_transform", row.number("oid")),
        new Definition(id, Optional.empty(), attributes));
  }
}
