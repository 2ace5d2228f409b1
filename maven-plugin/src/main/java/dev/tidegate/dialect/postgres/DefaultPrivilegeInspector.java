package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what ALTER DEFAULT PRIVILEGES has changed. A row for the whole database stands in the place
 * of what the server gives by itself, one for a name space is added to it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-default-acl.html">pg_default_acl
 *     </a>
 */
final class DefaultPrivilegeInspector {
  private static final String QUESTION =
      """
      SELECT pg_get_userbyid(d.defaclrole) AS role, current_user AS me,
             d.defaclnamespace, d.defaclobjtype, d.defaclacl::text[] AS acl,
             CASE WHEN d.defaclnamespace = 0
                  THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END,
                                  d.defaclrole)::text[] END AS given
      FROM pg_default_acl d
      """;

  /** As ALTER DEFAULT PRIVILEGES names the kinds. */
  private static final Map<Character, String> TYPES =
      Map.of(
          'r',
          "TABLES",
          'S',
          "SEQUENCES",
          'f',
          "FUNCTIONS",
          'T',
          "TYPES",
          'n',
          "SCHEMAS",
          'L',
          "LARGE OBJECTS");

  private final Look look;
  private final List<Definition> found = new ArrayList<>();

  DefaultPrivilegeInspector(Look look) {
    this.look = look;
  }

  /** Adds them, or keeps them where privileges are not compared, and says which they are. */
  List<Definition> read() throws SQLException {
    look.each(QUESTION, this::readRow);
    for (var definition : found) {
      if (look.scope().privileges()) {
        look.add(definition);
      } else {
        look.keep(definition, Set.of());
      }
    }
    return List.copyOf(found);
  }

  private void readRow(Row row) throws SQLException {
    var in = row.number("defaclnamespace");
    var namespace = look.addresses().owner(Address.of("pg_namespace", in));
    if (in == 0 ? !look.scope().namespaces().isEmpty() : namespace.isEmpty()) {
      return;
    }
    var names = new RoleNames(row.text("role"), row.text("me"));
    var type = TYPES.getOrDefault(row.letter("defaclobjtype"), "");
    var changed =
        AccessControlList.parse(row.texts("acl"), names::of)
            .beyond(AccessControlList.parse(row.texts("given"), names::of));
    changed.forEach(
        (grant, levels) ->
            found.add(
                new Definition(
                    ObjectId.of(
                        ObjectKind.DEFAULT_PRIVILEGE,
                        names.owner(),
                        namespace.map(ObjectId::name).orElse(""),
                        type,
                        grant.grantee()),
                    namespace,
                    levels)));
  }
}
