package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads publications with what they publish. */
final class PublicationInspector {
  private static final String QUESTION =
      """
      SELECT p.oid, p.pubname, p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete,
             p.pubtruncate, p.pubviaroot, %s AS generated
      FROM pg_publication p
      WHERE\
      """;

  // Columns and filters: https://www.postgresql.org/docs/current/catalog-pg-publication-rel.html
  private static final String TABLES =
      """
      SELECT r.oid, r.prpubid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
             (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
              FROM pg_attribute a
              WHERE a.attrelid = r.prrelid AND a.attnum = ANY (%s)) AS columns,
             %s AS filter
      FROM pg_publication_rel r
      JOIN pg_class c ON c.oid = r.prrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      """;

  private static final String NAMESPACES =
      """
      SELECT r.oid, r.pnpubid, n.nspname
      FROM pg_publication_namespace r
      JOIN pg_namespace n ON n.oid = r.pnnspid
      """;

  private final Look look;
  private final Map<Long, OptionSet> published = new HashMap<>();
  private final Map<Long, List<Address>> members = new HashMap<>();
  private final Map<Long, List<ObjectId>> namespaces = new HashMap<>();

  PublicationInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    if (!look.wholeDatabase()) {
      return;
    }
    var version = look.version();
    look.each(TABLES.formatted(version.publishedColumns(), version.rowFilter()), this::readTable);
    if (version.publishesNamespaces()) {
      look.each(NAMESPACES, this::readNamespace);
    }
    look.each(
        QUESTION.formatted(version.publishedGeneratedColumns())
            + " "
            + Look.ownObject("pg_publication", "p.oid"),
        this::readPublication);
  }

  private void readTable(Row row) throws SQLException {
    var publication = row.number("prpubid");
    var spec = new ArrayList<String>();
    row.optional("columns").ifPresent(columns -> spec.add("(" + columns + ")"));
    row.optional("filter").ifPresent(filter -> spec.add("WHERE (" + filter + ")"));
    var name = PublicationRenderer.TABLE + row.text("name");
    publishedBy(publication).value(name, Optional.of(String.join(" ", spec)));
    addMember(publication, Address.of("pg_publication_rel", row.number("oid")));
  }

  private void readNamespace(Row row) throws SQLException {
    var publication = row.number("pnpubid");
    var name = row.text("nspname");
    publishedBy(publication)
        .flag(PublicationRenderer.NAMESPACE + PostgresIdentifiers.quote(name), true);
    namespaces
        .computeIfAbsent(publication, key -> new ArrayList<>())
        .add(ObjectId.of(ObjectKind.NAMESPACE, name));
    addMember(publication, Address.of("pg_publication_namespace", row.number("oid")));
  }

  private OptionSet publishedBy(long publication) {
    return published.computeIfAbsent(publication, key -> new OptionSet());
  }

  private void addMember(long publication, Address member) {
    members.computeIfAbsent(publication, key -> new ArrayList<>()).add(member);
  }

  private void readPublication(Row row) throws SQLException {
    var oid = row.number("oid");
    var attributes =
        publishedBy(oid)
            .flag(PublicationRenderer.ALL_TABLES, row.flag("puballtables"))
            .value(PublicationRenderer.OPERATIONS, operations(row))
            .flag(PublicationRenderer.VIA_ROOT, row.flag("pubviaroot"))
            .value(PublicationRenderer.GENERATED, row.optional("generated"))
            .all();
    var id = ObjectId.of(ObjectKind.PUBLICATION, row.text("pubname"));
    var publication = new Definition(id, Optional.empty(), attributes);
    if (look.addUnlessExcluded(Address.of("pg_publication", oid), publication)) {
      members.getOrDefault(oid, List.of()).forEach(member -> look.addresses().addPart(member, id));
      namespaces.getOrDefault(oid, List.of()).forEach(namespace -> look.depend(id, namespace));
    }
  }

  /** Absent when all of them are published. */
  private static Optional<String> operations(Row row) throws SQLException {
    var operations = new ArrayList<String>();
    for (var operation : List.of("insert", "update", "delete", "truncate")) {
      if (row.flag("pub" + operation)) {
        operations.add(operation);
      }
    }
    return operations.size() == 4 ? Optional.empty() : Optional.of(String.join(", ", operations));
  }
}
