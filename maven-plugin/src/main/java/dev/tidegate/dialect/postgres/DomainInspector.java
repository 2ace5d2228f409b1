package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Domain;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads domains with their constraints. */
final class DomainInspector {
  // A not-null constraint has a row of its own from PostgreSQL 17 on; typnotnull says the same.
  private static final String CHECKS =
      """
      SELECT c.oid, c.contypid, c.conname, c.contype, c.convalidated,
             pg_get_expr(c.conbin, 0) AS expression
      FROM pg_constraint c
      WHERE c.contypid <> 0 AND c.connamespace = :namespaces
      ORDER BY c.conname
      """;

  private static final String DOMAINS =
      """
      SELECT t.oid, n.nspname, t.typname, t.typnotnull,
             format_type(t.typbasetype, t.typtypmod) AS type,
             CASE WHEN t.typcollation <> base.typcollation
                  THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
             END AS collation,
             COALESCE(pg_get_expr(t.typdefaultbin, 0), t.typdefault) AS default_value
      FROM pg_type t
      JOIN pg_namespace n ON n.oid = t.typnamespace
      JOIN pg_type base ON base.oid = t.typbasetype
      LEFT JOIN pg_collation co ON co.oid = t.typcollation
      LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
      WHERE t.typtype = 'd' AND t.typnamespace = :namespaces
      """;

  private final Look look;
  private final Map<Long, List<Domain.Check>> checks = new HashMap<>();
  private final Map<Long, Map<Address, String>> constraints = new HashMap<>();

  DomainInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(CHECKS, this::readConstraint);
    look.each(DOMAINS + " AND " + Look.ownObject("pg_type", "t.oid"), this::readDomain);
  }

  private void readConstraint(Row row) throws SQLException {
    var domain = row.number("contypid");
    constraints
        .computeIfAbsent(domain, key -> new HashMap<>())
        .put(Address.of("pg_constraint", row.number("oid")), row.text("conname"));
    if (row.letter("contype") == 'c') {
      checks
          .computeIfAbsent(domain, key -> new ArrayList<>())
          .add(
              new Domain.Check(
                  row.text("conname"), row.text("expression"), row.flag("convalidated")));
    }
  }

  private void readDomain(Row row) throws SQLException {
    var oid = row.number("oid");
    var domain =
        new Domain(
            ObjectId.of(ObjectKind.DOMAIN, row.text("nspname"), row.text("typname")),
            row.text("type"),
            row.optional("collation"),
            row.optional("default_value"),
            row.flag("typnotnull"),
            checks.getOrDefault(oid, List.of()));
    if (look.addUnlessExcluded(Address.of("pg_type", oid), domain)) {
      constraints
          .getOrDefault(oid, Map.of())
          .forEach((at, name) -> addConstraint(at, name, domain));
    }
  }

  /** The name of a not-null constraint is the server's to choose, so only that can be written. */
  private void addConstraint(Address address, String name, Domain domain) {
    look.addresses().addPart(address, domain.id());
    var isCheck = domain.checks().stream().anyMatch(check -> check.name().equals(name));
    if (isCheck || name.equals(domain.id().name() + "_not_null")) {
      look.addresses().addSubject(address, DomainRenderer.constraint(domain.id(), name));
    }
  }
}
