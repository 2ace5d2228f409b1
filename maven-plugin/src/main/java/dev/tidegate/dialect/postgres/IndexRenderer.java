package dev.tidegate.dialect.postgres;

import static dev.tidegate.dialect.postgres.PostgresIdentifiers.sql;

import dev.tidegate.diff.Pair;
import dev.tidegate.schema.Index;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * https://www.postgresql.org/docs/current/sql-createindex.html
 *
 * <p>An index of a partitioned table is created ON ONLY it and those of its partitions are attached
 * one by one, since otherwise the server would make and name them.
 */
final class IndexRenderer implements KindRenderer<Index> {
  private final Surroundings surroundings;

  IndexRenderer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<String> create(Index index, List<SchemaObject> parts) {
    var statements = new ArrayList<String>();
    statements.add(createIndex(index));
    if (!surroundings.isAttached(index.table())) {
      index.partOf().ifPresent(whole -> statements.add(attach(whole, index.id())));
    }
    statements.addAll(statistics(index.id(), new Pair<>(Map.of(), index.options())));
    statements.addAll(
        markChanges(index.table(), index.id().name(), new Pair<>(Map.of(), index.options())));
    return statements;
  }

  /** An attached index goes when the one that it is attached to goes. */
  @Override
  public List<String> drop(Index index) {
    return index.partOf().filter(surroundings::drops).isPresent()
            || surroundings.dropsAfterLeaving(index)
        ? List.of()
        : List.of(dropIndex(index));
  }

  @Override
  public List<String> alter(Pair<Index> index) {
    var to = index.to();
    var options = index.map(Index::options);
    var statements = new ArrayList<>(parameterChanges(to.id(), options));
    statements.addAll(statistics(to.id(), options));
    statements.addAll(markChanges(to.table(), to.id().name(), options));
    if (!index.from().partOf().equals(to.partOf()) && !surroundings.isAttached(to.table())) {
      to.partOf().ifPresent(whole -> statements.add(attach(whole, to.id())));
    }
    return statements;
  }

  /** DROP INDEX alone. */
  static String dropIndex(Index index) {
    return sql("DROP INDEX").name(index.id()).sql();
  }

  /** CREATE INDEX alone. */
  String createIndex(Index index) {
    var options = index.options();
    var sql =
        sql("CREATE")
            .words(index.unique() ? "UNIQUE" : "")
            .words("INDEX")
            .name(index.id().name())
            .words("ON")
            .words(surroundings.hasPartitions(index.table()) ? "ONLY" : "")
            .name(index.table());
    if (!index.method().equals("btree")) {
      sql.words("USING").words(index.method());
    }
    sql.words(
        index.keys().stream()
            .map(IndexRenderer::element)
            .collect(Collectors.joining(", ", "(", ")")));
    if (!index.included().isEmpty()) {
      sql.words("INCLUDE").names(index.included());
    }
    if (PostgresOptions.on(options, PostgresOptions.NULLS_NOT_DISTINCT)) {
      sql.words("NULLS NOT DISTINCT");
    }
    sql.words(OptionList.with(options));
    var tablespace = options.get(PostgresOptions.TABLESPACE);
    if (tablespace != null) {
      sql.words("TABLESPACE").name(tablespace);
    }
    index.where().ifPresent(where -> sql.words("WHERE").words(where));
    return sql.sql();
  }

  /** Makes an index of a partition part of that of the parent. Says nothing if it is already. */
  static String attach(ObjectId whole, ObjectId part) {
    return sql("ALTER INDEX").name(whole).words("ATTACH PARTITION").name(part).sql();
  }

  /** Changes of storage parameters and tablespace. */
  static List<String> parameterChanges(
      ObjectId index, Pair<? extends Map<String, String>> options) {
    var statements = new ArrayList<String>();
    for (var change : OptionList.changes(options)) {
      statements.add(sql("ALTER INDEX").name(index).words(change).sql());
    }
    var from = options.from().getOrDefault(PostgresOptions.TABLESPACE, "pg_default");
    var to = options.to().getOrDefault(PostgresOptions.TABLESPACE, "pg_default");
    if (!from.equals(to)) {
      statements.add(sql("ALTER INDEX").name(index).words("SET TABLESPACE").name(to).sql());
    }
    return statements;
  }

  /** How closely ANALYZE looks at the expressions of an index. */
  static List<String> statistics(ObjectId index, Pair<? extends Map<String, String>> options) {
    var names = new TreeSet<>(options.from().keySet());
    names.addAll(options.to().keySet());
    var statements = new ArrayList<String>();
    for (var name : names) {
      var targets = options.map(side -> side.getOrDefault(name, "-1"));
      if (name.startsWith(PostgresOptions.STATISTICS_OF) && !targets.from().equals(targets.to())) {
        statements.add(
            sql("ALTER INDEX")
                .name(index)
                .words("ALTER COLUMN")
                .words(name.substring(PostgresOptions.STATISTICS_OF.length()))
                .words("SET STATISTICS")
                .words(targets.to())
                .sql());
      }
    }
    return statements;
  }

  /** What the table remembers of one of its indexes. */
  static List<String> markChanges(
      ObjectId table, String index, Pair<? extends Map<String, String>> options) {
    var statements = new ArrayList<String>();
    if (turnsOn(options, PostgresOptions.CLUSTERED)) {
      statements.add(sql("ALTER TABLE").name(table).words("CLUSTER ON").name(index).sql());
    }
    if (turnsOn(options.reversed(), PostgresOptions.CLUSTERED)) {
      statements.add(sql("ALTER TABLE").name(table).words("SET WITHOUT CLUSTER").sql());
    }
    if (turnsOn(options, PostgresOptions.REPLICA_IDENTITY)) {
      statements.add(
          sql("ALTER TABLE").name(table).words("REPLICA IDENTITY USING INDEX").name(index).sql());
    }
    if (turnsOn(options.reversed(), PostgresOptions.REPLICA_IDENTITY)) {
      statements.add(sql("ALTER TABLE").name(table).words("REPLICA IDENTITY DEFAULT").sql());
    }
    return statements;
  }

  private static boolean turnsOn(Pair<? extends Map<String, String>> options, String flag) {
    return !PostgresOptions.on(options.from(), flag) && PostgresOptions.on(options.to(), flag);
  }

  private static String element(Index.Element element) {
    var sql = sql(element.column().map(PostgresIdentifiers::quote).orElse(element.expression()));
    element.collation().ifPresent(collation -> sql.words("COLLATE").words(collation));
    element.operatorClass().ifPresent(sql::words);
    return sql.words(element.order()).sql();
  }
}
