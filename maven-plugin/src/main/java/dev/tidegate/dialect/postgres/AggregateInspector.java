package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Aggregate;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.SQLException;

/** Reads aggregate functions. */
final class AggregateInspector {
  // An ordered-set aggregate's final function may write by default, a plain one's may not:
  // https://www.postgresql.org/docs/current/sql-createaggregate.html
  private static final String QUESTION =
      """
      SELECT p.oid, n.nspname, p.proname,
             '(' || oidvectortypes(p.proargtypes) || ')' AS types,
             pg_get_function_result(p.oid) AS result,
             COALESCE(NULLIF(pg_get_function_arguments(p.oid), ''), '*') AS arguments,
             concat_ws(', ',
               'SFUNC = ' || a.aggtransfn,
               'STYPE = ' || format_type(a.aggtranstype, NULL),
               'SSPACE = ' || NULLIF(a.aggtransspace, 0),
               'FINALFUNC = ' || NULLIF(a.aggfinalfn::text, '-'),
               CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
               CASE WHEN a.aggfinalfn <> 0
                     AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                    THEN 'FINALFUNC_MODIFY = '
                         || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY'
                                                  WHEN 's' THEN 'SHAREABLE'
                                                  ELSE 'READ_WRITE' END
               END,
               'COMBINEFUNC = ' || NULLIF(a.aggcombinefn::text, '-'),
               'SERIALFUNC = ' || NULLIF(a.aggserialfn::text, '-'),
               'DESERIALFUNC = ' || NULLIF(a.aggdeserialfn::text, '-'),
               'INITCOND = ' || quote_literal(a.agginitval),
               'MSFUNC = ' || NULLIF(a.aggmtransfn::text, '-'),
               'MINVFUNC = ' || NULLIF(a.aggminvtransfn::text, '-'),
               CASE WHEN a.aggmtranstype <> 0
                    THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END,
               'MSSPACE = ' || NULLIF(a.aggmtransspace, 0),
               'MFINALFUNC = ' || NULLIF(a.aggmfinalfn::text, '-'),
               CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
               CASE WHEN a.aggmfinalfn <> 0
                     AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                    THEN 'MFINALFUNC_MODIFY = '
                         || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY'
                                                   WHEN 's' THEN 'SHAREABLE'
                                                   ELSE 'READ_WRITE' END
               END,
               'MINITCOND = ' || quote_literal(a.aggminitval),
               'SORTOP = OPERATOR(' || quote_ident(opn.nspname) || '.' || op.oprname || ')',
               CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE'
                                  WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
               CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END) AS options
      FROM pg_proc p
      JOIN pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_aggregate a ON a.aggfnoid = p.oid
      LEFT JOIN pg_operator op ON op.oid = a.aggsortop
      LEFT JOIN pg_namespace opn ON opn.oid = op.oprnamespace
      WHERE p.prokind = 'a' AND p.pronamespace = :namespaces
      """;

  private final Look look;

  AggregateInspector(Look look) {
    this.look = look;
  }

  void read() throws SQLException {
    look.each(
        QUESTION + " AND " + Look.ownObject("pg_proc", "p.oid"),
        row ->
            look.addUnlessExcluded(
                Address.of("pg_proc", row.number("oid")),
                new Aggregate(
                    ObjectId.of(
                        ObjectKind.AGGREGATE,
                        row.text("nspname"),
                        row.text("proname"),
                        row.text("types")),
                    row.text("arguments"),
                    row.text("result"),
                    "(" + row.text("options") + ")")));
  }
}
