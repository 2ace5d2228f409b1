package dev.tidegate.dialect.postgres;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Who has what on an object, and from whom.
 *
 * @param grants for each pair of grantee and grantor its privileges, each with whether it may be
 *     passed on
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html#PRIVILEGE-ABBREVS-TABLE">the
 *     letters</a>
 */
record AccessControlList(SortedMap<Grant, SortedMap<String, Boolean>> grants) {
  private static final Map<Character, String> WORDS =
      Map.ofEntries(
          Map.entry('r', "SELECT"),
          Map.entry('a', "INSERT"),
          Map.entry('w', "UPDATE"),
          Map.entry('d', "DELETE"),
          Map.entry('D', "TRUNCATE"),
          Map.entry('x', "REFERENCES"),
          Map.entry('t', "TRIGGER"),
          Map.entry('m', "MAINTAIN"),
          Map.entry('X', "EXECUTE"),
          Map.entry('U', "USAGE"),
          Map.entry('C', "CREATE"),
          Map.entry('s', "SET"),
          Map.entry('A', "ALTER SYSTEM"));

  /** From whom to whom; as {@link Privileges} names them, the owner as grantor is empty. */
  record Grant(String grantee, String grantor) implements Comparable<Grant> {
    @Override
    public int compareTo(Grant other) {
      var order = grantee.compareTo(other.grantee);
      return order != 0 ? order : grantor.compareTo(other.grantor);
    }
  }

  /**
   * Reads items as the catalogue prints them: {@code app=r*w/postgres}.
   *
   * @param roles gives each role its name in the model; everybody is the empty name
   */
  static AccessControlList parse(List<String> items, UnaryOperator<String> roles) {
    var grants = new TreeMap<Grant, SortedMap<String, Boolean>>();
    for (var item : items) {
      var equals = nameEnd(item, 0);
      var slash = item.indexOf('/', equals);
      var grantor = roles.apply(name(item.substring(slash + 1)));
      var grant =
          new Grant(
              roles.apply(name(item.substring(0, equals))),
              grantor.equals(Privileges.OWNER) ? "" : grantor);
      var privileges = grants.computeIfAbsent(grant, key -> new TreeMap<>());
      for (var i = equals + 1; i < slash; i++) {
        var word = WORDS.get(item.charAt(i));
        if (word != null) {
          privileges.put(word, item.charAt(i + 1) == '*');
        }
      }
    }
    return new AccessControlList(grants);
  }

  /** This list with one more privilege for everybody, as the owner gives it. */
  AccessControlList withPublic(String privilege) {
    var more = new TreeMap<>(grants);
    var grant = new Grant(Privileges.PUBLIC, "");
    var privileges = new TreeMap<>(more.getOrDefault(grant, new TreeMap<>()));
    privileges.put(privilege, false);
    more.put(grant, privileges);
    return new AccessControlList(more);
  }

  /** For each grant in which this list differs from another, the levels that differ. */
  SortedMap<Grant, SortedMap<String, String>> beyond(AccessControlList given) {
    var found = new TreeMap<Grant, SortedMap<String, String>>();
    grants.forEach(
        (grant, privileges) -> {
          var before = given.of(grant);
          privileges.forEach(
              (word, grantable) -> {
                // An owner can pass everything on, whether or not it says so.
                var passes = grantable && !grant.grantee().equals(Privileges.OWNER);
                if (!before.containsKey(word) || (passes && !before.get(word))) {
                  levels(found, grant)
                      .put(word, passes ? Privileges.GRANTABLE : Privileges.GRANTED);
                }
              });
        });
    given.grants.forEach(
        (grant, privileges) ->
            privileges.keySet().stream()
                .filter(word -> !of(grant).containsKey(word))
                .forEach(word -> levels(found, grant).put(word, Privileges.REVOKED)));
    return found;
  }

  private SortedMap<String, Boolean> of(Grant grant) {
    return grants.getOrDefault(grant, new TreeMap<>());
  }

  private static SortedMap<String, String> levels(
      Map<Grant, SortedMap<String, String>> found, Grant grant) {
    return found.computeIfAbsent(grant, key -> new TreeMap<>());
  }

  /** A name with a character other than a letter, digit or underscore stands in double quotes. */
  private static int nameEnd(String item, int from) {
    var quoted = false;
    for (var i = from; i < item.length(); i++) {
      if (item.charAt(i) == '"') {
        quoted = !quoted;
      } else if (item.charAt(i) == '=' && !quoted) {
        return i;
      }
    }
    throw new IllegalArgumentException("no access control item: " + item);
  }

  private static String name(String written) {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written;
  }
}
