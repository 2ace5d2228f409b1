package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** https://www.postgresql.org/docs/current/sql-alteropfamily.html */
final class OperatorFamilyRenderer implements DefinitionRenderer {

  @Override
  public List<String> create(Definition family, List<SchemaObject> parts) {
    var statements = new ArrayList<String>();
    statements.add(sql("CREATE").words(ObjectNames.named(family.id())).sql());
    add(family.id(), clauses(OperatorMembers.of(family)), statements);
    return statements;
  }

  @Override
  public List<String> drop(Definition family) {
    return List.of(sql("DROP").words(ObjectNames.named(family.id())).sql());
  }

  @Override
  public boolean altersInPlace(Pair<Definition> family) {
    return true;
  }

  @Override
  public List<String> alter(Pair<Definition> family) {
    var members = family.map(OperatorMembers::of);
    var gone = new TreeMap<>(members.from());
    gone.entrySet().removeAll(members.to().entrySet());
    var fresh = new TreeMap<>(members.to());
    fresh.entrySet().removeAll(members.from().entrySet());
    var statements = new ArrayList<String>();
    if (!gone.isEmpty()) {
      statements.add(
          sql("ALTER")
              .words(ObjectNames.named(family.to().id()))
              .words("DROP")
              .words(String.join(", ", gone.keySet()))
              .sql());
    }
    add(family.to().id(), clauses(fresh), statements);
    return statements;
  }

  private static List<String> clauses(SortedMap<String, String> members) {
    var clauses = new ArrayList<String>();
    members.forEach((member, meaning) -> clauses.add(OperatorMembers.clause(member, meaning)));
    return clauses;
  }

  private static void add(ObjectId family, List<String> clauses, List<String> statements) {
    if (!clauses.isEmpty()) {
      statements.add(
          sql("ALTER").words(ObjectNames.named(family)).words("ADD").sql()
              + "\n  "
              + String.join(",\n  ", clauses));
    }
  }
}
