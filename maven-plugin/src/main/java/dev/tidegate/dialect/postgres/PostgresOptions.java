package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Table;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names under which the inspector notes what the records have no component for, and the
 * renderer finds it. An option that is at the server's default is absent. A flag has the value
 * {@link #ON}.
 */
final class PostgresOptions {
  /** The value of a flag. */
  static final String ON = "true";

  /** Before each storage parameter or attribute option: {@code with fillfactor} is {@code 70}. */
  static final String PARAMETER = "with ";

  // Tables and materialized views
  static final String UNLOGGED = "unlogged";
  static final String ROW_SECURITY = "row security";
  static final String FORCE_ROW_SECURITY = "force row security";

  /**
   * On a table {@code full} or {@code nothing}; on the index or key that is the identity a flag.
   */
  static final String REPLICA_IDENTITY = "replica identity";

  static final String TABLESPACE = "tablespace";
  static final String ACCESS_METHOD = "access method";

  /** Of a typed table: the composite type, as format_type prints it. */
  static final String OF_TYPE = "of";

  /** Of a foreign table: the server that holds its rows. */
  static final String SERVER = Table.SERVER;

  /** Of a materialized view: {@code false} when it holds nothing yet. */
  static final String POPULATED = "populated";

  // Columns
  /** In upper case, when it is not that of the type: {@code EXTERNAL}. */
  static final String STORAGE = "storage";

  static final String COMPRESSION = "compression";
  static final String STATISTICS = "statistics";

  /** The name of a not-null constraint when it is not the one the server would choose (18). */
  static final String NOT_NULL_NAME = "not null name";

  static final String NOT_NULL_NO_INHERIT = "not null no inherit";
  static final String NOT_NULL_NOT_VALID = "not null not valid";

  // Constraints and indexes
  /** Of an index, before the number of a column that is an expression; the value is the target. */
  static final String STATISTICS_OF = "statistics of ";

  static final String DEFERRABLE = "deferrable";
  static final String INITIALLY_DEFERRED = "initially deferred";
  static final String NOT_VALID = "not valid";
  static final String NOT_ENFORCED = "not enforced";
  static final String NO_INHERIT = "no inherit";
  static final String NULLS_NOT_DISTINCT = "nulls not distinct";

  /** Of a key: its last column is WITHOUT OVERLAPS; of a foreign key: PERIOD (18). */
  static final String PERIOD = "period";

  /** Of a foreign key: {@code FULL}. */
  static final String MATCH = "match";

  /** The index that CLUSTER remembers. */
  static final String CLUSTERED = "clustered";

  /** An index whose concurrent build failed, or one of a partitioned table that lacks parts. */
  static final String INVALID = "invalid";

  private PostgresOptions() {}

  /** Whether the flag is set. */
  static boolean on(Map<String, String> options, String flag) {
    return ON.equals(options.get(flag));
  }

  /** The storage parameters among the options, without the prefix. */
  static SortedMap<String, String> parameters(Map<String, String> options) {
    var parameters = new TreeMap<String, String>();
    options.forEach(
        (name, value) -> {
          if (name.startsWith(PARAMETER)) {
            parameters.put(name.substring(PARAMETER.length()), value);
          }
        });
    return parameters;
  }
}
