package dev.tidegate.command;

import dev.tidegate.diff.Pair;
import dev.tidegate.problem.Problem;
import dev.tidegate.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What no record of the model stands for in either of two states. It was not compared, so nobody
 * can say that the states agree in it.
 */
record Unmodelled(Pair<List<String>> states) {

  static Unmodelled in(Pair<Schema> schemas) {
    return new Unmodelled(schemas.map(Schema::unmodelled));
  }

  /** Of both states, sorted, each once. */
  List<String> all() {
    var all = new TreeSet<>(states.from());
    all.addAll(states.to());
    return List.copyOf(all);
  }

  /** Why a strict diff fails; empty when there is nothing of the kind. */
  Optional<Problem> problem(Pair<String> words) {
    if (all().isEmpty()) {
      return Optional.empty();
    }
    var lines = all().stream().map(it -> it + where(it, words)).toList();
    return Optional.of(CommandProblems.objectsNotModelled(lines));
  }

  private String where(String object, Pair<String> words) {
    if (!states.to().contains(object)) {
      return " (only in " + words.from() + ")";
    }
    return states.from().contains(object) ? "" : " (only in " + words.to() + ")";
  }
}
