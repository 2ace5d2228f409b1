package dev.tidegate.dialect.postgres;

import dev.tidegate.plan.Hazard;
import dev.tidegate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of one step, in the stretches that need a stage of their own.
 *
 * @param stretches in order
 * @param settled the stretch after which the step counts as done for those that come after it
 * @param usable the stretch after which those can come that only name what it makes
 * @param waits whether only the settled stretch has to wait until those before it are done
 * @param swaps whether what has to go before the step need not go before its settled stretch
 */
record Said(List<Stretch> stretches, int settled, int usable, boolean waits, boolean swaps) {
  /** Nothing to say. */
  static final Said NOTHING = new Said(List.of(), 0, 0, false, false);

  Said {
    stretches = List.copyOf(stretches);
  }

  /** Statements of one phase. */
  record Stretch(Phase phase, List<Line> lines) {
    Stretch {
      lines = List.copyOf(lines);
    }
  }

  /** One statement with its hazards. */
  record Line(String sql, List<Hazard> hazards) {
    Line {
      hazards = List.copyOf(hazards);
    }

    Line(String sql) {
      this(sql, List.of());
    }
  }

  /** The direct form: the step's hazards stand at its first statement. */
  static Said direct(Plan.Planned planned, List<String> sql) {
    return new Said(
        List.of(new Stretch(Phase.CHANGE, lines(sql, planned.hazards()))), 0, 0, false, false);
  }

  /** In these stretches, of which the last settles it. */
  static Said in(Stretch... stretches) {
    var last = stretches.length - 1;
    return new Said(List.of(stretches), last, last, false, false);
  }

  /** The same, settled by an earlier stretch. */
  Said settledBy(int stretch) {
    return new Said(stretches, stretch, stretch, waits, swaps);
  }

  /** The same, good enough for most after an earlier stretch. */
  Said usableAfter(int stretch) {
    return new Said(stretches, settled, stretch, waits, swaps);
  }

  /** The same, whose stretches before the settled one need not wait for all. */
  Said waiting() {
    return new Said(stretches, settled, usable, true, swaps);
  }

  /** The same, where what has to be dropped goes only in the settled stretch. */
  Said swapping() {
    return new Said(stretches, settled, usable, true, true);
  }

  /** A stretch of statements, with the hazards at the first. */
  static Stretch stretch(Phase phase, List<Hazard> hazards, List<String> sql) {
    return new Stretch(phase, lines(sql, hazards));
  }

  private static List<Line> lines(List<String> sql, List<Hazard> hazards) {
    var lines = new ArrayList<Line>();
    for (var each : sql) {
      lines.add(new Line(each, lines.isEmpty() ? hazards : List.of()));
    }
    return lines;
  }
}
