package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;

/** Reads access methods for tables and for indexes. */
final class AccessMethodInspector {
  private static final String QUESTION =
      """
      SELECT a.oid, a.amname, a.amhandler::regproc::text AS handler,
             CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END AS type
      FROM pg_am a
      WHERE a.oid >= 16384
      """;

  private final Look look;

  AccessMethodInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    if (!look.scope().namespaces().isEmpty()) {
      return; // stands in no name space
    }
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_am", "a.oid"),
        row ->
            look.addUnlessExcluded(
                Address.of("pg_am", row.number("oid")),
                new Definition(
                    ObjectId.of(ObjectKind.ACCESS_METHOD, row.text("amname")),
                    Optional.empty(),
                    new OptionSet().columns(row, "type", "handler").all())));
  }
}
