package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.render.SqlBuilder;
import dev.tidegate.schema.Domain;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** https://www.postgresql.org/docs/current/sql-alterdomain.html */
final class DomainRenderer implements KindRenderer<Domain> {
  private final Surroundings surroundings;

  DomainRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<String> create(Domain domain, List<SchemaObject> parts) {
    var statements = new ArrayList<String>();
    statements.add(createDomain(domain));
    domain.checks().stream()
        .filter(check -> !check.validated())
        .forEach(check -> statements.add(add(domain, check)));
    return statements;
  }

  @Override
  public List<String> drop(Domain domain) {
    return List.of(sql("DROP DOMAIN").name(domain.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Domain> domain) {
    var from = domain.from();
    var to = domain.to();
    if (TypeChanges.swaps(domain, surroundings.schemas())) {
      return new TypeSwap(surroundings).statements(to.id());
    }
    var statements = new ArrayList<String>();
    if (!from.defaultValue().equals(to.defaultValue())) {
      var action = to.defaultValue().map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT");
      statements.add(alterDomain(to).words(action).sql());
    }
    if (from.notNull() != to.notNull()) {
      statements.add(alterDomain(to).words(to.notNull() ? "SET NOT NULL" : "DROP NOT NULL").sql());
    }
    changeChecks(domain, statements);
    return statements;
  }

  /** CREATE DOMAIN with the checks that hold for all values. */
  static String createDomain(Domain domain) {
    var sql = sql("CREATE DOMAIN").name(domain.id()).words("AS").words(domain.type());
    domain.collation().ifPresent(collation -> sql.words("COLLATE").words(collation));
    domain.defaultValue().ifPresent(value -> sql.words("DEFAULT").words(value));
    if (domain.notNull()) {
      sql.words("NOT NULL");
    }
    domain.checks().stream().filter(Domain.Check::validated).forEach(check -> clause(sql, check));
    return sql.sql();
  }

  private static void changeChecks(Pair<Domain> domain, List<String> statements) {
    var from =
        domain.from().checks().stream()
            .collect(Collectors.toMap(Domain.Check::name, Function.identity()));
    var to = domain.to();
    var wanted =
        to.checks().stream().collect(Collectors.toMap(Domain.Check::name, Function.identity()));
    for (var check : domain.from().checks()) {
      var after = wanted.get(check.name());
      if (after == null || !staysOrIsValidated(check, after)) {
        statements.add(alterDomain(to).words("DROP CONSTRAINT").name(check.name()).sql());
      }
    }
    for (var check : to.checks()) {
      var before = from.get(check.name());
      if (before == null || !staysOrIsValidated(before, check)) {
        statements.add(add(to, check));
      } else if (check.validated() && !before.validated()) {
        statements.add(alterDomain(to).words("VALIDATE CONSTRAINT").name(check.name()).sql());
      }
    }
  }

  /** What a comment on one of the constraints of a domain is about. */
  static ObjectId constraint(ObjectId domain, String name) {
    return domain.member(ObjectKind.DOMAIN, name);
  }

  /** Whether a constraint of this name is dropped and added, so that it loses its comment. */
  static boolean remakes(Pair<Domain> domain, ObjectId constraint) {
    return domain.from().checks().stream()
        .filter(check -> constraint(domain.from().id(), check.name()).equals(constraint))
        .anyMatch(
            before ->
                domain.to().checks().stream()
                    .filter(after -> after.name().equals(before.name()))
                    .anyMatch(after -> !staysOrIsValidated(before, after)));
  }

  private static boolean staysOrIsValidated(Domain.Check before, Domain.Check after) {
    return before.expression().equals(after.expression())
        && (after.validated() || !before.validated());
  }

  private static String add(Domain domain, Domain.Check check) {
    return clause(alterDomain(domain).words("ADD"), check)
        .words(check.validated() ? "" : "NOT VALID")
        .sql();
  }

  private static SqlBuilder clause(SqlBuilder sql, Domain.Check check) {
    return sql.words("CONSTRAINT")
        .name(check.name())
        .words("CHECK")
        .words("(" + check.expression() + ")");
  }

  private static SqlBuilder alterDomain(Domain domain) {
    return sql("ALTER DOMAIN").name(domain.id());
  }
}
