package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Plan;
import dev.tidegate.plan.Step;
import dev.tidegate.render.Statement;
import dev.tidegate.schema.Default;
import dev.tidegate.schema.ExclusionConstraint;
import dev.tidegate.schema.Key;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the stretches of all steps into as few stages as their order allows. Each stretch comes in
 * the first stage of its phase that is after the step's own stretch before it, and not before those
 * steps are settled that have to come first. Within a stage the order is that of the plan.
 */
final class Schedule {
  /** More rounds than any plan needs; a plan that does not settle drops early. */
  private static final int ROUNDS = 16;

  private final Plan plan;
  private final List<Said> said;
  private final Map<ObjectId, Integer> drops = new HashMap<>();
  private final Map<ObjectId, Integer> creates = new HashMap<>();
  private final int[] settled;
  private final int[] usable;
  private final int[] late;
  private final int[][] positions;

  /** A schedule of what is said of each step of the plan. */
  Schedule(Plan plan, List<Said> said) {
    this.plan = plan;
    this.said = said;
    this.settled = new int[said.size()];
    this.usable = new int[said.size()];
    this.late = new int[said.size()];
    this.positions = new int[said.size()][];
    for (var i = 0; i < said.size(); i++) {
      var step = plan.steps().get(i).step();
      if (step instanceof Step.Drop drop && drop.replaced()) {
        drops.put(step.id(), i);
      } else if (step instanceof Step.Create create) {
        creates.put(step.id(), i);
        for (var part : create.parts()) {
          creates.put(part.id(), i);
        }
      }
    }
    place();
  }

  private record Placed(int position, ObjectId about, Said.Line line) {}

  /** The statements in the order of their stages. */
  List<Statement> statements() {
    var statements = new ArrayList<Statement>();
    var order = 0;
    var last = -1;
    for (var placed : placed()) {
      if (placed.position() != last || Phase.isAlone(last)) {
        order++;
      }
      last = placed.position();
      var line = placed.line();
      statements.add(
          new Statement(
              line.sql(), placed.about(), line.hazards(), Phase.stage(placed.position(), order)));
    }
    return List.copyOf(statements);
  }

  private List<Placed> placed() {
    var all = new ArrayList<Placed>();
    for (var i = 0; i < said.size(); i++) {
      var stretches = said.get(i).stretches();
      for (var j = 0; j < stretches.size(); j++) {
        for (var line : stretches.get(j).lines()) {
          all.add(new Placed(positions[i][j], plan.steps().get(i).step().id(), line));
        }
      }
    }
    all.sort(Comparator.comparingInt(Placed::position));
    return all;
  }

  /**
   * What is dropped to be created anew is dropped as late as can be, so that it is missing for no
   * longer than it must. A drop that comes later may push others, hence the rounds.
   */
  private void place() {
    for (var round = 0; round < ROUNDS; round++) {
      placeOnce();
      if (!postpone()) {
        return;
      }
    }
    Arrays.fill(late, 0);
    placeOnce();
  }

  private boolean postpone() {
    var changed = false;
    for (var drop : drops.entrySet()) {
      var create = creates.get(drop.getKey());
      if (create != null && positions[create].length > 0) {
        var to = said.get(create);
        var until = positions[create][to.swaps() ? to.settled() : 0];
        var wanted = Phase.CHANGE.upTo(until);
        if (wanted > late[drop.getValue()]) {
          late[drop.getValue()] = wanted;
          changed = true;
        }
      }
    }
    return changed;
  }

  private void placeOnce() {
    for (var i = 0; i < said.size(); i++) {
      var it = said.get(i);
      var step = plan.steps().get(i).step();
      var ready = late[i];
      var done = late[i];
      for (var before : plan.steps().get(i).after()) {
        done = Math.max(done, settled[before]);
        if (!(it.swaps() && plan.steps().get(before).step() instanceof Step.Drop)) {
          ready = Math.max(ready, needsAll(it, step) ? settled[before] : usable[before]);
        }
      }
      positions[i] = positions(it, ready, done);
      settled[i] = positions[i].length == 0 ? ready : positions[i][it.settled()];
      usable[i] = positions[i].length == 0 ? ready : positions[i][it.usable()];
    }
  }

  private static int[] positions(Said said, int ready, int done) {
    var at = new int[said.stretches().size()];
    for (var j = 0; j < at.length; j++) {
      var earliest = j == 0 ? ready : at[j - 1] + 1;
      if (j == said.settled()) {
        earliest = Math.max(earliest, said.waits() ? done : ready);
      }
      at[j] = said.stretches().get(j).phase().from(earliest);
    }
    return at;
  }

  /** Whether a column that is still to be filled, or to be made not null, is not good enough. */
  private static boolean needsAll(Said said, Step step) {
    if (step instanceof Step.Create create) {
      var object = create.object();
      return object instanceof Table
          || object instanceof ExclusionConstraint
          || (object instanceof Key && !said.waits());
    }
    return step instanceof Step.Alter alter && !(alter.change().object().to() instanceof Default);
  }
}
