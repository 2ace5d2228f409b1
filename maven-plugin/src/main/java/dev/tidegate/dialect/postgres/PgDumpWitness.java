package dev.tidegate.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code pg_dump --schema-only} says of a database, in a form in which two dumps of equal
 * schemas are equal texts. It shares nothing with the inspector, so it sees what that overlooks.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgdump.html">pg_dump</a>
 */
public final class PgDumpWitness {
  private static final Pattern TABLE = Pattern.compile("(?s)CREATE (UNLOGGED |FOREIGN )?TABLE .*");
  private static final Pattern STORED =
      Pattern.compile("(?s)CREATE (UNLOGGED TABLE|TABLE|MATERIALIZED VIEW) .*");
  private static final Pattern PLACE =
      Pattern.compile("SET (default_tablespace|default_table_access_method) = (.*)");
  private static final Map<String, String> USUAL =
      Map.of("default_tablespace", "''", "default_table_access_method", "heap");
  private static final Pattern DOLLARS = Pattern.compile("\\$(\\w*)\\$");
  private static final Pattern BODY = Pattern.compile("(?i)\\bBEGIN\\s+ATOMIC\\b");

  private PgDumpWitness() {}

  /**
   * The statements of a dump, sorted: without comments, psql's own commands and settings of the
   * session, each on its own without the semicolon; the columns of a table sorted as well, since
   * their place cannot be changed.
   */
  public static List<String> normalise(String dump) {
    var statements = new ArrayList<String>();
    var places = new TreeMap<String, String>();
    for (var statement : split(dump)) {
      var place = PLACE.matcher(statement);
      if (place.matches()) {
        places.put(place.group(1), place.group(2));
      } else if (!isOfSession(statement)) {
        statements.add(placed(statement, places));
      }
    }
    return statements.stream().sorted().toList();
  }

  /**
   * Where two normalised dumps differ: {@code -} stands before a statement that only the first has,
   * {@code +} before one that only the second has. Empty where they agree.
   */
  public static List<String> differences(List<String> first, List<String> second) {
    var counts = new TreeMap<String, Integer>();
    first.forEach(statement -> counts.merge(statement, -1, Integer::sum));
    second.forEach(statement -> counts.merge(statement, 1, Integer::sum));
    var differences = new ArrayList<String>();
    counts.forEach(
        (statement, count) -> {
          if (count != 0) {
            differences.add((count < 0 ? "- " : "+ ") + statement);
          }
        });
    return List.copyOf(differences);
  }

  /** A dump says where and how rows are stored in no other way. */
  private static String placed(String statement, SortedMap<String, String> places) {
    if (!STORED.matcher(statement).matches()) {
      return statement;
    }
    var words =
        places.entrySet().stream()
            .filter(it -> !it.getValue().equals(USUAL.get(it.getKey())))
            .map(it -> "\nSET " + it.getKey() + " = " + it.getValue())
            .collect(Collectors.joining());
    return (TABLE.matcher(statement).matches() ? sortedColumns(statement) : statement) + words;
  }

  /** What the dump sets for whoever restores it. */
  private static boolean isOfSession(String statement) {
    return statement.startsWith("SET ")
        || statement.startsWith("SELECT pg_catalog.set_config(")
        || statement.isEmpty();
  }

  /** The elements between the outer parentheses, a line each, in order of their text. */
  private static String sortedColumns(String statement) {
    var open = statement.indexOf("(\n");
    var close = statement.indexOf("\n)", Math.max(open, 0));
    if (open < 0 || close < open + 2) {
      return statement; // a table without columns, too
    }
    var elements = new ArrayList<String>();
    for (var element : statement.substring(open + 2, close).split(",\n    (?! )")) {
      elements.add(element.strip());
    }
    elements.sort(null);
    return statement.substring(0, open + 1)
        + "\n    "
        + String.join(",\n    ", elements)
        + statement.substring(close);
  }

  private static List<String> split(String dump) {
    var statements = new ArrayList<String>();
    var current = new StringBuilder();
    var depth = 0;
    var at = 0;
    while (at < dump.length()) {
      var end = skip(dump, at);
      var letter = dump.charAt(at);
      if (end > at) {
        if (!isComment(dump, at)) {
          current.append(dump, at, end);
        }
        at = end;
        continue;
      }
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (letter == ';' && depth == 0 && !isInBody(current)) {
        statements.add(current.toString().strip());
        current.setLength(0);
      } else {
        current.append(letter);
      }
      at++;
    }
    return statements;
  }

  /** A body of SQL has semicolons of its own; the server prints its END on a line of its own. */
  private static boolean isInBody(StringBuilder statement) {
    return BODY.matcher(statement).find()
        && !statement.toString().stripTrailing().endsWith("\nEND");
  }

  private static boolean isComment(String dump, int at) {
    return dump.startsWith("--", at) || dump.charAt(at) == '\\';
  }

  /** Where a comment, a psql command, a literal or a quoted name ends; {@code at} for none. */
  private static int skip(String dump, int at) {
    var letter = dump.charAt(at);
    var lineStart = at == 0 || dump.charAt(at - 1) == '\n';
    if (dump.startsWith("--", at) || (letter == '\\' && lineStart)) {
      return after(dump, "\n", at);
    }
    if (letter == '\'' || letter == '"') {
      return after(dump, String.valueOf(letter), at + 1);
    }
    if (letter == '$') {
      var tag = DOLLARS.matcher(dump).region(at, dump.length());
      return tag.lookingAt() ? after(dump, tag.group(), tag.end()) : at;
    }
    return at;
  }

  private static int after(String dump, String end, int from) {
    var found = dump.indexOf(end, from);
    return found < 0 ? dump.length() : found + end.length();
  }
}
