package dev.tidegate.migration;

import dev.tidegate.jdbc.Product;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a single statement is, by its first words: whether its database takes it in a transaction,
 * whether it opens one itself, whether it only sets something for the session.
 *
 * @param sql the statement without comments, its blanks collapsed outside of quotes
 */
record StatementWords(String sql) {
  // each half of a doubled quote closes and opens: one loop less, which long texts would nest in
  private static final Pattern GAP =
      Pattern.compile("--[^\\n]*(\\n|$)|/\\*.*?\\*/|'[^']*+'|\"[^\"]*+\"|\\s+", Pattern.DOTALL);

  /** What Flyway's parser takes for harmless, and PostgreSQL refuses inside a transaction. */
  private static final List<Pattern> POSTGRESQL =
      patterns(
          "REINDEX\\b.*\\bCONCURRENTLY\\b.*",
          "REINDEX (\\([^)]*\\) )?(SCHEMA|DATABASE|SYSTEM)\\b.*",
          "ALTER TABLE\\b.* DETACH PARTITION\\b.* (CONCURRENTLY|FINALIZE)",
          "(CREATE|DROP)( UNIQUE)? INDEX CONCURRENTLY\\b.*",
          "VACUUM\\b.*",
          "CLUSTER( \\([^)]*\\))?( VERBOSE)?",
          "ALTER SYSTEM\\b.*",
          "DISCARD ALL",
          "(CREATE|DROP|ALTER) SUBSCRIPTION\\b.*",
          "(CREATE|DROP) (DATABASE|TABLESPACE)\\b.*",
          "(COMMIT|ROLLBACK) PREPARED\\b.*");

  private static final List<Pattern> SQLITE =
      patterns(
          "VACUUM\\b.*",
          "PRAGMA (\\w+\\.)?(JOURNAL_MODE|FOREIGN_KEYS|SYNCHRONOUS|WAL_CHECKPOINT)\\b.*",
          "DETACH\\b.*");

  private static final List<Pattern> SETTINGS =
      patterns(
          "SET (?!LOCAL\\b|TRANSACTION\\b|CONSTRAINTS\\b).*",
          "RESET\\b.*",
          "SELECT (PG_CATALOG\\.)?SET_CONFIG ?\\(.*, ?FALSE ?\\)",
          "PRAGMA (\\w+\\.)?(?!JOURNAL_MODE|WAL_CHECKPOINT)\\w+ ?(=|\\().*",
          "ATTACH\\b.*");

  /** What may commit by itself, which PostgreSQL forbids inside a transaction of ours. */
  private static final List<Pattern> COMMITTING =
      patterns("CALL\\b.*", "DO\\b.*\\b(COMMIT|ROLLBACK)\\b.*");

  /**
   * The filling of a column in small steps, as diff writes it: what is filled is not filled again.
   */
  private static final Pattern FILL = pattern("DO \\$fill\\$ DECLARE pages CONSTANT bigint.*");

  private static final Pattern BEGIN = pattern("BEGIN( .*)?|START TRANSACTION\\b.*");
  private static final Pattern END =
      pattern("(COMMIT|END)( (WORK|TRANSACTION))?( AND (NO )?CHAIN)?");
  private static final Pattern GIVE_UP =
      pattern("(ROLLBACK|ABORT)( (WORK|TRANSACTION))?( AND (NO )?CHAIN)?|PREPARE TRANSACTION\\b.*");

  /** Reads a statement, with or without the semicolon at its end. */
  static StatementWords of(String statement) {
    var words = new StringBuilder();
    var matcher = GAP.matcher(statement);
    var from = 0;
    while (matcher.find()) {
      words.append(statement, from, matcher.start());
      var quoted = matcher.group().startsWith("'") || matcher.group().startsWith("\"");
      words.append(quoted ? matcher.group() : " ");
      from = matcher.end();
    }
    words.append(statement.substring(from));
    var text = words.toString().replaceAll(" {2,}", " ").strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    return new StatementWords(text);
  }

  /** Whether the database refuses it inside a transaction, as far as its words tell. */
  boolean refusesTransaction(Product product) {
    return is(product == Product.POSTGRESQL ? POSTGRESQL : SQLITE);
  }

  /** Whether it may commit by itself, so that it has to run outside of a transaction. */
  boolean mayCommit(Product product) {
    return product == Product.POSTGRESQL && is(COMMITTING);
  }

  /** Whether it goes on by itself where it stopped, when it is run once more. */
  boolean continuesItself() {
    return FILL.matcher(sql).matches();
  }

  /** Whether it lasts only as long as the session, so that a later session has to say it again. */
  boolean isSetting() {
    return is(SETTINGS);
  }

  boolean beginsTransaction() {
    return BEGIN.matcher(sql).matches();
  }

  boolean endsTransaction() {
    return END.matcher(sql).matches();
  }

  /** Whether it takes back, or leaves to somebody else, what the file did before it. */
  boolean givesTransactionUp() {
    return GIVE_UP.matcher(sql).matches();
  }

  /** The first words, in capitals. */
  boolean startsWith(String words) {
    return sql.toUpperCase(Locale.ROOT).startsWith(words);
  }

  private boolean is(List<Pattern> kinds) {
    return kinds.stream().anyMatch(kind -> kind.matcher(sql).matches());
  }

  private static List<Pattern> patterns(String... expressions) {
    return java.util.Arrays.stream(expressions).map(StatementWords::pattern).toList();
  }

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
