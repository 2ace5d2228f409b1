package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * https://www.postgresql.org/docs/current/sql-altertype.html
 *
 * <p>Labels can be added in place; a type that loses labels or orders them anew is swapped.
 */
final class EnumRenderer implements KindRenderer<EnumType> {
  private final Surroundings surroundings;

  EnumRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<String> create(EnumType type, List<SchemaObject> parts) {
    return List.of(createType(type));
  }

  @Override
  public List<String> drop(EnumType type) {
    return List.of(sql("DROP TYPE").name(type.id()).sql());
  }

  @Override
  public List<String> alter(Pair<EnumType> type) {
    if (TypeChanges.swaps(new Pair<>(type.from(), type.to()), surroundings.schemas())) {
      return new TypeSwap(surroundings).statements(type.to().id());
    }
    return addLabels(type);
  }

  /** Each new label goes before the next label that is there already, the last ones to the end. */
  private static List<String> addLabels(Pair<EnumType> type) {
    var known = new ArrayList<>(type.from().labels());
    var statements = new ArrayList<String>();
    var labels = type.to().labels();
    for (var i = 0; i < labels.size(); i++) {
      if (known.contains(labels.get(i))) {
        continue;
      }
      var next = labels.subList(i, labels.size()).stream().filter(known::contains).findFirst();
      var sql = sql("ALTER TYPE").name(type.to().id()).words("ADD VALUE").literal(labels.get(i));
      next.ifPresent(label -> sql.words("BEFORE").literal(label));
      statements.add(sql.sql());
    }
    return statements;
  }

  private static String createType(EnumType type) {
    return sql("CREATE TYPE")
        .name(type.id())
        .words("AS ENUM")
        .words(
            type.labels().stream()
                .map(PostgresIdentifiers::literal)
                .collect(Collectors.joining(", ", "(", ")")))
        .sql();
  }
}
