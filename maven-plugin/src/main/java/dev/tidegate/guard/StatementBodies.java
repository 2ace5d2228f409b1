package dev.tidegate.guard;

import dev.tidegate.dialect.Token;
import dev.tidegate.jdbc.Product;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the statements inside of others: those of a DO block, and of the functions and procedures
 * that a statement calls, as far as their text tells. What is put together only when it runs
 * (EXECUTE), what triggers do and what is written in other languages is not seen through.
 */
final class StatementBodies {
  private static final Set<String> DEFINES =
      Set.of("CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE");

  /** Words after which a statement of PL/pgSQL begins, in a segment that begins with a control. */
  private static final Set<String> OPENS = Set.of("BEGIN", "THEN", "LOOP", "ELSE");

  private static final Set<String> CONTROLS =
      Set.of(
          "BEGIN",
          "DECLARE",
          "IF",
          "ELSIF",
          "ELSEIF",
          "ELSE",
          "LOOP",
          "WHILE",
          "FOR",
          "FOREACH",
          "EXCEPTION",
          "WHEN",
          "CASE",
          "THEN",
          "<<");

  private final Product product;
  private final Map<String, String> bodies = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /**
   * Knows the routines of these schemas and those that these statements make.
   *
   * @param statements of one migration
   */
  StatementBodies(Product product, List<Schema> schemas, List<String> statements) {
    this.product = product;
    for (var schema : schemas) {
      for (var routine : schema.all(Routine.class)) {
        var name = routine.id().path().get(routine.id().path().size() - 2);
        var standard = routine.body().isEmpty();
        bodies.merge(
            lower(name),
            standard ? afterBegin(routine.definition()) : routine.body(),
            (one, other) -> one.equals(other) ? one : one + ";\n" + other);
      }
    }
    statements.forEach(this::learn);
  }

  /** A statement that an expression of a file leads to. */
  private void learn(String sql) {
    var words = SqlWords.of(product, sql);
    var at = Math.max(words.place("FUNCTION", 4), words.place("PROCEDURE", 4));
    if (words.keyword(0).equals("CREATE") && at > 0) {
      var name = words.name(at + 1);
      if (!name.isEmpty()) {
        bodies.put(lower(name.get(name.size() - 1)), body(words).orElse(afterBegin(sql)));
      }
    }
  }

  /** The statement itself, and what it runs. */
  List<String> with(String sql) {
    var found = new ArrayList<String>();
    found.add(sql);
    inside(sql, found, new HashSet<>());
    return found;
  }

  /** What was not seen through, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void inside(String sql, List<String> found, Set<String> visited) {
    var words = SqlWords.of(product, sql);
    if (words.keyword(0).equals("DO")) {
      body(words).ifPresent(it -> all(it, "a DO block", found, visited));
      return;
    }
    if (DEFINES.contains(words.keyword(0))) {
      return;
    }
    for (var at = 0; at < words.size(); at++) {
      if (words.isName(at) && words.isOperator(at + 1, "(")) {
        var name =
            words.tokens().get(at).quotedName()
                ? words.tokens().get(at).value()
                : lower(words.tokens().get(at).text());
        var body = bodies.get(lower(name));
        if (body != null && visited.add(lower(name))) {
          all(body, "function " + name, found, visited);
        }
      }
    }
  }

  private void all(String body, String where, List<String> found, Set<String> visited) {
    for (var segment : segments(body)) {
      for (var statement : statements(segment)) {
        var words = SqlWords.of(product, statement);
        if (words.keyword(0).equals("EXECUTE")) {
          var text = words.size() > 1 ? words.tokens().get(1) : null;
          if (words.size() <= 3 && text != null && text.kind() == Token.Kind.STRING) {
            found.add(unquoted(text));
          } else {
            notes.add(where + " runs what it puts together (EXECUTE), which was not seen through");
          }
        } else {
          found.add(statement);
          inside(statement, found, visited);
        }
      }
    }
  }

  private List<String> segments(String body) {
    var words = SqlWords.of(product, body);
    var found = new ArrayList<String>();
    var start = 0;
    for (var at = 0; at <= words.size(); at++) {
      if (at == words.size() || words.isOperator(at, ";")) {
        if (at > start) {
          found.add(
              body.substring(words.tokens().get(start).start(), words.tokens().get(at - 1).end()));
        }
        start = at + 1;
      }
    }
    return found;
  }

  /** {@code FOR r IN query LOOP statement} is a query and a statement. */
  private List<String> statements(String segment) {
    var words = SqlWords.of(product, segment);
    var found = new ArrayList<String>();
    var start = 0;
    while (start < words.size()
        && (CONTROLS.contains(words.keyword(start)) || words.isOperator(start, "<"))) {
      var end = start;
      while (end < words.size() && !OPENS.contains(words.keyword(end))) {
        end++;
      }
      for (var at = start + 1; at < end; at++) {
        if (words.keyword(at).equals("IN") && words.keyword(start).equals("FOR")) {
          found.add(words.between(at + 1, end));
          break;
        }
      }
      start = end + 1;
    }
    if (start < words.size()) {
      found.add(words.between(start, words.size()));
    }
    return found.stream().filter(it -> !it.isBlank()).toList();
  }

  private static java.util.Optional<String> body(SqlWords words) {
    return words.tokens().stream()
        .filter(token -> token.kind() == Token.Kind.STRING)
        .filter(token -> token.text().startsWith("$") || token.text().length() > 20)
        .map(StatementBodies::unquoted)
        .findFirst();
  }

  /** Dollar quotes are as long as their tag. */
  private static String unquoted(Token token) {
    var text = token.text();
    if (text.startsWith("$")) {
      var tag = text.indexOf('$', 1) + 1;
      return text.substring(tag, Math.max(tag, text.length() - tag));
    }
    return text.startsWith("'") ? token.value() : text.substring(2, text.length() - 1);
  }

  /** The body of an SQL-standard routine stands in its definition. */
  private static String afterBegin(String definition) {
    var upper = definition.toUpperCase(Locale.ROOT);
    var begin = upper.indexOf("BEGIN ATOMIC");
    var returns = upper.lastIndexOf("RETURN ");
    return begin >= 0
        ? definition.substring(begin + "BEGIN ATOMIC".length())
        : returns >= 0 ? "SELECT " + definition.substring(returns + "RETURN ".length()) : "";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
