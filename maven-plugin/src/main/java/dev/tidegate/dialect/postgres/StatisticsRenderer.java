package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Definition;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** https://www.postgresql.org/docs/current/sql-createstatistics.html */
final class StatisticsRenderer implements DefinitionRenderer {
  /** All of it, as the database prints it. */
  static final String DEFINITION = "definition";

  /** The statistics target, when it is not the server's default. */
  static final String TARGET = "target";

  @Override
  public List<String> create(Definition statistics, List<SchemaObject> parts) {
    var statements = new ArrayList<String>();
    statements.add(statistics.attribute(DEFINITION).orElseThrow());
    statistics.attribute(TARGET).ifPresent(target -> statements.add(aim(statistics, target)));
    return statements;
  }

  @Override
  public List<String> drop(Definition statistics) {
    return List.of(sql("DROP STATISTICS").name(statistics.id()).sql());
  }

  @Override
  public List<String> alter(Pair<Definition> statistics) {
    var to = statistics.to();
    return List.of(aim(to, to.attribute(TARGET).orElse("-1")));
  }

  @Override
  public boolean altersInPlace(Pair<Definition> statistics) {
    var definitions = statistics.map(side -> side.attribute(DEFINITION));
    return definitions.from().equals(definitions.to());
  }

  private static String aim(Definition statistics, String target) {
    return sql("ALTER STATISTICS")
        .name(statistics.id())
        .words("SET STATISTICS")
        .words(target)
        .sql();
  }
}
