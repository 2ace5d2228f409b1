package dev.tidegate.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A system catalogue whose rows are objects with an oid, and how one finds out where they stand.
 *
 * @param name of the catalogue
 * @param namespace SQL for the oid of the name space that an object stands in; 0 for none
 * @param wholeClass the catalogue of what it is a part of; empty for what stands on its own
 * @param whole SQL for the oid of what it is a part of; 0 for none
 * @param from the catalogue under the alias {@code x} with what has to be joined
 * @param condition SQL that holds for each of its objects
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System catalogues</a>
 */
record CatalogueClass(
    String name, String namespace, String wholeClass, String whole, String from, String condition) {
  private static final String NONE = "0";

  // An index stands on its table, a partition on its parent, a sequence may have an owner.
  private static final String RELATIONS =
      """
      pg_class x
      LEFT JOIN pg_index i ON i.indexrelid = x.oid
      LEFT JOIN pg_inherits h ON h.inhrelid = x.oid AND x.relispartition
      LEFT JOIN pg_depend s ON x.relkind = 'S' AND s.classid = 'pg_class'::regclass
           AND s.objid = x.oid AND s.objsubid = 0 AND s.refclassid = 'pg_class'::regclass
           AND s.deptype = 'a'
      """;

  /**
   * Catalogues with an oid whose rows are no objects of a database's schema: what all databases of
   * a server share, and large objects, which are data. Default privileges are privileges, which are
   * compared by their own parameter.
   */
  static final Set<String> NO_SCHEMA =
      Set.of(
          "pg_authid",
          "pg_auth_members",
          "pg_database",
          "pg_default_acl",
          "pg_largeobject_metadata",
          "pg_parameter_acl",
          "pg_tablespace");

  /** Catalogues whose rows have an oid and are a value of a type that the model holds whole. */
  static final Set<String> VALUES = Set.of("pg_enum");

  /** Every catalogue of objects of a server of this version. */
  static List<CatalogueClass> all(ServerVersion version) {
    var all = new ArrayList<>(inNamespaces());
    all.addAll(parts());
    all.addAll(ofDatabase());
    if (version.major() >= 15) {
      all.add(part("pg_publication_namespace", "pg_publication", "x.pnpubid"));
    }
    return List.copyOf(all);
  }

  /** Objects of all these catalogues that users made, parts of others and extensions' left out. */
  static String question(List<CatalogueClass> classes) {
    var branches = new StringJoiner("\nUNION ALL\n");
    classes.forEach(it -> branches.add(it.branch()));
    // 'e' is a member of an extension, 'i' was made along with another object and goes with it.
    // https://www.postgresql.org/docs/current/catalog-pg-depend.html
    return """
        SELECT o.catalogue, o.oid, o.namespace, o.whole_catalogue, o.whole
        FROM (%s) o
        WHERE NOT EXISTS (SELECT FROM pg_depend d
                          WHERE d.classid = o.class AND d.objid = o.oid AND d.objsubid = 0
                            AND d.deptype IN ('e', 'i'))
        """
        .formatted(branches);
  }

  private String branch() {
    return """
        SELECT '%s' AS catalogue, '%s'::regclass::oid AS class, x.oid, %s AS namespace,
               '%s' AS whole_catalogue, %s AS whole
        FROM %s WHERE x.oid >= 16384 AND %s"""
        .formatted(name, name, namespace, wholeClass, whole, from, condition);
  }

  private CatalogueClass where(String narrower) {
    return new CatalogueClass(name, namespace, wholeClass, whole, from, narrower);
  }

  private static List<CatalogueClass> inNamespaces() {
    return List.of(
        new CatalogueClass(
            "pg_class",
            "x.relnamespace",
            "pg_class",
            "COALESCE(i.indrelid, h.inhparent, s.refobjid, 0)",
            RELATIONS,
            "x.relkind <> 't'"),
        named("pg_type", "typnamespace"),
        named("pg_proc", "pronamespace"),
        named("pg_operator", "oprnamespace"),
        named("pg_opclass", "opcnamespace"),
        named("pg_opfamily", "opfnamespace"),
        named("pg_collation", "collnamespace"),
        named("pg_conversion", "connamespace"),
        named("pg_ts_config", "cfgnamespace"),
        named("pg_ts_dict", "dictnamespace"),
        named("pg_ts_parser", "prsnamespace"),
        named("pg_ts_template", "tmplnamespace"),
        new CatalogueClass(
            "pg_statistic_ext",
            "x.stxnamespace",
            "pg_class",
            "x.stxrelid",
            "pg_statistic_ext x",
            "true"));
  }

  private static List<CatalogueClass> parts() {
    return List.of(
        part("pg_attrdef", "pg_class", "x.adrelid"),
        part("pg_constraint", "pg_class", "x.conrelid").where("x.conrelid <> 0"),
        part("pg_constraint", "pg_type", "x.contypid").where("x.contypid <> 0"),
        part("pg_rewrite", "pg_class", "x.ev_class"),
        // The copy that a partition has of its parent's trigger is the parent's.
        part("pg_trigger", "pg_class", "x.tgrelid").where("x.tgparentid = 0"),
        part("pg_policy", "pg_class", "x.polrelid"),
        part("pg_publication_rel", "pg_publication", "x.prpubid"),
        part("pg_amop", "pg_opfamily", "x.amopfamily"),
        part("pg_amproc", "pg_opfamily", "x.amprocfamily"),
        new CatalogueClass(
            "pg_user_mapping",
            NONE,
            "pg_foreign_server",
            "x.srvid",
            "(SELECT umid AS oid, srvid FROM pg_user_mappings) x",
            "true"));
  }

  private static List<CatalogueClass> ofDatabase() {
    return List.of(
        // Those of temporary objects come and go with sessions.
        alone("pg_namespace").where("x.nspname !~ '^pg_(temp|toast)'"),
        // Every database is created with plpgsql, but a restored one has it with another oid.
        alone("pg_extension").where("x.extname <> 'plpgsql'"),
        alone("pg_language"),
        alone("pg_am"),
        alone("pg_cast"),
        alone("pg_transform"),
        alone("pg_event_trigger"),
        alone("pg_foreign_data_wrapper"),
        alone("pg_foreign_server"),
        alone("pg_publication"),
        alone("pg_subscription")
            .where("x.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())"));
  }

  private static CatalogueClass named(String name, String namespace) {
    return new CatalogueClass(name, "x." + namespace, "", NONE, name + " x", "true");
  }

  private static CatalogueClass part(String name, String wholeClass, String whole) {
    return new CatalogueClass(name, NONE, wholeClass, whole, name + " x", "true");
  }

  private static CatalogueClass alone(String name) {
    return new CatalogueClass(name, NONE, "", NONE, name + " x", "true");
  }
}
