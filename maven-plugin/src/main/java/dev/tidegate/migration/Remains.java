package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement that runs outside of a transaction has left in the database, found by looking.
 *
 * <p>Indexes: https://www.postgresql.org/docs/current/sql-createindex.html, "Building Indexes
 * Concurrently"; leftovers of REINDEX end in {@code _ccnew} or {@code _ccold}:
 * https://www.postgresql.org/docs/current/sql-reindex.html. Partitions: {@code
 * pg_inherits.inhdetachpending}.
 */
final class Remains {
  private static final String NAME = "((?:\"(?:[^\"]|\"\")+\"|[\\w$\\x{80}-\\x{FFFF}]+))";
  private static final String PATH =
      "((?:\"(?:[^\"]|\"\")+\"|[\\w$\\x{80}-\\x{FFFF}]+)(?: ?\\. ?(?:\"(?:[^\"]|\"\")+\"|[\\w$\\x{80}-\\x{FFFF}]+))?)";
  private static final Pattern CREATE_INDEX =
      pattern(
          "CREATE (?:UNIQUE )?INDEX CONCURRENTLY (IF NOT EXISTS )?(?!ON\\b)"
              + NAME
              + " ON (?:ONLY )?"
              + PATH
              + ".*");
  private static final Pattern DROP_INDEX =
      pattern("DROP INDEX CONCURRENTLY (?:IF EXISTS )?" + PATH + "(?: RESTRICT)?");
  private static final Pattern REINDEX =
      pattern(
          "REINDEX (?:\\([^)]*\\) )?(?:VERBOSE )?(INDEX|TABLE|SCHEMA|DATABASE|SYSTEM)"
              + " (?:CONCURRENTLY )?"
              + PATH
              + "?");
  private static final Pattern DETACH =
      pattern(
          "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?"
              + PATH
              + " DETACH PARTITION "
              + PATH
              + " (CONCURRENTLY|FINALIZE)");
  private static final Pattern CREATE_OBJECT =
      pattern("(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION) (?:IF EXISTS )?" + NAME + ".*");

  /**
   * Another session's REINDEX CONCURRENTLY has this lock of a table from its beginning to its end.
   * VACUUM and ANALYZE have it too and build nothing.
   */
  private static final String NOT_AT_WORK =
      " AND NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.relation = i.indrelid AND l.granted"
          + " AND l.mode = 'ShareUpdateExclusiveLock' AND l.pid <> pg_backend_pid() AND l.database"
          + " = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.pid NOT IN"
          + " (SELECT pid FROM pg_stat_progress_vacuum UNION ALL"
          + " SELECT pid FROM pg_stat_progress_analyze))";

  /** Their second run does what the first one did. */
  private static final Pattern REPEATABLE =
      pattern("(VACUUM|CLUSTER|ALTER SYSTEM|DISCARD|PRAGMA|REINDEX|ANALYZE|CHECKPOINT)\\b.*");

  private final String sql;
  private final Connection connection;
  private final Product product;

  private Remains(String sql, Connection connection, Product product) {
    this.sql = sql;
    this.connection = connection;
    this.product = product;
  }

  /** What the database says about a statement whose end nobody saw. */
  enum Verdict {
    /** All that it does is there. */
    DONE,
    /** It can run again, after {@link #clear}. */
    AGAIN,
    /** The database does not tell. */
    UNKNOWN
  }

  static Remains of(String sql, Connection connection, Product product) {
    return new Remains(StatementWords.of(sql).sql(), connection, product);
  }

  /** Looks whether it ended. Writes nothing. */
  Verdict verdict() throws SQLException {
    if (REPEATABLE.matcher(sql).matches() || new StatementWords(sql).continuesItself()) {
      return Verdict.AGAIN;
    }
    if (product == Product.SQLITE) {
      return Verdict.UNKNOWN;
    }
    var create = CREATE_INDEX.matcher(sql);
    if (create.matches()) {
      return validity(create).filter(valid -> valid).isPresent() ? Verdict.DONE : Verdict.AGAIN;
    }
    var drop = DROP_INDEX.matcher(sql);
    if (drop.matches()) {
      return exists("to_regclass(?) IS NOT NULL", group(drop, 1)) ? Verdict.AGAIN : Verdict.DONE;
    }
    var detach = DETACH.matcher(sql);
    if (detach.matches()) {
      return exists(
              "EXISTS (SELECT 1 FROM pg_inherits WHERE inhrelid = to_regclass(?))",
              group(detach, 2))
          ? Verdict.AGAIN
          : Verdict.DONE;
    }
    return object().orElse(Verdict.UNKNOWN);
  }

  private Optional<Verdict> object() throws SQLException {
    var matcher = CREATE_OBJECT.matcher(sql);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var kind = group(matcher, 2).toLowerCase(Locale.ROOT);
    var column =
        kind.equals("database") ? "datname" : kind.equals("tablespace") ? "spcname" : "subname";
    var there =
        exists(
            "EXISTS (SELECT 1 FROM pg_" + kind + " WHERE " + column + " = ?)",
            bare(group(matcher, 3)));
    var wanted = group(matcher, 1).equalsIgnoreCase("CREATE");
    return Optional.of(there == wanted ? Verdict.DONE : Verdict.AGAIN);
  }

  /**
   * Takes away what stands in the way of running it again.
   *
   * @param said is told what is dropped
   * @param strangers indexes that were INVALID before it ran first, so that it cannot have left
   *     them
   */
  void clear(Consumer<String> said, List<String> strangers) throws SQLException {
    if (product == Product.SQLITE) {
      return;
    }
    var create = CREATE_INDEX.matcher(sql);
    if (create.matches() && validity(create).filter(valid -> !valid).isPresent()) {
      drop(qualified(create), said);
    }
    for (var index : leftByReindex()) {
      if (!strangers.contains(index)) {
        drop(index, said);
      }
    }
    var detach = DETACH.matcher(sql);
    if (detach.matches() && isPending(group(detach, 2))) {
      var finish =
          "ALTER TABLE " + group(detach, 1) + " DETACH PARTITION " + group(detach, 2) + " FINALIZE";
      said.accept(finish + " ends what was begun");
      execute(finish);
    }
  }

  /**
   * An index that has this name already and is INVALID is not ours, and {@code IF NOT EXISTS} would
   * pass over it in silence.
   */
  void refuseStranger(String script) throws SQLException {
    var create = CREATE_INDEX.matcher(sql);
    if (product == Product.POSTGRESQL
        && create.matches()
        && validity(create).filter(valid -> !valid).isPresent()) {
      throw MigrationProblems.invalidInTheWay(script, qualified(create)).exception();
    }
  }

  private void drop(String index, Consumer<String> said) throws SQLException {
    said.accept("DROP INDEX CONCURRENTLY " + index + ": it is INVALID, left by an earlier attempt");
    execute("DROP INDEX CONCURRENTLY IF EXISTS " + index);
  }

  /** Whether the index of CREATE INDEX is valid; empty if it is not there. */
  private Optional<Boolean> validity(Matcher create) throws SQLException {
    var query =
        "SELECT i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " WHERE i.indrelid = to_regclass(?) AND c.relname = ?";
    return first(query, group(create, 3), bare(group(create, 2))).stream()
        .map("t"::equals)
        .findFirst();
  }

  private String qualified(Matcher create) throws SQLException {
    var query =
        "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " WHERE i.indrelid = to_regclass(?) AND c.relname = ?";
    return first(query, group(create, 3), bare(group(create, 2))).get(0);
  }

  private List<String> leftByReindex() throws SQLException {
    var reindex = REINDEX.matcher(sql);
    if (!reindex.matches()) {
      return List.of();
    }
    var kind = group(reindex, 1).toUpperCase(Locale.ROOT);
    var invalid =
        "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'"
            + NOT_AT_WORK;
    return switch (kind) {
      case "INDEX" ->
          first(
              invalid
                  + " AND i.indrelid = (SELECT indrelid FROM pg_index WHERE indexrelid = to_regclass(?))",
              group(reindex, 2));
      case "TABLE" ->
          first(
              invalid
                  + " AND i.indrelid IN (SELECT to_regclass(?)::oid"
                  + " UNION ALL SELECT reltoastrelid FROM pg_class WHERE oid = to_regclass(?)::oid)",
              group(reindex, 2),
              group(reindex, 2));
      case "SCHEMA" ->
          first(
              invalid
                  + " AND i.indrelid IN (SELECT unnest(ARRAY[oid, reltoastrelid]) FROM pg_class"
                  + " WHERE relnamespace = to_regnamespace(?))",
              group(reindex, 2));
      default -> first(invalid);
    };
  }

  private boolean isPending(String partition) throws SQLException {
    return exists(
        "EXISTS (SELECT 1 FROM pg_inherits WHERE inhrelid = to_regclass(?) AND inhdetachpending)",
        partition);
  }

  private boolean exists(String condition, String value) throws SQLException {
    return first("SELECT " + condition, value).contains("t");
  }

  private List<String> first(String query, String... values) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (var i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        var found = new ArrayList<String>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  private void execute(String statement) throws SQLException {
    try (var running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private static String group(Matcher matcher, int number) {
    return Optional.ofNullable(matcher.group(number)).orElse("").replaceAll(" ?\\. ?", ".");
  }

  /** A name as the catalogue has it. */
  private static String bare(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
