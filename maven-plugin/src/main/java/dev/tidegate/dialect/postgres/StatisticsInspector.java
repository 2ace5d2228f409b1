package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Definition;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Reads extended statistics. */
final class StatisticsInspector {
  // The default target is -1 before PostgreSQL 17, and null from then on.
  private static final String QUESTION =
      """
      SELECT s.oid, s.stxrelid, n.nspname, s.stxname,
             pg_get_statisticsobjdef(s.oid) AS definition,
             NULLIF(s.stxstattarget, -1) AS target
      FROM pg_statistic_ext s
      JOIN pg_namespace n ON n.oid = s.stxnamespace
      WHERE n.oid = :namespaces AND\
      """;

  private final Look look;

  StatisticsInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(QUESTION + " " + Look.ownObject("pg_statistic_ext", "s.oid"), this::readStatistics);
  }

  private void readStatistics(Row row) throws SQLException {
    var relation = look.tableOrView(row.number("stxrelid"));
    if (relation.isEmpty()) {
      return;
    }
    var namespace = row.text("nspname");
    var id = ObjectId.of(ObjectKind.STATISTICS, namespace, row.text("stxname"));
    var attributes =
        new OptionSet()
            .value(StatisticsRenderer.DEFINITION, row.optional("definition"))
            .value(StatisticsRenderer.TARGET, row.optional("target"))
            .all();
    look.addUnlessExcluded(
        Address.of("pg_statistic_ext", row.number("oid")),
        new Definition(id, relation, attributes));
    look.depend(id, ObjectId.of(ObjectKind.NAMESPACE, namespace));
  }
}
