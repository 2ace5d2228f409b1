package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.signature;
import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Aggregate;
import dev.tidegate.schema.SchemaObject;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createaggregate.html */
final class AggregateRenderer implements KindRenderer<Aggregate> {

  @Override
  public List<String> create(Aggregate aggregate, List<SchemaObject> parts) {
    return List.of(create("CREATE AGGREGATE", aggregate));
  }

  @Override
  public List<String> drop(Aggregate aggregate) {
    return List.of(sql("DROP AGGREGATE").words(signature(aggregate.id())).sql());
  }

  @Override
  public List<String> alter(Pair<Aggregate> aggregate) {
    return List.of(create("CREATE OR REPLACE AGGREGATE", aggregate.to()));
  }

  private static String create(String words, Aggregate aggregate) {
    var name = sql("").qualified(aggregate.id().qualifier());
    return sql(words)
        .words(name + "(" + aggregate.arguments() + ")")
        .words(aggregate.definition())
        .sql();
  }
}
