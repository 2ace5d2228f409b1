package dev.tidegate.guard;

import dev.tidegate.plan.Hazard;
import dev.tidegate.render.Cost;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * What was seen while the statements of a migration ran one by one. All names of objects are those
 * that they had before its first statement, except where it says otherwise.
 *
 * @param statements those after which something was seen, in order
 */
public record StatementTrace(List<Seen> statements) {
  /** Nothing was seen. */
  public static final StatementTrace NONE = new StatementTrace(List.of());

  public StatementTrace {
    statements = List.copyOf(statements);
  }

  /**
   * What was seen after one statement.
   *
   * @param number within its file, from 1
   * @param hazards what it locks, writes anew and reads
   * @param took locks that it took, under the names of that moment
   * @param held locks that its transaction holds afterwards, under the names of that moment
   * @param gone objects that were there before it and are not any more
   * @param renamed objects that got another name
   */
  public record Seen(
      int number,
      List<Hazard> hazards,
      List<Cost.Lock> took,
      List<Cost.Lock> held,
      List<ObjectId> gone,
      List<Renamed> renamed) {
    public Seen {
      hazards = List.copyOf(hazards);
      took = List.copyOf(took);
      held = List.copyOf(held);
      gone = List.copyOf(gone);
      renamed = List.copyOf(renamed);
    }

    /** The same with a hazard more. */
    public Seen with(Hazard hazard) {
      var all = new ArrayList<>(hazards);
      all.add(hazard);
      return new Seen(number, all, took, held, gone, renamed);
    }
  }

  /** An object that has another name now. */
  public record Renamed(ObjectId before, ObjectId now) {}

  /** All hazards, each once. */
  public List<Hazard> hazards() {
    return statements.stream().flatMap(it -> it.hazards().stream()).distinct().toList();
  }

  /** The first statement of which this is true. */
  OptionalInt first(Predicate<Seen> what) {
    return statements.stream().filter(what).mapToInt(Seen::number).findFirst();
  }

  /** All names that an object has had in the course of the file, its first one among them. */
  List<ObjectId> names(ObjectId id) {
    var names = new ArrayList<>(List.of(id));
    statements.stream()
        .flatMap(it -> it.renamed().stream())
        .filter(it -> it.before().equals(id))
        .forEach(it -> names.add(it.now()));
    return names;
  }

  /**
   * The lock that is held on an object, or on the table that it is part of, once a statement has
   * run; where it is on no such table, the only one that the statement took.
   */
  Optional<Cost.Lock> lock(int statement, ObjectId object) {
    var seen = statements.stream().filter(it -> it.number() == statement).findFirst();
    var own =
        seen.stream()
            .flatMap(it -> it.held().stream())
            .map(lock -> new Cost.Lock(before(lock.relation(), statement), lock.mode()))
            .filter(lock -> isPartOf(object, lock.relation()))
            .findFirst();
    return own.or(
        () ->
            seen.map(Seen::took)
                .filter(locks -> locks.size() == 1)
                .map(locks -> locks.get(0))
                .map(lock -> new Cost.Lock(before(lock.relation(), statement), lock.mode())));
  }

  /** The name at the start of what had this one before a statement. */
  private ObjectId before(ObjectId now, int statement) {
    var name = now;
    for (var seen : statements) {
      for (var renamed : seen.renamed()) {
        if (seen.number() < statement && renamed.now().equals(now)) {
          name = renamed.before();
        }
      }
    }
    return name;
  }

  private static boolean isPartOf(ObjectId object, ObjectId relation) {
    var length = relation.path().size();
    return relation.equals(object)
        || (relation.kind() == ObjectKind.TABLE
            && object.path().size() > length
            && object.path().subList(0, length).equals(relation.path()));
  }
}
