package dev.tidegate.backup;

import dev.tidegate.backup.Declaration.Ddl;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.List;
import java.util.Optional;

/**
 * The history as Flyway makes it. It is nobody's schema and so none that an inspector tells of, but
 * a whole database needs it, since without it the next deploy would run every migration again.
 */
final class HistoryTable {
  static final String NAME = "flyway_schema_history";

  private static final String TABLE =
      """
      CREATE TABLE %s (
        "installed_rank" integer NOT NULL,
        "version" varchar(50),
        "description" varchar(200) NOT NULL,
        "type" varchar(20) NOT NULL,
        "script" varchar(1000) NOT NULL,
        "checksum" integer,
        "installed_by" varchar(100) NOT NULL,
        "installed_on" timestamp NOT NULL DEFAULT now(),
        "execution_time" integer NOT NULL,
        "success" boolean NOT NULL,
        CONSTRAINT "flyway_schema_history_pk" PRIMARY KEY ("installed_rank"))""";

  private static final String INDEX =
      "CREATE INDEX \"flyway_schema_history_s_idx\" ON %s (\"success\")";

  private HistoryTable() {}

  /** What makes it, for those of the tables that are one. */
  static List<Ddl> ddl(List<HeldTable> tables) {
    return tables.stream()
        .filter(table -> table.name().equals(NAME))
        .flatMap(
            table -> {
              var id = ObjectId.of(ObjectKind.TABLE, table.schema(), table.name());
              return java.util.stream.Stream.of(TABLE, INDEX)
                  .map(sql -> new Ddl(id, Optional.of(id), false, sql.formatted(table.sql())));
            })
        .toList();
  }
}
