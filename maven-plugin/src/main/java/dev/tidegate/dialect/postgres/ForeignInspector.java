package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;

/** Reads foreign data wrappers, servers and user mappings. */
final class ForeignInspector {
  private static final String WRAPPERS =
      """
      SELECT w.oid, w.fdwname, w.fdwoptions,
             NULLIF(w.fdwhandler, 0)::regproc::text AS handler,
             NULLIF(w.fdwvalidator, 0)::regproc::text AS validator
      FROM pg_foreign_data_wrapper w
      WHERE\
      """;

  private static final String SERVERS =
      """
      SELECT s.oid, s.srvname, w.fdwname, s.srvtype, s.srvversion, s.srvoptions
      FROM pg_foreign_server s
      JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
      WHERE\
      """;

  // Only this view can be read by everybody. It shows no options to those whom they do not concern:
  // https://www.postgresql.org/docs/current/view-pg-user-mappings.html
  private static final String MAPPINGS =
      """
      SELECT m.umid, m.srvid, m.srvname, m.usename, m.umoptions,
             (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
               OR m.usename = current_user
               OR (m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE')) AS shown
      FROM pg_user_mappings m
      JOIN pg_foreign_server s ON s.oid = m.srvid
      WHERE\
      """;

  private final Look look;

  ForeignInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    if (look.wholeDatabase()) {
      look.each(
          WRAPPERS + " " + Look.ownObject("pg_foreign_data_wrapper", "w.oid"), this::readWrapper);
      look.each(SERVERS + " " + Look.ownObject("pg_foreign_server", "s.oid"), this::readServer);
      look.each(MAPPINGS + " " + Look.ownObject("pg_user_mapping", "m.umid"), this::readMapping);
    }
  }

  private void readWrapper(Row row) throws SQLException {
    var attributes =
        new OptionSet()
            .value(ForeignDataWrapperRenderer.HANDLER, row.optional("handler"))
            .value(ForeignDataWrapperRenderer.VALIDATOR, row.optional("validator"));
    look.addUnlessExcluded(
        Address.of("pg_foreign_data_wrapper", row.number("oid")),
        definition(
            ObjectId.of(ObjectKind.FOREIGN_DATA_WRAPPER, row.text("fdwname")),
            ForeignOptions.add(attributes, row.texts("fdwoptions")).all()));
  }

  private void readServer(Row row) throws SQLException {
    var attributes =
        new OptionSet()
            .value(ServerRenderer.WRAPPER, row.optional("fdwname"))
            .value(ServerRenderer.TYPE, row.optional("srvtype"))
            .value(ServerRenderer.VERSION, row.optional("srvversion"));
    look.addUnlessExcluded(
        Address.of("pg_foreign_server", row.number("oid")),
        definition(
            ObjectId.of(ObjectKind.FOREIGN_SERVER, row.text("srvname")),
            ForeignOptions.add(attributes, row.texts("srvoptions")).all()));
  }

  private void readMapping(Row row) throws SQLException {
    var server = row.text("srvname");
    var id = ObjectId.of(ObjectKind.USER_MAPPING, server, row.text("usename"));
    if (!row.flag("shown")) {
      look.addUnmodelled("options of " + id + ", which only its user and a superuser see");
    }
    var attributes = ForeignOptions.add(new OptionSet(), row.texts("umoptions")).all();
    look.addUnlessExcluded(
        Address.of("pg_user_mapping", row.number("umid")), definition(id, attributes));
  }

  private static Definition definition(ObjectId id, SortedMap<String, String> attributes) {
    return new Definition(id, Optional.empty(), attributes);
  }
}
