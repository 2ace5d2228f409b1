package dev.tidegate.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How one role's privileges on something change, in the words that GRANT, REVOKE and ALTER DEFAULT
 * PRIVILEGES share. A privilege without a level is as the server gives it by itself.
 *
 * @param before level of each privilege
 * @param after level of each privilege
 * @see <a href="https://www.postgresql.org/docs/current/sql-grant.html">GRANT</a>
 */
record LevelChange(Map<String, String> before, Map<String, String> after) {

  /**
   * The statements without what stands before and after them.
   *
   * @param spell a privilege with what it is limited to: {@code SELECT (name)}
   * @param on {@code ON TABLE public.t}
   */
  List<String> statements(UnaryOperator<String> spell, String on, String grantee) {
    var kinds = new TreeMap<Kind, List<String>>();
    var words = new TreeSet<>(before.keySet());
    words.addAll(after.keySet());
    for (var word : words) {
      var from = before.getOrDefault(word, "");
      var to = after.getOrDefault(word, "");
      if (!from.equals(to)) {
        kinds.computeIfAbsent(kind(from, to), key -> new ArrayList<>()).add(spell.apply(word));
      }
    }
    var statements = new ArrayList<String>();
    kinds.forEach(
        (kind, privileges) ->
            statements.add(
                String.join(" ", kind.verb, String.join(", ", privileges), on, kind.to, grantee)
                    + kind.end));
    return statements;
  }

  private static Kind kind(String from, String to) {
    return switch (to) {
      case Privileges.REVOKED -> Kind.REVOKE;
      case Privileges.GRANTABLE -> Kind.GRANT_TO_PASS_ON;
      case Privileges.GRANTED ->
          from.equals(Privileges.GRANTABLE) ? Kind.REVOKE_TO_PASS_ON : Kind.GRANT;
      default -> from.equals(Privileges.REVOKED) ? Kind.GRANT : Kind.REVOKE;
    };
  }

  /** In the order in which the statements stand. */
  private enum Kind {
    REVOKE_TO_PASS_ON("REVOKE GRANT OPTION FOR", "FROM", ""),
    REVOKE("REVOKE", "FROM", ""),
    GRANT("GRANT", "TO", ""),
    GRANT_TO_PASS_ON("GRANT", "TO", " WITH GRANT OPTION");

    private final String verb;
    private final String to;
    private final String end;

    Kind(String verb, String to, String end) {
      this.verb = verb;
      this.to = to;
      this.end = end;
    }
  }
}
