package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Schema;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a default gives each row a value of its own, so that adding its column writes every row.
 * https://www.postgresql.org/docs/current/xfunc-volatility.html
 */
final class VolatileDefaults {
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']++|'')*+'");

  private static final Pattern CALL = Pattern.compile("(?<![\\w\".:])([\\w\".]+)\\(");

  /** The server's own: pg_proc where provolatile is v, as far as a default may sensibly call it. */
  private static final Set<String> OF_SERVER =
      Set.of(
          "clock_timestamp",
          "currval",
          "gen_random_uuid",
          "lastval",
          "nextval",
          "random",
          "random_normal",
          "timeofday",
          "uuidv4",
          "uuidv7");

  /** As pg_get_functiondef writes it, before the body. */
  private static final Pattern STEADY =
      Pattern.compile(
          "\\A.*?\\n LANGUAGE [^\\n]*\\n (WINDOW )?(IMMUTABLE|STABLE)\\b", Pattern.DOTALL);

  private final Set<String> steady = new HashSet<>();

  VolatileDefaults(Schema schema) {
    var others = new HashSet<String>();
    for (var routine : schema.all(Routine.class)) {
      var path = routine.id().path();
      var name = PostgresIdentifiers.sql("").qualified(path.subList(0, path.size() - 1));
      (STEADY.matcher(routine.definition()).lookingAt() ? steady : others).add(name);
    }
    steady.removeAll(others); // which of them is called, the expression does not tell
  }

  /** A function that the model does not hold, such as an extension's, is taken for volatile. */
  boolean isVolatile(String expression) {
    return CALL.matcher(LITERAL.matcher(expression).replaceAll("''"))
        .results()
        .map(call -> call.group(1))
        .anyMatch(
            name -> OF_SERVER.contains(name) || (name.contains(".") && !steady.contains(name)));
  }
}
