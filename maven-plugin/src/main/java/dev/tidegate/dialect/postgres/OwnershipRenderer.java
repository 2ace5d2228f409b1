package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Ownership;
import dev.tidegate.schema.SchemaObject;
import dev.tidegate.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-altersequence.html */
final class OwnershipRenderer implements KindRenderer<Ownership> {
  private final Surroundings surroundings;

  OwnershipRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Keeps the sequence when its owner goes. */
  static String release(Ownership ownership) {
    return sql("ALTER SEQUENCE").name(ownership.sequence()).words("OWNED BY NONE").sql();
  }

  @Override
  public List<String> create(Ownership ownership, List<SchemaObject> parts) {
    var statements = new ArrayList<String>();
    statements.add(
        sql("ALTER SEQUENCE")
            .name(ownership.sequence())
            .words("OWNED BY")
            .name(ownership.column())
            .sql());
    var joins =
        surroundings.creates(ownership.sequence())
            && surroundings.schemas().from().holds(ownership.column())
            && !surroundings.drops(ownership.column());
    if (joins && !surroundings.hasSaidIdentityGoes(ownership.column())) {
      var sequence =
          (Sequence) surroundings.schemas().to().find(ownership.sequence()).orElseThrow();
      statements.add(
          IdentityClause.continueCounting(ownership.column(), SequenceRenderer.counting(sequence)));
    }
    return statements;
  }

  @Override
  public List<String> drop(Ownership ownership) {
    return surroundings.drops(ownership.sequence()) ? List.of() : List.of(release(ownership));
  }

  @Override
  public List<String> alter(Pair<Ownership> ownership) {
    return create(ownership.to(), List.of());
  }
}
