package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads security labels. Those on the database and on roles are no part of a schema. */
final class SecurityLabelInspector {
  // https://www.postgresql.org/docs/current/catalog-pg-seclabel.html
  private static final String QUESTION =
      """
      SELECT l.classoid::regclass::text AS catalogue, l.objoid, l.objsubid, l.provider, l.label
      FROM pg_seclabel l
      """;

  private final Look look;

  SecurityLabelInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION,
        row -> {
          var address =
              new Address(row.text("catalogue"), row.number("objoid"), row.count("objsubid"));
          var subject = look.addresses().subject(address);
          var whole = look.addresses().owner(address);
          if (subject.isPresent() && whole.isPresent()) {
            var attributes = new TreeMap<String, String>();
            attributes.put(SecurityLabelRenderer.LABEL, row.text("label"));
            var path = Privileges.path(List.of(row.text("provider")), subject.get());
            look.add(
                new Definition(
                    new ObjectId(ObjectKind.SECURITY_LABEL, path),
                    Optional.of(whole.get()),
                    attributes));
          }
        });
  }
}
