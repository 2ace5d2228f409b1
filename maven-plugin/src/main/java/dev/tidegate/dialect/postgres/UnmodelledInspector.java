package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Lists what users made and no record stands for, so that it is reported and not overlooked. */
final class UnmodelledInspector {
  // One branch a catalogue: the object, its name space (0 when it stands in none) and the table
  // that
  // it stands in (0 when in none). https://www.postgresql.org/docs/current/catalogs.html
  private static final String OBJECTS =
      """
      SELECT 'pg_class'::regclass AS catalogue, oid, relnamespace AS namespace, 0::oid AS relation
        FROM pg_class WHERE relkind = 'f'
      UNION ALL
      SELECT 'pg_type'::regclass, t.oid, t.typnamespace, 0
        FROM pg_type t WHERE t.typtype IN ('b', 'r', 'p')
         AND NOT EXISTS (SELECT FROM pg_type element WHERE element.typarray = t.oid)
      UNION ALL SELECT 'pg_operator'::regclass, oid, oprnamespace, 0 FROM pg_operator
      UNION ALL SELECT 'pg_opclass'::regclass, oid, opcnamespace, 0 FROM pg_opclass
      UNION ALL SELECT 'pg_opfamily'::regclass, oid, opfnamespace, 0 FROM pg_opfamily
      UNION ALL SELECT 'pg_cast'::regclass, oid, 0, 0 FROM pg_cast
      UNION ALL SELECT 'pg_collation'::regclass, oid, collnamespace, 0 FROM pg_collation
      UNION ALL SELECT 'pg_conversion'::regclass, oid, connamespace, 0 FROM pg_conversion
      UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgnamespace, 0 FROM pg_ts_config
      UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictnamespace, 0 FROM pg_ts_dict
      UNION ALL SELECT 'pg_ts_parser'::regclass, oid, prsnamespace, 0 FROM pg_ts_parser
      UNION ALL SELECT 'pg_ts_template'::regclass, oid, tmplnamespace, 0 FROM pg_ts_template
      UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, stxnamespace, stxrelid
        FROM pg_statistic_ext
      UNION ALL
      SELECT 'pg_policy'::regclass, p.oid, c.relnamespace, p.polrelid
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      UNION ALL
      SELECT 'pg_attrdef'::regclass, d.oid, c.relnamespace, d.adrelid
        FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid WHERE c.relkind = 'v'
      UNION ALL SELECT 'pg_event_trigger'::regclass, oid, 0, 0 FROM pg_event_trigger
      UNION ALL SELECT 'pg_publication'::regclass, oid, 0, 0 FROM pg_publication
      UNION ALL
      SELECT 'pg_subscription'::regclass, oid, 0, 0 FROM pg_subscription
       WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      UNION ALL
      SELECT 'pg_foreign_data_wrapper'::regclass, oid, 0, 0 FROM pg_foreign_data_wrapper
      UNION ALL SELECT 'pg_foreign_server'::regclass, oid, 0, 0 FROM pg_foreign_server
      UNION ALL SELECT 'pg_user_mapping'::regclass, umid, 0, 0 FROM pg_user_mappings
      UNION ALL SELECT 'pg_language'::regclass, oid, 0, 0 FROM pg_language
      UNION ALL SELECT 'pg_transform'::regclass, oid, 0, 0 FROM pg_transform
      UNION ALL SELECT 'pg_default_acl'::regclass, oid, defaclnamespace, 0 FROM pg_default_acl
      UNION ALL SELECT 'pg_am'::regclass, oid, 0, 0 FROM pg_am
      """;

  // Left out is what belongs to an extension ('e') or was made along with another object ('i').
  private static final String QUESTION =
      """
      SELECT x.namespace, x.relation, o.schema, o.name, o.type || ' ' || o.identity AS words
      FROM (%s) x
      CROSS JOIN LATERAL pg_identify_object(x.catalogue, x.oid, 0) o
      WHERE x.oid >= 16384
        AND (x.namespace = 0 OR x.namespace = :namespaces)
        AND NOT EXISTS (SELECT FROM pg_depend member
                        WHERE member.classid = x.catalogue AND member.objid = x.oid
                          AND member.deptype IN ('e', 'i'))
      """;

  private static final String SECURITY_LABELS =
      """
      SELECT l.classoid::regclass::text AS catalogue, l.objoid, l.objsubid,
             'security label of ' || l.provider || ' on ' || o.type || ' ' || o.identity AS words
      FROM pg_seclabel l
      CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, l.objsubid) o
      """;

  private final Look look;

  UnmodelledInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION.formatted(OBJECTS),
        row -> {
          if (isInScope(row)) {
            look.addUnmodelled(row.text("words"));
          }
        });
    look.each(
        SECURITY_LABELS,
        row -> {
          var labelled =
              new Address(row.text("catalogue"), row.number("objoid"), row.count("objsubid"));
          if (look.addresses().owner(labelled).isPresent()) {
            look.addUnmodelled(row.text("words"));
          }
        });
  }

  private boolean isInScope(Row row) throws SQLException {
    var scope = look.scope();
    if (row.number("relation") != 0) {
      return look.tableOrView(row.number("relation")).isPresent();
    }
    if (row.number("namespace") == 0) {
      return scope.namespaces().isEmpty();
    }
    return !scope.excludes(nameOf(row));
  }

  // As the scope's patterns see it; the kind plays no part in that.
  private static ObjectId nameOf(Row row) throws SQLException {
    var name = row.optional("name").orElse(row.text("words"));
    var namespace = row.optional("schema");
    return namespace.isPresent()
        ? ObjectId.of(ObjectKind.COMPOSITE_TYPE, namespace.get(), name)
        : ObjectId.of(ObjectKind.COMPOSITE_TYPE, name);
  }
}
