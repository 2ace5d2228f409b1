package dev.tidegate.dialect.postgres;

import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Routine;
import dev.tidegate.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the bodies of routines name, which the catalogue does not know: a body is only text. */
final class Mentions {
  /** Comments and strings, which are passed over, or a name with what it is qualified by. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\n]*|/\\*.*?\\*/|'(?:[^']++|'')*+'"
              + "|((?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)"
              + "(?:\\.(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*))*)",
          Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^.\"]+)");

  private final Schema schema;
  private final Map<String, List<ObjectId>> byName = new HashMap<>();

  Mentions(Schema schema) {
    this.schema = schema;
    for (var id : schema.objects().keySet()) {
      nameOf(id).ifPresent(name -> byName.computeIfAbsent(name, key -> new ArrayList<>()).add(id));
    }
  }

  /** For each routine with a body, the relations, types and routines that it may mean. */
  Map<ObjectId, Set<ObjectId>> ofRoutines() {
    var mentions = new TreeMap<ObjectId, Set<ObjectId>>();
    for (var routine : schema.all(Routine.class)) {
      var found = in(routine.body());
      found.remove(routine.id());
      if (!found.isEmpty()) {
        mentions.put(routine.id(), found);
      }
    }
    return mentions;
  }

  private Set<ObjectId> in(String body) {
    var found = new TreeSet<ObjectId>();
    var tokens = TOKEN.matcher(body);
    while (tokens.find()) {
      var token = tokens.group(1);
      if (token != null) {
        addMeant(names(token), found);
      }
    }
    return found;
  }

  /** A name may be followed by that of a column, and be preceded by that of a name space. */
  private void addMeant(List<String> names, Set<ObjectId> found) {
    for (var i = 0; i < Math.min(names.size(), 2); i++) {
      for (var id : byName.getOrDefault(names.get(i), List.of())) {
        if (i == 0 || id.path().get(0).equals(names.get(0))) {
          found.add(id);
        }
      }
    }
  }

  private static List<String> names(String token) {
    var names = new ArrayList<String>();
    var parts = NAME.matcher(token);
    while (parts.find()) {
      var quoted = parts.group(1);
      names.add(
          quoted != null ? quoted.replace("\"\"", "\"") : parts.group().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  private static Optional<String> nameOf(ObjectId id) {
    return switch (id.kind()) {
      case ENUM,
          BASE_TYPE,
          DOMAIN,
          COMPOSITE_TYPE,
          RANGE_TYPE,
          SEQUENCE,
          TABLE,
          VIEW,
          MATERIALIZED_VIEW ->
          Optional.of(id.name());
      case FUNCTION, PROCEDURE, AGGREGATE -> Optional.of(id.path().get(1));
      default -> Optional.empty();
    };
  }
}
