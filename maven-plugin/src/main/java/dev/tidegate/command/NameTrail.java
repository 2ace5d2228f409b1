package dev.tidegate.command;

import dev.tidegate.dialect.Dialect;
import dev.tidegate.guard.StatementTrace.Renamed;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Follows what becomes of the objects that were there before a file while its statements run one by
 * one. Not safe for several threads.
 */
final class NameTrail {
  /** Each look reads all names; of a longer file nobody asks which of its statements drops what. */
  private static final int MOST = 300;

  /** First words of statements after which something can be gone or have another name. */
  private static final Set<String> WORTH_A_LOOK =
      Set.of("ALTER", "DROP", "DO", "CALL", "SELECT", "WITH", "EXECUTE");

  private final Dialect dialect;
  private final Connection connection;
  private final List<String> statements;
  private final Set<Integer> worth;
  private final SortedMap<ObjectId, String> start;
  private Map<String, ObjectId> last;

  /**
   * Looks at what is there before the first statement, if any of them is worth a look.
   *
   * @param kinds the first word of each statement, in capitals
   */
  NameTrail(Dialect dialect, Connection connection, List<String> statements, List<String> kinds)
      throws SQLException {
    this.dialect = dialect;
    this.connection = connection;
    this.statements = statements;
    this.worth = new HashSet<>();
    for (var number = 1; number <= kinds.size(); number++) {
      if (WORTH_A_LOOK.contains(kinds.get(number - 1))) {
        worth.add(number);
      }
    }
    var looks = !worth.isEmpty() && worth.size() <= MOST;
    if (!looks) {
      worth.clear();
    }
    this.start = looks ? dialect.live().identities(connection) : new TreeMap<>();
    this.last = byIdentity(start);
  }

  /**
   * What a statement did.
   *
   * @param gone by their names at the start
   */
  record Step(List<ObjectId> gone, List<Renamed> renamed) {}

  /** What the statement did that has just run. */
  Step after(int number) throws SQLException {
    var gone = new ArrayList<ObjectId>();
    var renamed = new ArrayList<Renamed>();
    if (worth.contains(number)) {
      var read = dialect.live().identities(connection);
      var now = byIdentity(dialect.live().follow(start, read, statements.subList(0, number)));
      start.forEach(
          (id, identity) -> {
            var before = last.get(identity);
            var name = Optional.ofNullable(now.get(identity));
            if (before != null && name.isEmpty()) {
              gone.add(id);
            } else if (before != null) {
              name.filter(it -> !it.equals(before) && isNews(before, it))
                  .ifPresent(it -> renamed.add(new Renamed(id, it)));
            }
          });
      last = now;
    }
    return new Step(gone, renamed);
  }

  /** A part that stands in what was renamed has kept its own name. */
  private static boolean isNews(ObjectId before, ObjectId now) {
    return now.kind() == ObjectKind.TABLE
        || now.kind() == ObjectKind.NAMESPACE
        || !before.name().equals(now.name());
  }

  private static Map<String, ObjectId> byIdentity(SortedMap<ObjectId, String> identities) {
    var names = new HashMap<String, ObjectId>();
    identities.forEach((id, identity) -> names.put(identity, id));
    return names;
  }
}
